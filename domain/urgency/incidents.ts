/** Which incident matters more: danger to life, then impact. */
import type { Incident } from "../incident/schema";
import { impacts } from "../vocabulary";

/** Higher is more urgent. */
export function urgencyOf({ dangerToLife, impact }: Pick<Incident, "dangerToLife" | "impact">): number {
  return (dangerToLife ? impacts.length : 0) + impacts.indexOf(impact);
}
