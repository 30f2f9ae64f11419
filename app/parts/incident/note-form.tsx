"use client";
/** A note: a phrase the other side reads in its own language, or a text tagged with the language it is written in. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PhraseId } from "@/domain/phrases";
import { trimInvisible } from "@/domain/text";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { usePreferences } from "../../i18n/provider";
import { useLive } from "../../live/hooks/use-live";
import { TextField } from "../../ui/field";
import { LabelledToggleGroup, ToggleGroup } from "../../ui/toggle";
import { PhraseChoice, phraseOf, type SlotTexts } from "./phrase-choice";

type Audience = "national" | "joint";

/** Who reads the note, where the incident was released. */
function AudienceChoice({ value, onChange }: { value: Audience; onChange: (audience: Audience) => void }) {
  const t = useTranslations("ask");
  return (
    <LabelledToggleGroup
      label={t("noteAudience")}
      value={value}
      onChange={onChange}
      choices={[
        { value: "national", label: t("noteNational") },
        { value: "joint", label: t("noteJoint") },
      ]}
    />
  );
}

export function NoteForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  const { language } = usePreferences();
  const send = useSendCommand();
  const { store } = useLive().client;
  const [mode, setMode] = useState<"phrase" | "text">("phrase");
  const [phraseId, setPhraseId] = useState<PhraseId>("call-us");
  const [slots, setSlots] = useState<SlotTexts>({});
  const [text, setText] = useState("");
  const [audience, setAudience] = useState<Audience>("national");
  const released = incident.sharing === "released";
  const phrase = phraseOf(phraseId, slots, store.time.now());
  const submit = () => {
    const content = mode === "phrase" ? { phrase } : { text: { text: trimInvisible(text), lang: language } };
    return send("incident.note", incident.id, { ...content, ...(released ? { audience } : {}) });
  };
  return (
    <ActionForm
      label={act("send")}
      ready={mode === "phrase" ? phrase !== undefined : trimInvisible(text) !== ""}
      onSubmit={submit}
      onDone={onDone}
    >
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
        <PhraseChoice id={phraseId} slots={slots} onId={setPhraseId} onSlots={setSlots} />
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
      {released ? <AudienceChoice value={audience} onChange={setAudience} /> : null}
    </ActionForm>
  );
}
