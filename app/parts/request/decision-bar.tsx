"use client";
/** The buttons of a transfer or a proposal: to accept, to decline with a reason, to complete. */
import { useState } from "react";
import type { ReasonCommand } from "../../act/action";
import { ActionDialog, type DialogTitle, ReasonActionForm } from "../../act/action-form";
import { type Offer, sendImmediate } from "../../act/offers";
import { useSendCommand } from "../../act/send-command";
import { usePending } from "../../live/hooks/use-commands";
import { Button } from "../../ui/button";

type Props<Name extends string> = {
  of: "Transfer" | "Proposal";
  subject: string;
  offered: readonly Offer<Name>[];
  labelOf: (name: Name) => string;
  /** The form that declining opens, and the command it sends. */
  decline: DialogTitle & { label: string; type: ReasonCommand };
  /** The form of any other action that needs one. */
  onForm?: (name: Name) => void;
};

export function DecisionBar<Name extends string>(props: Props<Name>) {
  const { of, subject, offered, labelOf, decline, onForm } = props;
  const send = useSendCommand();
  const isSending = usePending(subject).length > 0;
  const [isDeclining, setIsDeclining] = useState(false);
  const { type, label, ...title } = decline;
  const close = () => setIsDeclining(false);
  const open = (offer: Offer<Name>) => {
    if (offer.immediate) void sendImmediate(send, offer.immediate);
    else if (offer.type === type) setIsDeclining(true);
    else onForm?.(offer.name);
  };
  return (
    <div className="flex flex-wrap gap-1.5 pt-0.5">
      {offered.map((offer) => {
        const { name, icon: Icon } = offer;
        return (
          <Button
            key={name}
            size="small"
            look={offer.type === type ? "outline" : "primary"}
            data-step={`${name}${of}`}
            disabled={isSending}
            onClick={() => open(offer)}
          >
            {Icon ? <Icon size={14} aria-hidden /> : null} {labelOf(name)}
          </Button>
        );
      })}
      {isDeclining ? (
        <ActionDialog {...title} onDone={close}>
          <ReasonActionForm label={label} type={type} subject={subject} onDone={close} />
        </ActionDialog>
      ) : null}
    </div>
  );
}
