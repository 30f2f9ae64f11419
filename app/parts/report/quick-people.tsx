"use client";
/** Counting people by tapping: a role, then one more or one less of each group. Counts only, never a name. */
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { personRoles } from "@/domain/vocabulary";
import { Button } from "../../ui/button";
import { ToggleGroup } from "../../ui/toggle";
import type { PeopleDraft } from "./list-drafts";
import { peopleCount, peopleGroups, roleCount, withCount } from "./quick";

type Props = { people: readonly PeopleDraft[]; onPeople: (people: PeopleDraft[]) => void };

function Counter({
  label,
  count,
  onCount,
}: {
  label: string;
  count: number;
  onCount: (count: number) => void;
}) {
  const t = useTranslations("report");
  return (
    <fieldset className="flex items-center gap-2" aria-label={label}>
      <span className="min-w-0 flex-1 text-field-body leading-tight">{label}</span>
      <Button
        aria-label={t("minus", { what: label })}
        disabled={count === 0}
        className="size-[52px] p-0"
        onClick={() => onCount(count - 1)}
      >
        <Minus size={22} aria-hidden />
      </Button>
      <output aria-live="polite" className="w-9 text-center text-field-title font-semibold">
        {count}
      </output>
      <Button
        aria-label={t("plus", { what: label })}
        className="size-[52px] p-0"
        onClick={() => onCount(count + 1)}
      >
        <Plus size={22} aria-hidden />
      </Button>
    </fieldset>
  );
}

export function QuickPeople({ people, onPeople }: Props) {
  const t = useTranslations("report");
  const [role, choose] = useState<PeopleDraft["role"]>(people[0]?.role ?? "unknown");
  const counted = (value: PeopleDraft["role"]) => {
    const count = roleCount(people, value);
    return count > 0 ? `${t(`roles.${value}`)} (${count})` : t(`roles.${value}`);
  };
  return (
    <div className="grid gap-2">
      <ToggleGroup
        label={t("role")}
        value={role}
        onChange={choose}
        className="grid grid-cols-2 gap-2"
        itemClassName="min-h-12 px-2 text-center text-field-body leading-tight border-line-strong text-ink-1"
        choices={personRoles.map((value) => ({ value, label: counted(value) }))}
      />
      {peopleGroups.map((group) => (
        <Counter
          key={group}
          label={t(`group.${group}`)}
          count={peopleCount(people, role, group)}
          onCount={(count) => onPeople(withCount(people, role, group, count))}
        />
      ))}
      <p className="text-field-detail text-ink-2">{t("peopleHint")}</p>
    </div>
  );
}
