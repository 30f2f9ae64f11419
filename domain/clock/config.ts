/** How long each deadline runs, in minutes. All are the project's own proposals but `fullReport` (EUROSUR). */
import { z } from "zod";
import type { Country } from "../vocabulary";

const mostMinutes = 366 * 24 * 60;
const minutes = () => {
  const error = `must be a number of minutes above 0 and at most ${mostMinutes}`;
  return z.number({ error }).positive({ error }).max(mostMinutes, { error });
};

const readSchema = z.strictObject({
  danger: minutes(),
  pursuit: minutes(),
  seizure: minutes(),
  request: minutes(),
});
const answerSchema = z.strictObject({
  "danger-to-life": minutes(),
  pursuit: minutes(),
  urgent: minutes(),
  routine: minutes(),
});
export const clockConfigSchema = z.strictObject({
  /** The partner reads what was released, or the asked side a request. */
  read: readSchema,
  /** The asked side answers a request, by its urgency. */
  answer: answerSchema,
  releaseDecision: minutes(),
  screening: minutes(),
  fullReport: minutes(),
  review: minutes(),
});
export type ClockConfig = z.infer<typeof clockConfigSchema>;

/** Each side sets the minutes of its own deadlines: those of what it must do itself. */
export type ClockConfigs = Readonly<Record<Country, ClockConfig>>;

/** What a site may say otherwise: any of them, the rest stays as it is. */
export const clockOverridesSchema = z.strictObject({
  ...clockConfigSchema.partial().shape,
  read: readSchema.partial().optional(),
  answer: answerSchema.partial().optional(),
});
export type ClockOverrides = z.infer<typeof clockOverridesSchema>;

export const defaultClockConfig: ClockConfig = {
  read: { danger: 5, pursuit: 2, seizure: 30, request: 30 },
  answer: { "danger-to-life": 15, pursuit: 5, urgent: 4 * 60, routine: 72 * 60 },
  releaseDecision: 2 * 60,
  screening: 2 * 60,
  fullReport: 24 * 60,
  review: 24 * 60,
};

/** The same minutes for both sides. */
export const ofBothSides = (config: ClockConfig): ClockConfigs => ({ KH: config, LA: config });

/** The defaults with a site's own minutes over them. */
export function clockConfigOf({ read, answer, ...rest }: ClockOverrides): ClockConfig {
  return {
    ...defaultClockConfig,
    ...rest,
    read: { ...defaultClockConfig.read, ...read },
    answer: { ...defaultClockConfig.answer, ...answer },
  };
}
