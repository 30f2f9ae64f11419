/** The phrases the storylines use, by name. */
import { inMinutes, type Phrase } from "./story";

export const patrolSent = (callsign: string): Phrase => ({ id: "patrol-sent", slots: { callsign } });
export const onWatch = (callsign: string): Phrase => ({ id: "on-watch", slots: { callsign } });
/** `minutes` are real ones from the moment the note is written. */
export const arrivesIn =
  (callsign: string, minutes: number) =>
  (nowMs: number): Phrase => ({
    id: "arrives-at",
    slots: { callsign, time: inMinutes(nowMs, minutes) },
  });
export const informationIn =
  (minutes: number) =>
  (nowMs: number): Phrase => ({
    id: "information-follows",
    slots: { time: inMinutes(nowMs, minutes) },
  });
export const nothingFound: Phrase = { id: "nothing-found", slots: {} };
export const personsSafe = (count: number): Phrase => ({ id: "persons-safe", slots: { count } });
export const personsScreened = (count: number): Phrase => ({ id: "persons-screened", slots: { count } });
export const vehicleStopped = (count: number): Phrase => ({ id: "vehicle-stopped", slots: { count } });
export const vehicleLost: Phrase = { id: "vehicle-lost", slots: {} };
export const boatSeen = (count: number): Phrase => ({ id: "boat-seen", slots: { count } });
export const waterRising = (centimetres: number): Phrase => ({ id: "water-rising", slots: { centimetres } });
export const roadClosed = (place: string): Phrase => ({ id: "road-closed", slots: { place } });
export const medicalNeeded = (count: number): Phrase => ({ id: "medical-needed", slots: { count } });
export const callUs: Phrase = { id: "call-us", slots: {} };
export const noFurtherInformation: Phrase = { id: "no-further-information", slots: {} };
