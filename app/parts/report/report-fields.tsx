"use client";
/** All fields of a report at a desk, for a new one and for a revision. */
import { useTranslations } from "use-intl";
import { impacts } from "@/domain/vocabulary";
import { IncidentSymbol } from "../../map/symbols/incident-symbol";
import { ToggleGroup } from "../../ui/toggle";
import { Details } from "./details";
import { DangerCheck, type FieldsProps, Part, ProtectionCheck, WhenInput } from "./fields";
import { KindChoice } from "./kind-choice";
import { PlaceChoice } from "./place-choice";

function ImpactChoice({ draft, onChange }: FieldsProps) {
  const t = useTranslations("report");
  const names = useTranslations("impact");
  return (
    <ToggleGroup
      label={t("impact")}
      value={draft.impact ?? ""}
      onChange={(impact) => onChange({ impact })}
      className="grid grid-cols-4"
      itemClassName="flex-col gap-1 px-1 py-2 text-center leading-tight"
      choices={impacts.map((value) => ({
        value,
        name: names(value),
        label: (
          <>
            <IncidentSymbol impact={value} ring="unshared" size={value === "very-high" ? 26 : 30} />
            {names(value)}
          </>
        ),
      }))}
    />
  );
}

export function ReportFields(props: FieldsProps) {
  const { draft, onChange, picking, proposing } = props;
  const t = useTranslations("report");
  return (
    <div className="grid gap-5">
      <Part title={t("what")}>
        <KindChoice value={draft.kind} onChange={(kind) => onChange({ kind })} />
      </Part>
      <Part title={t("impact")}>
        <ImpactChoice {...props} />
        <DangerCheck {...props} />
      </Part>
      <Part title={t("where")}>
        <PlaceChoice
          place={draft.place}
          fix={draft.fix}
          text={draft.placeText}
          picking={picking}
          onText={(placeText) => onChange({ placeText })}
          onPlace={(place, fix) => onChange({ place, fix, ...(place ? { placeText: "" } : {}) })}
        />
      </Part>
      <Part title={t("when")}>
        <WhenInput {...props} />
      </Part>
      {proposing ? null : <ProtectionCheck {...props} />}
      <Details {...props} />
    </div>
  );
}
