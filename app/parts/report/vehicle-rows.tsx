"use client";
/** Vehicles and boats by kind and colour. */
import { useTranslations } from "use-intl";
import { Input } from "../../ui/field";
import { CountInput, type DetailRowsProps, RowList } from "./row-list";

export function VehicleRows({ draft, onChange }: DetailRowsProps) {
  const t = useTranslations("report");
  return (
    <RowList
      title={t("vehicles")}
      add={t("addVehicle")}
      rows={draft.vehicles}
      fresh={{ kind: "", colour: "", count: "1" }}
      onRows={(vehicles) => onChange({ vehicles })}
    >
      {(row, change) => (
        <>
          <CountInput value={row.count} onChange={(count) => change({ count })} />
          <Input
            aria-label={t("vehicleKind")}
            placeholder={t("vehicleKind")}
            maxLength={40}
            value={row.kind}
            onText={(text) => change({ kind: text })}
          />
          <Input
            aria-label={t("colour")}
            placeholder={t("colour")}
            maxLength={30}
            value={row.colour}
            onText={(text) => change({ colour: text })}
          />
        </>
      )}
    </RowList>
  );
}
