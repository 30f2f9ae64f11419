"use client";
/** Own units with all that is known of them, and the partner's as far as its joint tasks show one. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { partnerOf } from "@/domain/vocabulary";
import { clockTime } from "../../../i18n/format";
import { useListing } from "../../../live/hooks/use-listing";
import { useUser } from "../../../live/hooks/use-live";
import { useNow } from "../../../live/ticker";
import { type Seen, useSeen } from "../../../parts/unit/use-seen";
import { Empty } from "../../../ui/empty";
import { useDesk } from "../desk";
import { Rows } from "./rows";
import { UnitControls } from "./unit-controls";
import { PartnerRow, RegisteredRow, UnitRow } from "./unit-row";
import { onDutyListing, type UnitFilter, type UnitItem, useUnitItems } from "./use-unit-items";

/** How many own units are on duty. */
export function UnitsCount() {
  const { country } = useUser();
  return useListing(onDutyListing[country]).length;
}

/** Kept for the life of the page, so that a tab opened again has the same filter. */
const everyUnit: UnitFilter = { onDuty: false, available: false };
let lastFilter = everyUnit;

function PartnerHead() {
  const t = useTranslations("unit");
  const names = useTranslations("country");
  const { country } = useUser();
  return (
    <h4 className="border-t bg-surface-2 px-3.5 py-0.5 text-desk-note font-semibold text-ink-2">
      {t("ofPartner", { country: names(partnerOf(country)) })}
    </h4>
  );
}

function Row({ item: { type, key }, seen }: { item: UnitItem; seen: Seen }) {
  const { role } = useUser();
  if (type === "head") return <PartnerHead />;
  if (type === "partner") return <PartnerRow unitId={key} seen={seen} />;
  return role === "admin" ? <RegisteredRow id={key} /> : <UnitRow id={key} seen={seen} />;
}

export function UnitsTab() {
  const t = useTranslations("unit");
  const board = useTranslations("board");
  const seen = useSeen();
  const now = useNow(60_000);
  const [filter, setFilter] = useState(lastFilter);
  const { unit } = useDesk();
  // A unit that was clicked on the map or found is listed whatever the filter says.
  const [shownFor, setShownFor] = useState(unit);
  if (shownFor !== unit) {
    setShownFor(unit);
    if (unit !== undefined) setFilter(everyUnit);
  }
  const items = useUnitItems(filter);
  const change = (next: UnitFilter) => {
    lastFilter = next;
    setFilter(next);
  };
  const emptyText = t(filter.onDuty || filter.available ? "noMatch" : "none", { time: clockTime(now) });
  return (
    <>
      <UnitControls filter={filter} onFilter={change} />
      <Rows label={board("tabs.units")} items={items} empty={<Empty>{emptyText}</Empty>} shown={unit}>
        {(item) => (
          <div aria-current={item.key === unit || undefined} className="aria-[current]:bg-surface-3">
            <Row item={item} seen={seen} />
          </div>
        )}
      </Rows>
    </>
  );
}
