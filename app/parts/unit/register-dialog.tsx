"use client";
/** A new unit: callsign, kind, and where it is at home. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PlaceInput } from "@/domain/place";
import { trimInvisible } from "@/domain/text";
import { type UnitKind, unitKinds } from "@/domain/vocabulary";
import { ActionForm } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { newSubject } from "../../live/commands";
import { useLive } from "../../live/hooks/use-live";
import { Dialog } from "../../ui/dialog";
import { Field, Input } from "../../ui/field";
import { ToggleGroup } from "../../ui/toggle";
import { PlaceChoice } from "../report/place-choice";
import { UnitGlyph } from "./unit-mark";

const longest = 20;

function RegisterForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("unit");
  const kinds = useTranslations("unitKind");
  const { client, user } = useLive();
  const send = useSendCommand();
  const [subject] = useState(() => newSubject(user.country));
  const [callsign, setCallsign] = useState("");
  const [kind, setKind] = useState<UnitKind>("patrol");
  const [base, setBase] = useState<PlaceInput>();
  const [place, setPlace] = useState("");
  const name = trimInvisible(callsign);
  const taken = [...client.store.picture.units.values()].some(
    (unit) => unit.country === user.country && unit.callsign.toUpperCase() === name.toUpperCase(),
  );
  return (
    <ActionForm
      label={t("register")}
      ready={name !== "" && !taken && trimInvisible(place) === ""}
      onSubmit={() => send("unit.register", subject, { callsign: name, kind, ...(base ? { base } : {}) })}
      onDone={onDone}
    >
      <Field label={t("callsign")} hint={t("callsignHint")} error={taken ? t("taken") : undefined}>
        <Input autoFocus maxLength={longest} value={callsign} aria-invalid={taken} onText={setCallsign} />
      </Field>
      <ToggleGroup
        label={t("kind")}
        value={kind}
        onChange={setKind}
        choices={unitKinds.map((value) => ({
          value,
          label: (
            <>
              <UnitGlyph kind={value} /> {kinds(value)}
            </>
          ),
        }))}
      />
      <section aria-label={t("base")}>
        <h3 className="mb-1 text-desk-note text-ink-2">{t("base")}</h3>
        <PlaceChoice place={base} text={place} onText={setPlace} onPlace={setBase} />
      </section>
    </ActionForm>
  );
}

export function RegisterDialog({ onDone }: { onDone: () => void }) {
  const t = useTranslations("unit");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={t("registerTitle")}
      text={t("registerText")}
    >
      <RegisterForm onDone={onDone} />
    </Dialog>
  );
}
