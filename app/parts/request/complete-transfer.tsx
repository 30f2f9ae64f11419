"use client";
/** Completes a transfer: what of the giver's still runs goes on as its own, or ends with it. */
import { ArrowLeftRight, CircleSlash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionDialog, ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { Checkbox } from "../../ui/checkbox";
import { endsOf } from "./close-form";
import { RunningGroup } from "./ending-list";
import { useEnding } from "./use-ending";

function CompleteForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("ending");
  const transfer = useTranslations("transfer");
  const send = useSendCommand();
  const { ours, blocked } = useEnding(incident, "incident-transferred");
  const [endToo, setEndToo] = useState(false);
  const must = ours.filter(({ what }) => what === "proposal");
  const may = ours.filter(({ what }) => what !== "proposal" && what !== "transfer");
  const ends = endToo ? [...must, ...may] : must;
  const icon = "mt-0.5 shrink-0";
  return (
    <ActionForm
      label={transfer("complete")}
      ready={!ends.some((one) => blocked.includes(one))}
      onSubmit={() => send("transfer.complete", incident.id, endsOf(ends))}
      onDone={onDone}
    >
      <RunningGroup
        name="ends"
        running={must}
        title={
          <>
            <CircleSlash2 size={16} aria-hidden className={icon} /> {t("ends")}
          </>
        }
      />
      <RunningGroup
        name="goes-on"
        running={may}
        title={
          <>
            <ArrowLeftRight size={16} aria-hidden className={icon} /> {t("goesOn")}
          </>
        }
      />
      {may.length > 0 ? <Checkbox checked={endToo} onChange={setEndToo} label={t("endToo")} /> : null}
    </ActionForm>
  );
}

export function CompleteTransferDialog(props: IncidentFormProps) {
  const t = useTranslations("transfer");
  return (
    <ActionDialog title={t("completeTitle", { ref: props.incident.ref })} onDone={props.onDone}>
      <CompleteForm {...props} />
    </ActionDialog>
  );
}
