"use client";
/** The live tasks of both sides: by urgency, by stage or by unit. */
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { clockTime } from "../../../i18n/format";
import { useListing } from "../../../live/hooks/use-listing";
import { useLive } from "../../../live/hooks/use-live";
import { useNow } from "../../../live/ticker";
import { Empty } from "../../../ui/empty";
import { ToggleGroup } from "../../../ui/toggle";
import { useDesk } from "../desk";
import { BoardControls } from "./controls";
import { itemsOf, type TaskOrder, taskListings, taskOrders } from "./grouping";
import { Rows } from "./rows";
import { GroupHead, TaskRow } from "./task-row";

/** How many tasks run. */
export function TasksCount() {
  return useListing(taskListings.urgent).length;
}

let lastOrder: TaskOrder = "urgent";

export function TasksTab() {
  const t = useTranslations("board");
  const { store } = useLive().client;
  const { selected, dispatch } = useDesk();
  const now = useNow(60_000);
  const [order, setOrder] = useState(lastOrder);
  const ids = useListing(taskListings[order]);
  const items = useMemo(
    () =>
      itemsOf(
        order,
        ids.flatMap((id) => store.get("tasks", id) ?? []),
      ),
    [order, ids, store],
  );
  const choose = (next: TaskOrder) => {
    lastOrder = next;
    setOrder(next);
  };
  const select = useCallback((id: string) => dispatch({ do: "select", id }), [dispatch]);
  return (
    <>
      <BoardControls>
        <ToggleGroup
          label={t("order")}
          value={order}
          onChange={choose}
          className="flex-nowrap gap-1"
          itemClassName="min-h-7 px-2 py-0 text-desk-note whitespace-nowrap"
          choices={taskOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
        />
      </BoardControls>
      <Rows
        label={t("tabs.tasks")}
        items={items}
        empty={<Empty>{t("noTasks", { time: clockTime(now) })}</Empty>}
      >
        {(item) =>
          item.type === "head" ? (
            <GroupHead order={order} task={item.task} count={item.count} />
          ) : (
            <TaskRow
              id={item.id}
              selected={store.get("tasks", item.id)?.incidentId === selected}
              onSelect={select}
            />
          )
        }
      </Rows>
    </>
  );
}
