/** What the partner has let run out, in words, with its telephone: there is nothing to press on a wall. */
import type { Clock } from "@/domain/clock/clock";
import { PartnerOverdue } from "../../parts/clock/partner-overdue";
import { Telephone } from "../../parts/clock/telephone";
import { CountryPlate } from "../../ui/country";

export function WallOverdue({ clock }: { clock: Clock }) {
  return (
    <span className="flex flex-wrap items-center gap-x-[0.9rem] text-wall-note">
      <CountryPlate country={clock.due} className="text-wall-note" />
      <PartnerOverdue clock={clock} plate={false} className="shrink-0" />
      <Telephone country={clock.due} asText brief />
    </span>
  );
}
