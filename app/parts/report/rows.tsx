"use client";
/** The optional counted details: people, drugs, vehicles, measures. Counts and codes, never names. */
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import {
  ageBandSchema,
  drugUnitSchema,
  actions as measures,
  personRoles,
  sexSchema,
  substanceSchema,
} from "@/domain/vocabulary";
import { Button } from "../../ui/button";
import { Input } from "../../ui/field";
import { Select } from "../../ui/select";
import type { Draft, ResponseDraft } from "./draft";

type Part = "people" | "drugs" | "vehicles" | "response";
type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void };

type RowsProps<Row> = {
  title: string;
  hint?: string;
  add: string;
  rows: readonly Row[];
  fresh: Row;
  onRows: (rows: Row[]) => void;
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
};

function Rows<Row>({ title, hint, add, rows, fresh, onRows, children }: RowsProps<Row>) {
  const t = useTranslations("report");
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-desk-note text-ink-2">
        {title}
        {hint ? <span className="text-ink-3"> · {hint}</span> : null}
      </legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and are only added or removed
        <div key={index} className="flex items-center gap-1.5">
          <div data-row className="grid min-w-0 flex-1 grid-flow-col gap-1.5 auto-cols-fr">
            {children(row, (part) =>
              onRows(rows.map((other, at) => (at === index ? { ...other, ...part } : other))),
            )}
          </div>
          <Button
            look="quiet"
            size="squareSmall"
            aria-label={t("remove")}
            onClick={() => onRows(rows.filter((_, at) => at !== index))}
          >
            <X size={16} aria-hidden />
          </Button>
        </div>
      ))}
      <Button size="small" className="justify-self-start" onClick={() => onRows([...rows, fresh])}>
        <Plus size={14} aria-hidden /> {add}
      </Button>
    </fieldset>
  );
}

const optionsOf = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
  values.map((value) => ({ value, label: label(value) }));

function CountInput({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations("report");
  return (
    <Input
      aria-label={t("count")}
      placeholder={t("count")}
      inputMode="numeric"
      value={value}
      onText={onChange}
    />
  );
}

function PeopleRows({ draft, onChange }: Props) {
  const t = useTranslations("report");
  const role = useTranslations("personRole");
  const sex = useTranslations("sex");
  const age = useTranslations("ageBand");
  const fresh = { role: "unknown", sex: "unknown", ageBand: "unknown", count: "1" } as const;
  return (
    <Rows
      title={t("people")}
      hint={t("peopleHint")}
      add={t("addPeople")}
      rows={draft.people}
      fresh={fresh}
      onRows={(people) => onChange({ people })}
    >
      {(row, change) => (
        <>
          <CountInput value={row.count} onChange={(count) => change({ count })} />
          <Select
            label={t("role")}
            value={row.role}
            options={optionsOf(personRoles, (value) => role(value, { count: 1 }))}
            onChange={(next) => change({ role: next })}
          />
          <Select
            label={t("sex")}
            value={row.sex}
            options={optionsOf(sexSchema.options, sex)}
            onChange={(next) => change({ sex: next })}
          />
          <Select
            label={t("age")}
            value={row.ageBand}
            options={optionsOf(ageBandSchema.options, age)}
            onChange={(next) => change({ ageBand: next })}
          />
        </>
      )}
    </Rows>
  );
}

function DrugRows({ draft, onChange }: Props) {
  const t = useTranslations("report");
  const substance = useTranslations("substance");
  const unit = useTranslations("drugUnit");
  const fresh = { substance: "unknown", quantity: "", unit: "kg", count: "" } as const;
  return (
    <Rows
      title={t("drugs")}
      add={t("addDrug")}
      rows={draft.drugs}
      fresh={fresh}
      onRows={(drugs) => onChange({ drugs })}
    >
      {(row, change) => (
        <>
          <Select
            label={t("substance")}
            value={row.substance}
            options={optionsOf(substanceSchema.options, substance)}
            onChange={(next) => change({ substance: next })}
          />
          <Input
            aria-label={t("quantity")}
            placeholder={t("quantity")}
            inputMode="decimal"
            value={row.quantity}
            onText={(text) => change({ quantity: text })}
          />
          <Select
            label={t("unit")}
            value={row.unit}
            options={optionsOf(drugUnitSchema.options, unit)}
            onChange={(next) => change({ unit: next })}
          />
          <Input
            aria-label={t("pieces")}
            placeholder={t("pieces")}
            inputMode="numeric"
            value={row.count}
            onText={(text) => change({ count: text })}
          />
        </>
      )}
    </Rows>
  );
}

function VehicleRows({ draft, onChange }: Props) {
  const t = useTranslations("report");
  return (
    <Rows
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
    </Rows>
  );
}

const firstMeasure: ResponseDraft = { action: "stop-and-check", state: "planned" };

function ResponseRows({ draft, onChange }: Props) {
  const t = useTranslations("report");
  const action = useTranslations("action");
  const state = useTranslations("responseState");
  return (
    <Rows
      title={t("response")}
      add={t("addResponse")}
      rows={draft.response}
      fresh={firstMeasure}
      onRows={(response) => onChange({ response })}
    >
      {(row, change) => (
        <>
          <Select
            label={t("measure")}
            value={row.action}
            options={optionsOf(measures, action)}
            onChange={(next) => change({ action: next })}
          />
          <Select
            label={t("state")}
            value={row.state}
            options={optionsOf(["done", "planned"] as const, state)}
            onChange={(next) => change({ state: next })}
          />
        </>
      )}
    </Rows>
  );
}

export const detailRows: Record<Part, (props: Props) => ReactNode> = {
  people: PeopleRows,
  drugs: DrugRows,
  vehicles: VehicleRows,
  response: ResponseRows,
};
