"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { trimInvisible } from "@/domain/text";
import { partnerOf } from "@/domain/vocabulary";
import { nameIn } from "@/map/gazetteer";
import { TimeInput } from "../../act/time-input";
import { coordinates } from "../../i18n/format";
import { usePreferences } from "../../i18n/provider";
import { useUser } from "../../live/hooks/use-live";
import { Field, Input } from "../../ui/field";
import { LabelledToggleGroup, ToggleGroup } from "../../ui/toggle";
import { findPlaces } from "../report/place-text";
import {
  crossings,
  elsewhere,
  type HandoverDraft,
  handedOver,
  isDeskOf,
  placeOfDraft,
} from "./handover-draft";

type Props = {
  draft: HandoverDraft;
  /** Desks of both sides that are known here: the receiver's are offered while typing. */
  desks: readonly string[];
  onChange: (part: Partial<HandoverDraft>) => void;
};

function Where({ draft, onChange }: Props) {
  const t = useTranslations("handover");
  const report = useTranslations("report");
  const { language } = usePreferences();
  const place = placeOfDraft(draft, language);
  const typed = draft.where === elsewhere;
  const [found] = typed ? findPlaces(draft.placeText, language).found : [];
  const wrong = typed && draft.placeText.trim().length > 2 && !place;
  return (
    <div className="grid gap-1.5">
      <p className="text-desk-note text-ink-2">{t("where")}</p>
      <ToggleGroup
        label={t("where")}
        value={draft.where}
        onChange={(where) => onChange({ where })}
        choices={[
          ...crossings.map((crossing) => ({ value: crossing.id, label: nameIn(crossing, language) })),
          { value: elsewhere, label: t("elsewhere") },
        ]}
      />
      {typed ? (
        <Field
          label={t("place")}
          hint={found ? `${found.label} · ${coordinates(found.place)}` : report("typedHint")}
          error={wrong ? report("notAPlace") : undefined}
        >
          <Input
            aria-invalid={wrong}
            value={draft.placeText}
            onText={(text) => onChange({ placeText: text })}
          />
        </Field>
      ) : null}
    </div>
  );
}

export function HandoverFields(props: Props) {
  const { draft, desks, onChange } = props;
  const t = useTranslations("handover");
  const list = useId();
  const names = useTranslations("country");
  const { country } = useUser();
  const receiver = draft.receiver ?? country;
  const isForeign = draft.desk !== "" && !isDeskOf(trimInvisible(draft.desk), receiver);
  return (
    <div className="grid gap-3 rounded-2 border p-3">
      <LabelledToggleGroup
        label={t("of")}
        value={draft.of}
        onChange={(of) => onChange({ of })}
        choices={handedOver.map((value) => ({ value, label: t(value) }))}
      />
      <Where {...props} />
      <LabelledToggleGroup
        label={t("receiver")}
        value={receiver}
        onChange={(next) => onChange({ receiver: next, desk: "" })}
        choices={[country, partnerOf(country)].map((value) => ({ value, label: names(value) }))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("when")} hint={t("whenHint")}>
          <TimeInput
            label={t("when")}
            direction="coming"
            text={draft.time}
            onText={(text) => onChange({ time: text })}
          />
        </Field>
        <Field
          label={t("desk")}
          hint={t("deskHint")}
          error={isForeign ? t("notTheirs", { country: names(receiver) }) : undefined}
        >
          <Input
            list={list}
            maxLength={40}
            aria-invalid={isForeign}
            value={draft.desk}
            onText={(text) => onChange({ desk: text })}
          />
        </Field>
        <datalist id={list}>
          {desks
            .filter((desk) => desk.startsWith(`${receiver}-`))
            .map((desk) => (
              <option key={desk} value={desk} />
            ))}
        </datalist>
      </div>
    </div>
  );
}
