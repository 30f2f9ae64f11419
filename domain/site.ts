/** What a site sets for itself (docs/domain.md §6): deadlines, telephones, how often an alarm sounds. Never logic. */
import { z } from "zod";
import {
  type ClockConfigs,
  clockConfigOf,
  clockConfigSchema,
  clockOverridesSchema,
  defaultClockConfig,
  ofBothSides,
} from "./clock/config";
import { isStorableText } from "./text";
import { type Country, countrySchema, partnerOf } from "./vocabulary";

const within = (unit: string, least: number, most: number) => {
  const error = `must be a whole number of ${unit} from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const text = (error: string, most: number) =>
  z.string({ error }).trim().min(1, { error }).max(most, { error }).refine(isStorableText, { error });

const nameSchema = text("must be a text of 1 to 80 characters", 80);
const telephoneError = "must be a telephone number: +, digits and spaces, at most 30 characters";
const telephoneSchema = text(telephoneError, 30).regex(/^\+?\d[\d ()/-]*$/, { error: telephoneError });

const ownCentreSchema = z.strictObject({
  name: nameSchema.optional(),
  telephone: telephoneSchema.optional(),
});
export const centreSchema = z.strictObject({
  ...ownCentreSchema.shape,
  /** The number is made up: nobody answers it. */
  fictional: z.literal(true).optional(),
});
/** How one country's operations centre is reached when the link is not enough. */
export type Centre = z.infer<typeof centreSchema>;

const alarmRepeatSeconds = within("seconds", 5, 3_600);
const escalateMinutes = within("minutes", 1, 24 * 60);

/** The file that `SEKONG_SITE` names. */
export const siteFileSchema = z.strictObject({
  clocks: clockOverridesSchema.optional(),
  centres: z.strictObject({ KH: ownCentreSchema.optional(), LA: ownCentreSchema.optional() }).optional(),
  trackDays: within("days", 1, 366).optional(),
  alarmRepeatSeconds: alarmRepeatSeconds.optional(),
  escalateMinutes: escalateMinutes.optional(),
});
export type SiteFile = z.infer<typeof siteFileSchema>;

/** The answer of `GET /api/site`: what every signed-in screen may know of its site. */
export const siteSchema = z.strictObject({
  centres: z.record(countrySchema, centreSchema),
  clocks: clockConfigSchema,
  /** The partner's, on a node that has heard of them; without them its own hold for both sides. */
  partnerClocks: clockConfigSchema.optional(),
  /** Seconds after which an alarm sounds again, until a named desk acknowledges it. */
  alarmRepeatSeconds,
  /** Minutes after which an alarm that nobody acknowledged also goes to the commanders. */
  escalateMinutes,
  exercise: z.boolean(),
});
export type Site = z.infer<typeof siteSchema>;

/** What the server keeps by: the site, and what no screen needs to know. */
export type SiteSettings = {
  site: Site;
  /** How long a unit's track is kept, in days. */
  trackDays: number;
};

/** The minutes of both sides' deadlines, as the site of one country knows them. */
export const clocksOfSides = (
  { clocks, partnerClocks = clocks }: Pick<Site, "clocks" | "partnerClocks">,
  country: Country,
): ClockConfigs => ({ ...ofBothSides(clocks), [partnerOf(country)]: partnerClocks });

/** Until a site says otherwise, and on a screen until it has been told. */
export const defaultSite: Site = {
  centres: { KH: {}, LA: {} },
  clocks: defaultClockConfig,
  alarmRepeatSeconds: 60,
  escalateMinutes: 5,
  exercise: false,
};
const defaultTrackDays = 30;

/** Numbers nobody can mistake for real ones. */
const demoCentres: Record<Country, Centre> = {
  KH: { telephone: "+855 00 000 001", fictional: true },
  LA: { telephone: "+856 00 000 002", fictional: true },
};

/** A site's own settings over the defaults. */
export function settingsOf(file: SiteFile, exercise: boolean): SiteSettings {
  const centres = exercise ? demoCentres : defaultSite.centres;
  return {
    site: {
      centres: { ...centres, ...file.centres },
      clocks: clockConfigOf(file.clocks ?? {}),
      alarmRepeatSeconds: file.alarmRepeatSeconds ?? defaultSite.alarmRepeatSeconds,
      escalateMinutes: file.escalateMinutes ?? defaultSite.escalateMinutes,
      exercise,
    },
    trackDays: file.trackDays ?? defaultTrackDays,
  };
}
