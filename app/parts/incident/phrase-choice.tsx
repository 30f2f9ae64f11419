"use client";
/** A ready phrase and its slots: the other side reads it in its own language. */
import { useTranslations } from "use-intl";
import { type PhraseId, phraseIds, phraseSchema, phraseSlots } from "@/domain/phrases";
import { trimInvisible } from "@/domain/text";
import { NumberInput } from "../../act/number-input";
import { TimeInput } from "../../act/time-input";
import { typedCount } from "../../i18n/typed-number";
import { nextTime } from "../../i18n/typed-time";
import { Field, Input } from "../../ui/field";
import { Select } from "../../ui/select";

type SlotName = "callsign" | "time" | "count" | "centimetres" | "place";
/** What was typed into each slot. */
export type SlotTexts = Record<string, string>;
const numeric = new Set<string>(["count", "centimetres"]);

function numberOf(text: string): number | undefined {
  const typed = typedCount(text);
  return typed.state === "number" ? typed.value : undefined;
}

function slotValue(name: string, text: string, nowMs: number): unknown {
  if (numeric.has(name)) return numberOf(text);
  return name === "time" ? nextTime(text, nowMs) : trimInvisible(text);
}

/** The phrase with its slots, or undefined while a slot is missing or wrong. `nowMs`: the server's time, epoch ms. */
export function phraseOf(id: PhraseId, typed: SlotTexts, nowMs: number) {
  const slots = Object.fromEntries(
    Object.keys(phraseSlots[id]).map((name) => [name, slotValue(name, typed[name] ?? "", nowMs)]),
  );
  return phraseSchema.safeParse({ id, slots }).data;
}

type Props = {
  id: PhraseId;
  slots: SlotTexts;
  onId: (id: PhraseId) => void;
  onSlots: (slots: SlotTexts) => void;
};

function SlotFields({ id, slots, onSlots }: Omit<Props, "onId">) {
  const t = useTranslations("slot");
  const names = Object.keys(phraseSlots[id]) as SlotName[];
  return names.map((name) => {
    const text = slots[name] ?? "";
    const onText = (typed: string) => onSlots({ ...slots, [name]: typed });
    return (
      <Field key={name} label={t(name)}>
        {numeric.has(name) ? (
          <NumberInput
            label={t(name)}
            inputMode="numeric"
            value={text}
            typed={typedCount(text)}
            onText={onText}
          />
        ) : name === "time" ? (
          <TimeInput label={t(name)} direction="coming" text={text} onText={onText} />
        ) : (
          <Input maxLength={60} value={text} onText={onText} />
        )}
      </Field>
    );
  });
}

/** A phrase with its empty slots named. */
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

export function PhraseChoice({ id, slots, onId, onSlots }: Props) {
  const t = useTranslations("ask");
  const labelOf = usePhraseLabels();
  return (
    <>
      <Select
        label={t("notePhrase")}
        value={id}
        onChange={onId}
        options={phraseIds.map((value) => ({ value, label: labelOf(value) }))}
      />
      <SlotFields id={id} slots={slots} onSlots={onSlots} />
    </>
  );
}
