"use client";
/** Acknowledges a takeover for this centre, from wherever the desk is. */
import { Eye, Siren, UserRoundPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { Takeover } from "@/domain/takeover";
import type { ActionName } from "../../act/actions";
import { canSend, isAllowed } from "../../act/can-send";
import { offers } from "../../act/offers";
import { useSendCommand } from "../../act/send-command";
import { useSendingText } from "../../act/sending";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";

/** What a takeover offers beside its reading, to the role that may. */
const takeoverActs = ["urgent", "assign"] as const satisfies readonly ActionName<"incident">[];
export type TakeoverAct = (typeof takeoverActs)[number];

type Props = {
  takeover: Takeover;
  incident: Incident;
  onOpen: () => void;
  onAct: (name: TakeoverAct) => void;
};

const look = "border-on-danger text-on-danger hover:bg-alarm-fill";

/** Releasing at once, with its reason, and sending a unit: where this account may, and the incident is not refused it. */
function Acts({ incident, onAct }: Pick<Props, "incident" | "onAct">) {
  const t = useTranslations("takeover");
  const act = useTranslations("act");
  const { client, user } = useLive();
  const offered = offers("incident", { entity: incident, user, store: client.store });
  const open = takeoverActs.filter((name) => offered.some((one) => one.name === name && !one.denial));
  return open.map((name) => (
    <Button key={name} data-testid={`takeover-${name}`} className={look} onClick={() => onAct(name)}>
      {name === "urgent" ? <Siren size={17} aria-hidden /> : <UserRoundPlus size={17} aria-hidden />}
      {name === "urgent" ? act("urgent") : t("assign")}
    </Button>
  ));
}

export function TakeoverActions({ takeover, incident, onOpen, onAct }: Props) {
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
      <Acts incident={incident} onAct={onAct} />
      <Button className={look} onClick={onOpen}>
        {t("open")}
      </Button>
    </div>
  );
}
