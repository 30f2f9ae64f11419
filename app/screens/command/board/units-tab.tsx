"use client";
/** Own units with all that is known of them, and the partner's as far as its joint tasks show one. */
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { compareText } from "@/domain/order";
import { roleMay } from "@/domain/permissions";
import { isLiveTask } from "@/domain/task/machine";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { clockTime } from "../../../i18n/format";
import { useListing } from "../../../live/hooks/use-listing";
import { useLive } from "../../../live/hooks/use-live";
import { useServerNow } from "../../../live/server-time";
import type { LiveStore } from "../../../live/store/store";
import { type ListingOptions, unitsOfTask } from "../../../live/views/listing";
import { ownUnits } from "../../../parts/unit/listings";
import { RegisterDialog } from "../../../parts/unit/register-dialog";
import { useSeen } from "../../../parts/unit/use-seen";
import { Button } from "../../../ui/button";
import { Empty } from "../../../ui/empty";
import { BoardControls } from "./controls";
import { Rows } from "./rows";
import { PartnerRow, RegisteredRow, UnitRow } from "./unit-row";

type Filter = { onDuty: boolean; available: boolean };
type Item = { type: "own" | "partner" | "head"; key: string };

const onDutyListing: Record<Country, ListingOptions<"units", string>> = {
  KH: ownUnits("KH", (unit) => unit.duty !== undefined),
  LA: ownUnits("LA", (unit) => unit.duty !== undefined),
};

/** How many own units are on duty. */
export function UnitsCount() {
  const { user } = useLive();
  return useListing(onDutyListing[user.country]).length;
}

function filtered(store: LiveStore, country: Country, filter: Filter): ListingOptions<"units", string> {
  return {
    ...ownUnits(
      country,
      (unit) =>
        (!filter.onDuty || unit.duty !== undefined) &&
        (!filter.available || store.unitStatusOf(unit) === "available"),
    ),
    also: unitsOfTask,
  };
}

const partnersTasks = (country: Country): ListingOptions<"tasks", string> => ({
  collection: "tasks",
  keyOf: (task) =>
    task.country === country && isLiveTask(task) ? `${task.unit.callsign}/${task.unitId}` : null,
  compare: compareText,
});
const ofPartner: Record<Country, ListingOptions<"tasks", string>> = {
  KH: partnersTasks("KH"),
  LA: partnersTasks("LA"),
};

function useItems(filter: Filter): Item[] {
  const { client, user } = useLive();
  const { store } = client;
  const { onDuty, available } = filter;
  const options = useMemo(
    () => filtered(store, user.country, { onDuty, available }),
    [store, user.country, onDuty, available],
  );
  const own = useListing(options);
  const tasks = useListing(ofPartner[partnerOf(user.country)]);
  return useMemo(() => {
    const unitIds = new Set(tasks.flatMap((id) => store.get("tasks", id)?.unitId ?? []));
    const partners = [...unitIds].map((key): Item => ({ type: "partner", key }));
    const head: Item[] = partners.length > 0 ? [{ type: "head", key: "partner" }] : [];
    return [...own.map((key): Item => ({ type: "own", key })), ...head, ...partners];
  }, [own, tasks, store]);
}

let lastFilter: Filter = { onDuty: false, available: false };

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

export function UnitsTab() {
  const t = useTranslations("unit");
  const board = useTranslations("board");
  const names = useTranslations("country");
  const user = useLive().user;
  const isAdmin = user.role === "admin";
  const seen = useSeen();
  const now = useServerNow(60_000);
  const [filter, setFilter] = useState(lastFilter);
  const [registering, register] = useState(false);
  const items = useItems(filter);
  const change = (next: Filter) => {
    lastFilter = next;
    setFilter(next);
  };
  const { onDuty, available } = filter;
  const time = clockTime(now);
  return (
    <>
      <BoardControls>
        <FilterButton
          label={t("filterDuty")}
          on={onDuty}
          onToggle={() => change({ ...filter, onDuty: !onDuty })}
        />
        {isAdmin ? null : (
          <FilterButton
            label={t("filterAvailable")}
            on={available}
            onToggle={() => change({ ...filter, available: !available })}
          />
        )}
        {roleMay(user.role, "unit.register") ? (
          <Button size="small" onClick={() => register(true)}>
            <Plus size={14} aria-hidden /> {t("register")}
          </Button>
        ) : null}
      </BoardControls>
      <Rows
        label={board("tabs.units")}
        items={items}
        empty={<Empty>{t(onDuty || available ? "noMatch" : "none", { time })}</Empty>}
      >
        {(item) =>
          item.type === "own" && isAdmin ? (
            <RegisteredRow id={item.key} />
          ) : item.type === "own" ? (
            <UnitRow id={item.key} seen={seen} />
          ) : item.type === "partner" ? (
            <PartnerRow unitId={item.key} seen={seen} />
          ) : (
            <h4 className="border-t bg-surface-2 px-3.5 py-0.5 text-desk-note font-semibold text-ink-2">
              {t("ofPartner", { country: names(partnerOf(user.country)) })}
            </h4>
          )
        }
      </Rows>
      {registering ? <RegisterDialog onDone={() => register(false)} /> : null}
    </>
  );
}
