/** A handover being written: what, where, when, and which desk receives. Pure. */
import type { CommandBody } from "@/domain/commands";
import type { PlaceInput } from "@/domain/place";
import { trimInvisible } from "@/domain/text";
import { type Country, countries, type Language } from "@/domain/vocabulary";
import { gazetteer, type Place as NamedPlace } from "@/map/gazetteer";
import { nextTime } from "../../i18n/typed-time";
import { findPlaces } from "../report/place-text";

export type Handover = NonNullable<CommandBody<"request.make">["handover"]>;
export const handedOver = ["persons", "evidence", "vehicles"] as const satisfies readonly Handover["of"][];
export const elsewhere = "elsewhere";

export type HandoverDraft = {
  of: Handover["of"];
  /** A crossing's id in the gazetteer, or `elsewhere` for what is typed. */
  where: string;
  placeText: string;
  time: string;
  /** The country that receives: only its desks can. */
  receiver?: Country;
  desk: string;
};

/** A named crossing is known to about this many metres. */
const namedAccuracyM = 1_000;

type Crossing = NamedPlace & { position: NonNullable<NamedPlace["position"]> };

/** The border crossings whose position is known. */
export const crossings: readonly Crossing[] = gazetteer.filter(
  (place): place is Crossing => place.kind === "crossing" && place.position !== undefined,
);

export const emptyHandover: HandoverDraft = {
  of: "persons",
  where: crossings[0]?.id ?? elsewhere,
  placeText: "",
  time: "",
  desk: "",
};

/** The chosen crossing's place, or what the typed text means; undefined when nothing is understood. */
export function placeOfDraft(draft: HandoverDraft, language: Language): PlaceInput | undefined {
  const crossing = crossings.find(({ id }) => id === draft.where);
  if (crossing) {
    const { lng, lat } = crossing.position;
    return { lng, lat, accuracyM: namedAccuracyM };
  }
  return findPlaces(draft.placeText, language).found[0]?.place;
}

/** Whether a desk can be of a country: its code says so, where it has one. */
export const isDeskOf = (desk: string, country: Country): boolean => {
  const code = countries.find((one) => desk.toUpperCase().startsWith(`${one}-`));
  return code === undefined || code === country;
};

/** As the protocol wants it; undefined while something is missing. `nowMs` in milliseconds since the epoch. */
export function toHandover(draft: HandoverDraft, language: Language, nowMs: number): Handover | undefined {
  const place = placeOfDraft(draft, language);
  const at = nextTime(draft.time, nowMs);
  const receivingDesk = trimInvisible(draft.desk);
  const isTheirs = draft.receiver === undefined || isDeskOf(receivingDesk, draft.receiver);
  return place && at && receivingDesk && isTheirs ? { of: draft.of, place, at, receivingDesk } : undefined;
}
