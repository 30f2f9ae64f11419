"use client";
/** What a desk can do about a deadline: acknowledge its alarm, pause it with a reason, resume it. */
import { BellRing, Pause, Play } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type Clock, phaseOf } from "@/domain/clock/clock";
import { ReasonForm } from "../../act/action-form";
import { canSend, isAllowed } from "../../act/can-send";
import { useSendCommand } from "../../act/send-command";
import { useSendingText } from "../../act/sending";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Tooltip } from "../../ui/tooltip";

/** What the rules allow on this deadline; asked again only when the deadline itself has changed. */
function useClockPermissions(clock: Clock): { acknowledge: boolean; pause: boolean; resume: boolean } {
  const { client, user } = useLive();
  return useMemo(() => {
    const { store } = client;
    return {
      acknowledge: isAllowed(canSend(store, user, "alarm.acknowledge", clock.id, {})),
      pause: isAllowed(canSend(store, user, "clock.pause", clock.id, { reason: "-" })),
      resume: clock.paused && isAllowed(canSend(store, user, "clock.resume", clock.id, {})),
    };
  }, [client, user, clock]);
}

/** Acknowledges the alarm as a named desk. */
export function AcknowledgeAlarm({ clock, className }: { clock: Clock; className?: string }) {
  const t = useTranslations("clocks");
  const sendingText = useSendingText();
  const send = useSendCommand();
  const may = useClockPermissions(clock);
  const [pending] = usePending(clock.id);
  if (!may.acknowledge) return null;
  return (
    <Button
      size="small"
      className={className}
      data-testid="alarm-acknowledge"
      disabled={pending !== undefined}
      onClick={() => void send("alarm.acknowledge", clock.id, {})}
    >
      <BellRing size={14} aria-hidden /> {sendingText(pending) ?? t("acknowledge")}
    </Button>
  );
}

function PauseDialog({ clock, onDone }: { clock: Clock; onDone: () => void }) {
  const t = useTranslations("clocks");
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()} title={t("pause")} text={t("pauseText")}>
      <ReasonForm
        label={t("pause")}
        onReason={(send, reason) => send("clock.pause", clock.id, { reason })}
        onDone={onDone}
      />
    </Dialog>
  );
}

export function ClockActions({ clock }: { clock: Clock }) {
  const t = useTranslations("clocks");
  const send = useSendCommand();
  const now = useNow(1_000);
  const may = useClockPermissions(clock);
  const [pausing, pause] = useState(false);
  const alarm = phaseOf(clock, now) === "alarm";
  return (
    <span className="flex items-center justify-end gap-1">
      {alarm ? <AcknowledgeAlarm clock={clock} /> : null}
      {may.pause ? (
        <Tooltip text={t("pause")}>
          <Button look="quiet" size="squareSmall" aria-label={t("pause")} onClick={() => pause(true)}>
            <Pause size={15} aria-hidden />
          </Button>
        </Tooltip>
      ) : null}
      {may.resume ? (
        <Tooltip text={t("resume")}>
          <Button
            look="quiet"
            size="squareSmall"
            aria-label={t("resume")}
            onClick={() => void send("clock.resume", clock.id, {})}
          >
            <Play size={15} aria-hidden />
          </Button>
        </Tooltip>
      ) : null}
      {pausing ? <PauseDialog clock={clock} onDone={() => pause(false)} /> : null}
    </span>
  );
}
