/** What the partner has let run out, in words, with its telephone: there is nothing to press on a wall. */
import type { Clock } from "@/domain/clock/clock";
import { PartnerOverdue } from "../../parts/clock/partner-overdue";
import { Telephone } from "../../parts/clock/telephone";

export function WallOverdue({ clock }: { clock: Clock }) {
  return (
    <span className="flex items-center gap-[0.9rem] overflow-hidden text-wall-note">
      <PartnerOverdue clock={clock} plateClassName="text-wall-note" />
      <Telephone country={clock.due} asText />
    </span>
  );
}
