"use client";
/** The controls of the list of units: what it shows, and a new unit. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { roleMay } from "@/domain/permissions";
import { useUser } from "../../../live/hooks/use-live";
import { RegisterDialog } from "../../../parts/unit/register-dialog";
import { Button } from "../../../ui/button";
import { BoardControls } from "./controls";
import type { UnitFilter } from "./use-unit-items";

function FilterButton({ label, on, onToggle }: { label: string; on: boolean; onToggle: () => void }) {
  return (
    <Button
      size="small"
      aria-pressed={on}
      className={on ? "border-ink-1 bg-surface-3" : "border-line font-normal text-ink-2"}
      onClick={onToggle}
    >
      {label}
    </Button>
  );
}

type Props = { filter: UnitFilter; onFilter: (filter: UnitFilter) => void };

export function UnitControls({ filter, onFilter }: Props) {
  const t = useTranslations("unit");
  const user = useUser();
  const [isRegistering, setIsRegistering] = useState(false);
  const { onDuty, available } = filter;
  return (
    <BoardControls>
      <FilterButton
        label={t("filterDuty")}
        on={onDuty}
        onToggle={() => onFilter({ ...filter, onDuty: !onDuty })}
      />
      {user.role === "admin" ? null : (
        <FilterButton
          label={t("filterAvailable")}
          on={available}
          onToggle={() => onFilter({ ...filter, available: !available })}
        />
      )}
      {roleMay(user.role, "unit.register") ? (
        <Button size="small" onClick={() => setIsRegistering(true)}>
          <Plus size={14} aria-hidden /> {t("register")}
        </Button>
      ) : null}
      {isRegistering ? <RegisterDialog onDone={() => setIsRegistering(false)} /> : null}
    </BoardControls>
  );
}
