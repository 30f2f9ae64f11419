"use client";
/** Acknowledges a takeover for this centre, from wherever the desk is. */
import { Eye } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Takeover } from "@/domain/takeover";
import { canSend, isAllowed } from "../../act/can-send";
import { useSendCommand } from "../../act/send-command";
import { useSendingText } from "../../act/sending";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";

type Props = { takeover: Takeover; onOpen: () => void };

export function TakeoverActions({ takeover, onOpen }: Props) {
  const t = useTranslations("takeover");
  const sendingText = useSendingText();
  const { client, user } = useLive();
  const send = useSendCommand();
  const [pending] = usePending(takeover.id);
  const type =
    takeover.of === "request" ? ("request.acknowledge" as const) : ("incident.acknowledge" as const);
  const permission = canSend(client.store, user, type, takeover.id, {});
  return (
    <div className="grid min-w-40 gap-2">
      {isAllowed(permission) ? (
        <Button
          data-testid="takeover-read"
          className="h-11 border-on-danger bg-on-danger text-desk-row text-danger hover:bg-on-danger-quiet"
          disabled={pending !== undefined}
          onClick={() => void send(type, takeover.id, {})}
        >
          <Eye size={17} aria-hidden /> {sendingText(pending) ?? t("acknowledge")}
        </Button>
      ) : (
        <p className="text-desk-note">{t("deskMustRead")}</p>
      )}
      <Button className="border-on-danger text-on-danger hover:bg-alarm-fill" onClick={onOpen}>
        {t("open")}
      </Button>
    </div>
  );
}
