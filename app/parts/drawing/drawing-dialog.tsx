"use client";
/** The form of a drawing: its text, audience and expiry, and the warnings of an area. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { FenceWarning } from "@/domain/drawing/fence";
import { fenceWarnings } from "@/domain/drawing/schema";
import { isIncident } from "@/domain/incident/schema";
import { ActionForm } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { TimeInput } from "../../act/time-input";
import { useFormats } from "../../i18n/format";
import { newSubject } from "../../live/commands";
import { useIncident } from "../../live/hooks/use-entity";
import { useLive } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { Field, Input } from "../../ui/field";
import { ToggleGroup } from "../../ui/toggle";
import { type Draft, type Expiry, expiries, isComplete, putBody } from "./draft";

const expiryText = {
  never: "never",
  "1": "e1",
  "6": "e6",
  "24": "e24",
  "168": "e168",
  clock: "untilTime",
} as const;

type PartProps = { draft: Draft; set: (change: Partial<Draft>) => void };

function Audience({ draft, set }: PartProps) {
  const t = useTranslations("draw");
  const commander = useLive().user.role === "commander";
  // The audience is fixed when a drawing is first sent: what both countries hold stays with both.
  if (draft.before)
    return <p className="text-desk-body text-ink-2">{t(draft.joint ? "joint" : "national")}</p>;
  if (!commander) return <p className="text-desk-note text-ink-3">{t("jointCommander")}</p>;
  return (
    <div className="grid gap-1">
      <span className="text-desk-note text-ink-2">{t("audience")}</span>
      <ToggleGroup
        label={t("audience")}
        value={draft.joint ? "joint" : "national"}
        choices={(["national", "joint"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(value) => set({ joint: value === "joint" })}
      />
    </div>
  );
}

function Shown({ draft, set }: PartProps) {
  const t = useTranslations("draw");
  const { moment } = useFormats();
  const now = useNow();
  const until = draft.before?.expiresAt;
  const choices: { value: Expiry; label: string }[] = [
    ...(until ? [{ value: "keep" as const, label: t("asBefore", { time: moment(until, now) }) }] : []),
    ...expiries.map((value) => ({ value, label: t(expiryText[value]) })),
  ];
  return (
    <div className="grid gap-1">
      <span className="text-desk-note text-ink-2">{t("expiry")}</span>
      <ToggleGroup
        label={t("expiry")}
        value={draft.expiry}
        choices={choices}
        onChange={(expiry) => set({ expiry })}
      />
      {draft.expiry === "clock" ? (
        <TimeInput
          autoFocus
          label={t("untilTime")}
          direction="coming"
          className="max-w-72"
          text={draft.until}
          onText={(text) => set({ until: text })}
        />
      ) : null}
    </div>
  );
}

function Fence({ draft, set }: PartProps) {
  const t = useTranslations("draw");
  if (draft.shape !== "area") return null;
  const toggle = (warning: FenceWarning, on: boolean) =>
    set({ fence: fenceWarnings.filter((each) => (each === warning ? on : draft.fence.includes(each))) });
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 text-desk-note text-ink-2">{t("fence")}</legend>
      {fenceWarnings.map((warning) => (
        <Checkbox
          key={warning}
          checked={draft.fence.includes(warning)}
          onChange={(on) => toggle(warning, on)}
          label={t(warning)}
        />
      ))}
    </fieldset>
  );
}

/** Links the drawing to the selected incident; a joint drawing only to a released one. */
function About({ draft, set, selected }: PartProps & { selected: string | undefined }) {
  const t = useTranslations("draw");
  const id = draft.incidentId ?? selected ?? "";
  const incident = useIncident(id);
  if (!isIncident(incident)) return null;
  return (
    <Checkbox
      checked={draft.incidentId !== undefined}
      disabled={draft.joint && incident.sharing !== "released"}
      onChange={(on) => set({ incidentId: on ? id : undefined })}
      label={t("about", { ref: incident.ref })}
    />
  );
}

function DrawingForm({
  start,
  selected,
  onDone,
}: {
  start: Draft;
  selected: string | undefined;
  onDone: () => void;
}) {
  const t = useTranslations("draw");
  const { client, user } = useLive();
  const send = useSendCommand();
  const [draft, setDraft] = useState(start);
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const submit = () =>
    send(
      "drawing.put",
      draft.before?.id ?? newSubject(user.country),
      putBody(draft, client.store.time.now()),
    );
  return (
    <ActionForm
      label={t(draft.before ? "save" : "put")}
      ready={isComplete(draft, client.store.time.now())}
      onSubmit={submit}
      onDone={onDone}
    >
      <Field label={t("name")}>
        <Input autoFocus maxLength={80} value={draft.label} onText={(text) => set({ label: text })} />
      </Field>
      <Audience draft={draft} set={set} />
      <Shown draft={draft} set={set} />
      <About draft={draft} set={set} selected={selected} />
      <Fence draft={draft} set={set} />
    </ActionForm>
  );
}

/** Asks for the rest of a drawing and sends it. `onDone` is called also when it is cancelled. */
export function DrawingDialog(props: { start: Draft; selected: string | undefined; onDone: () => void }) {
  const t = useTranslations("draw");
  const { start, onDone } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDone();
      }}
      title={`${t(start.before ? "change" : "new")}: ${t(start.shape)}`}
    >
      <DrawingForm {...props} />
    </Dialog>
  );
}
