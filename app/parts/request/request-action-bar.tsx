"use client";
/** What can be done about a request, as buttons: what this side must do first and filled, the others beside it. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { IncidentEntity } from "@/domain/incident/schema";
import type { Request } from "@/domain/request/schema";
import { type ActionName, hasForm } from "../../act/actions";
import { DenialTooltip } from "../../act/denial";
import { type Offer, offers, sendImmediate } from "../../act/offers";
import { useSendCommand } from "../../act/send-command";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { RequestDialog, type RequestDialogName } from "./request-dialogs";

type RequestOffer = Offer<ActionName<"request">>;
type ButtonProps = { offer: RequestOffer; primary: boolean; disabled: boolean; onAct: () => void };

function ActionButton({ offer, primary, disabled, onAct }: ButtonProps) {
  const t = useTranslations("request.step");
  const { name, denial, icon: Icon } = offer;
  return (
    <DenialTooltip denial={denial}>
      <Button
        size="small"
        look={primary && !denial ? "primary" : "outline"}
        data-step={name}
        aria-disabled={denial !== undefined || disabled}
        onClick={() => denial === undefined && !disabled && onAct()}
      >
        {Icon ? <Icon size={14} aria-hidden /> : null} {t(name)}
      </Button>
    </DenialTooltip>
  );
}

export function RequestActionBar({ incident, request }: { incident: IncidentEntity; request: Request }) {
  const { client, user } = useLive();
  const send = useSendCommand();
  const isSending = usePending(request.id).length > 0;
  const [dialog, openDialog] = useState<{ name: RequestDialogName; subject: string }>();
  const offered = offers("request", { entity: request, user, store: client.store });
  const act = ({ name, subject, immediate }: RequestOffer) => {
    if (immediate) void sendImmediate(send, immediate);
    else if (!hasForm("request", name, "none")) openDialog({ name, subject });
  };
  return (
    <>
      {offered.length > 0 ? (
        <div className="flex flex-wrap gap-1.5 pt-0.5">
          {offered.map((offer, index) => (
            <ActionButton
              key={offer.name}
              offer={offer}
              primary={index === 0 && offer.isPending}
              disabled={isSending}
              onAct={() => act(offer)}
            />
          ))}
        </div>
      ) : null}
      {dialog ? (
        <RequestDialog
          incident={incident}
          request={request}
          {...dialog}
          onDone={() => openDialog(undefined)}
        />
      ) : null}
    </>
  );
}
