"use client";
/** The steps of a request as buttons: what this side owes first and filled, the others beside it. */
import {
  BadgeCheck,
  Check,
  CircleCheckBig,
  CircleSlash2,
  Eye,
  type LucideIcon,
  Replace,
  Undo2,
  UserRoundPlus,
  X,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import type { Request } from "@/domain/request/schema";
import { type SendCommand, useDenialText, useSendCommand } from "../../act/send-command";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { Tooltip } from "../../ui/tooltip";
import { type AskingStep, isAskingStep, StepDialog } from "./step-dialogs";
import { type OfferedStep, type StepName, stepsOf } from "./steps";

const icons: Record<StepName, LucideIcon> = {
  accept: Check,
  acceptCounter: Check,
  confirm: BadgeCheck,
  assign: UserRoundPlus,
  complete: CircleCheckBig,
  cancelTask: CircleSlash2,
  read: Eye,
  counter: Replace,
  refuseCounter: X,
  decline: X,
  withdraw: Undo2,
};

/** Sends what needs no question. */
async function runNow(run: SendCommand, name: Exclude<StepName, Exclude<AskingStep, "accept">>, id: string) {
  switch (name) {
    case "read":
      return run("request.acknowledge", id, {});
    case "accept":
      return run("request.accept", id, {});
    case "acceptCounter":
      return run("request.accept-counter", id, {});
    case "confirm":
      return run("request.confirm", id, {});
  }
}

type ButtonProps = { step: OfferedStep; primary: boolean; disabled: boolean; onAct: () => void };

function StepButton({ step, primary, disabled, onAct }: ButtonProps) {
  const t = useTranslations("request.step");
  const denialText = useDenialText();
  const { name, denial } = step;
  const Icon = icons[name];
  const button = (
    <Button
      size="small"
      look={primary && !denial ? "primary" : "outline"}
      data-step={name}
      aria-disabled={denial !== undefined || disabled}
      onClick={() => denial === undefined && !disabled && onAct()}
    >
      <Icon size={14} aria-hidden /> {t(name)}
    </Button>
  );
  return denial ? <Tooltip text={denialText(denial)}>{button}</Tooltip> : button;
}

export function StepBar({ incident, request }: { incident: Incident; request: Request }) {
  const { client, user } = useLive();
  const run = useSendCommand();
  const sending = usePending(request.id).length > 0;
  const [asked, ask] = useState<{ name: AskingStep; subject: string }>();
  const steps = stepsOf(client.store, user, request);
  const act = ({ name, subject }: OfferedStep) => {
    if (isAskingStep(name, request)) ask({ name, subject });
    else void runNow(run, name, request.id);
  };
  return (
    <>
      {steps.length > 0 ? (
        <div className="flex flex-wrap gap-1.5 pt-0.5">
          {steps.map((step, index) => (
            <StepButton
              key={step.name}
              step={step}
              primary={index === 0 && step.owed}
              disabled={sending}
              onAct={() => act(step)}
            />
          ))}
        </div>
      ) : null}
      {asked ? (
        <StepDialog incident={incident} request={request} {...asked} onDone={() => ask(undefined)} />
      ) : null}
    </>
  );
}
