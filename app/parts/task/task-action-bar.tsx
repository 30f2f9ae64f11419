"use client";
/** What can be done with a task: its next step as a button, everything else in a menu. */
import { ArrowRight, Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { nextStep } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { type ActionName, hasForm } from "../../act/actions";
import { type Offer, offers, sendImmediate } from "../../act/offers";
import { useSendCommand } from "../../act/send-command";
import { Sending } from "../../act/sending";
import { taskSteps } from "../../act/task-actions";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../ui/menu";
import type { TaskDialogName } from "./task-dialogs";

type TaskOffer = Offer<ActionName<"task">>;
type Props = { task: Task; onOpenForm: (name: TaskDialogName) => void };

const isStep = ({ name }: TaskOffer): boolean => Object.hasOwn(taskSteps, name);

/** The forms in the menu: the next step can be entered with the time at which it was reported by radio. */
function formsOf(offered: readonly TaskOffer[]): TaskDialogName[] {
  const step = offered.find(isStep);
  const others = offered.flatMap((offer) =>
    !isStep(offer) && hasForm("task", offer.name, "dialog") ? [offer.name] : [],
  );
  return step?.immediate ? ["radio", ...others] : others;
}

function StepButton({ task, offer, onOpenForm }: Props & { offer: TaskOffer }) {
  const t = useTranslations("task");
  const status = useTranslations("taskStatus");
  const send = useSendCommand();
  const step = nextStep[task.status];
  if (!step) return null;
  const { immediate } = offer;
  return (
    <Button
      size="small"
      data-step={step}
      aria-label={t("markAs", { status: status(step) })}
      onClick={() => (immediate ? void sendImmediate(send, immediate) : onOpenForm("complete"))}
    >
      <ArrowRight size={13} aria-hidden /> {status(step)}
    </Button>
  );
}

function FormMenu({ task, forms, onOpenForm }: Props & { forms: readonly TaskDialogName[] }) {
  const t = useTranslations("task");
  const status = useTranslations("taskStatus");
  const step = nextStep[task.status];
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="small" className="w-7 px-0" aria-label={t("more", { callsign: task.unit.callsign })}>
          <Ellipsis size={15} aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {forms.map((name) => (
          <MenuItem key={name} data-ask={name} onSelect={() => onOpenForm(name)}>
            {t(`menu.${name}`, { status: step ? status(step) : "" })}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

export function TaskActionBar({ task, onOpenForm }: Props) {
  const t = useTranslations("task");
  const { client, user } = useLive();
  const isSending = usePending(task.id).length > 0;
  const offered = offers("task", { entity: task, user, store: client.store });
  if (offered.length === 0) return null;
  const step = offered.find(isStep);
  const forms = formsOf(offered);
  const hasEnded = nextStep[task.status] === null;
  return (
    <span className="ml-auto flex shrink-0 gap-1.5">
      <Sending subject={task.id} className="self-center text-desk-note" />
      {step && !isSending ? <StepButton task={task} offer={step} onOpenForm={onOpenForm} /> : null}
      {hasEnded && forms.includes("reassign") && !isSending ? (
        <Button size="small" data-ask="reassign" onClick={() => onOpenForm("reassign")}>
          {t("menu.reassign")}
        </Button>
      ) : null}
      {hasEnded || forms.length === 0 ? null : <FormMenu task={task} forms={forms} onOpenForm={onOpenForm} />}
    </span>
  );
}
