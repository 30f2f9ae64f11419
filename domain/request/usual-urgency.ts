import type { Incident } from "../incident/schema";
import type { Urgency } from "../vocabulary";

/** How urgent a request about an incident usually is: where the choice begins, never a rule. */
export const usualUrgency = ({ dangerToLife, kind }: Pick<Incident, "dangerToLife" | "kind">): Urgency =>
  dangerToLife ? "danger-to-life" : kind === "pursuit" ? "pursuit" : "urgent";
