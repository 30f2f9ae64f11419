"use client";
/** Over the triage list: its order, and that it waits while somebody is in it. */
import { ArrowDownUp } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Order } from "../../live/views/by-gravity";
import { ToggleGroup } from "../../ui/toggle";

export const orders = ["gravity", "newest"] as const satisfies readonly Order[];

type Props = {
  order: Order;
  /** How many rows wait to be moved. */
  changed: number;
  onOrder: (order: Order) => void;
  onSort: () => void;
};

export function OrderBar({ order, changed, onOrder, onSort }: Props) {
  const t = useTranslations("list.order");
  return (
    <div className="flex h-9 items-center gap-2 border-b px-3">
      <ToggleGroup
        label={t("label")}
        value={order}
        onChange={onOrder}
        className="flex-nowrap gap-1"
        itemClassName="min-h-7 px-2 py-0 text-desk-note whitespace-nowrap"
        choices={orders.map((value) => ({ value, label: t(value) }))}
      />
      <span aria-live="polite" className="ml-auto min-w-0">
        {changed > 0 ? (
          <button
            type="button"
            data-testid="order-changed"
            title={t("sort")}
            onClick={onSort}
            className="inline-flex h-7 max-w-full items-center gap-1 rounded-full border border-line-strong px-2 text-desk-note font-semibold text-ink-1"
          >
            <ArrowDownUp size={13} aria-hidden className="shrink-0" />
            <span className="truncate">{t("changed", { count: changed })}</span>
          </button>
        ) : null}
      </span>
    </div>
  );
}
