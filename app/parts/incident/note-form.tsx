"use client";
/** A note: a phrase the other side reads in its own language, or own words tagged with their language. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type PhraseId, phraseIds, phraseSchema, phraseSlots } from "@/domain/phrases";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { clockTime } from "../../i18n/format";
import { usePreferences } from "../../i18n/provider";
import { timeToday } from "../../i18n/typed-time";
import { Field, Input, TextField } from "../../ui/field";
import { Select } from "../../ui/select";
import { ToggleGroup } from "../../ui/toggle";

type SlotName = "callsign" | "time" | "count" | "centimetres" | "place";
const numeric = new Set<string>(["count", "centimetres"]);

function slotValue(name: string, text: string): unknown {
  if (numeric.has(name)) return text === "" ? undefined : Number(text);
  return name === "time" ? timeToday(text, Date.now()) : text.trim();
}

/** The phrase with its slots, or undefined while a slot is missing or wrong. */
export function phraseOf(id: PhraseId, texts: Record<string, string>) {
  const slots = Object.fromEntries(
    Object.keys(phraseSlots[id]).map((name) => [name, slotValue(name, texts[name] ?? "")]),
  );
  return phraseSchema.safeParse({ id, slots }).data;
}

function PhraseFields({
  id,
  texts,
  onChange,
}: {
  id: PhraseId;
  texts: Record<string, string>;
  onChange: (texts: Record<string, string>) => void;
}) {
  const t = useTranslations("slot");
  const names = Object.keys(phraseSlots[id]) as SlotName[];
  return names.map((name) => (
    <Field key={name} label={t(name)}>
      <Input
        inputMode={numeric.has(name) ? "numeric" : undefined}
        placeholder={name === "time" ? clockTime(Date.now()) : undefined}
        value={texts[name] ?? ""}
        onText={(text) => onChange({ ...texts, [name]: text })}
      />
    </Field>
  ));
}

/** The phrase's words with its empty slots named. */
function usePhraseLabels(): (id: PhraseId) => string {
  const t = useTranslations("phrase");
  const slot = useTranslations("slot");
  return (id) => {
    const names = Object.keys(phraseSlots[id]) as SlotName[];
    const values = Object.fromEntries(names.map((name) => [name, numeric.has(name) ? 0 : `[${slot(name)}]`]));
    return (t as unknown as (key: PhraseId, values: Record<string, unknown>) => string)(id, values).replace(
      /\b0\b/,
      "…",
    );
  };
}

export function NoteForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  const { language } = usePreferences();
  const send = useSendCommand();
  const labelOf = usePhraseLabels();
  const [mode, setMode] = useState<"phrase" | "text">("phrase");
  const [phraseId, setPhraseId] = useState<PhraseId>("call-us");
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [text, setText] = useState("");
  const [audience, setAudience] = useState<"national" | "joint">("national");
  const released = incident.sharing === "released";
  const phrase = phraseOf(phraseId, texts);
  const ready = mode === "phrase" ? phrase !== undefined : text.trim() !== "";
  const submit = async () => {
    const content = mode === "phrase" ? { phrase } : { text: { text: text.trim(), lang: language } };
    return send("incident.note", incident.id, { ...content, ...(released ? { audience } : {}) });
  };
  return (
    <ActionForm label={act("send")} ready={ready} onSubmit={submit} onDone={onDone}>
      <ToggleGroup
        label={t("noteTitle", { ref: incident.ref })}
        value={mode}
        onChange={setMode}
        choices={[
          { value: "phrase", label: t("notePhrase") },
          { value: "text", label: t("noteText") },
        ]}
      />
      {mode === "phrase" ? (
        <>
          <Select
            label={t("notePhrase")}
            value={phraseId}
            onChange={setPhraseId}
            options={phraseIds.map((value) => ({ value, label: labelOf(value) }))}
          />
          <PhraseFields id={phraseId} texts={texts} onChange={setTexts} />
        </>
      ) : (
        <TextField
          label={t("noteText")}
          hint={t("noteTextHint")}
          autoFocus
          maxLength={2000}
          value={text}
          onText={setText}
        />
      )}
      {released ? (
        <div>
          <p className="mb-1 text-desk-note text-ink-2">{t("noteAudience")}</p>
          <ToggleGroup
            label={t("noteAudience")}
            value={audience}
            onChange={setAudience}
            choices={[
              { value: "national", label: t("noteNational") },
              { value: "joint", label: t("noteJoint") },
            ]}
          />
        </div>
      ) : null}
    </ActionForm>
  );
}
