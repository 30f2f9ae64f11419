"use client";
/** One tap to go on duty or off. */
import { useTranslations } from "use-intl";
import { roleMay } from "@/domain/permissions";
import type { Unit } from "@/domain/unit/schema";
import { useSendCommand } from "../../act/send-command";
import { useSendingText } from "../../act/sending";
import { usePending } from "../../live/hooks/use-commands";
import { useUser } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";

export function DutyButton({ unit, className }: { unit: Unit; className?: string }) {
  const t = useTranslations("myUnit");
  const user = useUser();
  const send = useSendCommand();
  const sendingText = useSendingText();
  const type = unit.duty ? ("duty.end" as const) : ("duty.start" as const);
  const pending = usePending(unit.id).find((one) => one.type === "duty.start" || one.type === "duty.end");
  if (!roleMay(user.role, type)) return null;
  return (
    <Button
      data-testid="duty"
      look={unit.duty ? "outline" : "primary"}
      className={classes("h-auto min-h-12 px-4 text-field-body whitespace-normal", className)}
      aria-disabled={pending !== undefined}
      onClick={() => {
        if (!pending) void send(type, unit.id, {});
      }}
    >
      {sendingText(pending) ?? t(unit.duty ? "end" : "start")}
    </Button>
  );
}
