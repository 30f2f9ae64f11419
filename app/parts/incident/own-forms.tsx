"use client";
/** The forms of releasing and assessing. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { mayReleaseExactPlace, needsCoarsePlace } from "@/domain/incident/victims";
import { type Grading, infoGrades, partnerOf, sourceGrades } from "@/domain/vocabulary";
import { ActionForm, type IncidentFormProps } from "../../act/action-form";
import { useSendCommand } from "../../act/send-command";
import { Checkbox } from "../../ui/checkbox";
import { ToggleGroup } from "../../ui/toggle";

export function ApproveForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  const country = useTranslations("country")(partnerOf(incident.owner));
  const send = useSendCommand();
  const [exact, setExact] = useState(false);
  const asked = incident.national?.request?.desk;
  return (
    <ActionForm
      label={act("approve")}
      onSubmit={() => send("release.approve", incident.id, exact ? { exactPlace: true } : {})}
      onDone={onDone}
    >
      {asked ? <p className="text-ink-2">{t("fourEyes", { desk: asked })}</p> : null}
      {needsCoarsePlace(incident) && mayReleaseExactPlace(incident) ? (
        <Checkbox
          checked={exact}
          onChange={setExact}
          label={t("exactPlace")}
          hint={t("exactPlaceText", { country })}
        />
      ) : null}
    </ActionForm>
  );
}

export function AssessForm({ incident, onDone }: IncidentFormProps) {
  const t = useTranslations("ask");
  const act = useTranslations("act");
  const source = useTranslations("gradeSource");
  const info = useTranslations("gradeInfo");
  const send = useSendCommand();
  const [grading, setGrading] = useState<Partial<Grading>>({});
  const choose = "w-full justify-start min-h-8";
  const submit = async () =>
    grading.source && grading.info
      ? send("incident.assess", incident.id, { grading: { source: grading.source, info: grading.info } })
      : false;
  return (
    <ActionForm
      label={act("assess")}
      ready={Boolean(grading.source && grading.info)}
      onSubmit={submit}
      onDone={onDone}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <ToggleGroup
          label={t("source")}
          value={grading.source ?? ""}
          itemClassName={choose}
          onChange={(value) => setGrading({ ...grading, source: value })}
          choices={sourceGrades.map((value) => ({ value, label: `${value}  ${source(value)}` }))}
        />
        <ToggleGroup
          label={t("info")}
          value={grading.info ?? ""}
          itemClassName={choose}
          onChange={(value) => setGrading({ ...grading, info: value })}
          choices={infoGrades.map((value) => ({ value, label: `${value}  ${info(value)}` }))}
        />
      </div>
    </ActionForm>
  );
}
