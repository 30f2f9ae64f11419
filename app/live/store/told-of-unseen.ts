/** Which screens are told what their centre has not seen. */
import { streamOf } from "@/domain/envelope";
import { type Unseen, unseenOf } from "@/domain/pending-actions/unseen";
import type { Country } from "@/domain/vocabulary";
import type { LiveStore } from "./store";

/** A display of the joint picture alone, which is sent nothing national, is not told what its centre has seen. */
export const isToldOfUnseen = (store: LiveStore, country: Country): boolean =>
  !store.isDisplay || store.vector[streamOf(country, "national")] !== undefined;

/** What this centre has not seen of an incident, the gravest first; nothing where the screen is not told. */
export function unseenIn(store: LiveStore, incidentId: string, country: Country): Unseen[] {
  const entity = store.get("incidents", incidentId);
  if (!entity || !isToldOfUnseen(store, country)) return [];
  return unseenOf(entity, store.contextOf(incidentId), country);
}
