/**
 * The subjects of the exercise. From an incident's subject alone each country's node knows which storyline it is and
 * under which subjects the other side will create what belongs to it, so neither has to be told.
 */
import { v5 as uuidv5 } from "uuid";
import { type Country, countries } from "@/domain/vocabulary";

/** The name space of the storylines, a UUID made once. */
const storylines = "6f1c0b52-93c4-4f0e-9d0a-5b6a8a7d2e31";
const freshDigits = 12;
const prefixLength = (countries[0] satisfies Country).length + 1;

const uuidOf = (subject: string): string => subject.slice(prefixLength);

/** A UUID of a storyline: what follows from its key and the fresh digits, and the fresh digits themselves. */
const tagged = (key: string, fresh: string): string =>
  uuidv5(`${key} ${fresh}`, storylines).slice(0, -freshDigits) + fresh;

/** A new subject for the incident of a storyline. `freshId` is a UUID that nothing else has. */
export const incidentSubject = (country: Country, key: string, freshId: string): string =>
  `${country}-${tagged(key, freshId.slice(-freshDigits))}`;

/** Whether an incident is one of this storyline. */
export function isOfStory(incident: string, key: string): boolean {
  const uuid = uuidOf(incident);
  return tagged(key, uuid.slice(-freshDigits)) === uuid;
}

/** The subject under which a country creates what a storyline calls `name`. */
export const thingSubject = (country: Country, incident: string, name: string): string =>
  `${country}-${uuidv5(name, uuidOf(incident))}`;
