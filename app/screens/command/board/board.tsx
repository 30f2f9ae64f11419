"use client";
/** The board under the map: tasks, units, requests, deadlines. Keys 1 to 4 open a tab; the same key closes it. */
import { ChevronDown, ChevronUp } from "lucide-react";
import { Tabs } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button";
import { classes } from "../../../ui/classes";
import { useShortcuts } from "../../../ui/shortcuts";
import { useDesk } from "../desk";
import { ControlsSlot } from "./controls";
import { boardTabNames } from "./names";
import { boardTabs } from "./tabs";

function TabBar({ slotRef }: { slotRef: (slot: HTMLElement | null) => void }) {
  const t = useTranslations("board");
  const { board, dispatch } = useDesk();
  const Chevron = board.open ? ChevronDown : ChevronUp;
  return (
    <div className="flex min-h-[37px] shrink-0 flex-wrap items-center gap-x-1 px-1">
      <Tabs.List aria-label={t("label")} className="flex h-[37px] gap-0.5">
        {boardTabs.map(({ name, Count }) => (
          <Tabs.Trigger
            key={name}
            value={name}
            aria-keyshortcuts={String(boardTabNames.indexOf(name) + 1)}
            onClick={() => dispatch({ do: "board", tab: name })}
            className="flex items-center gap-1.5 border-b-2 border-transparent px-1.5 text-desk-body whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink-1 data-[state=active]:border-ink-1 data-[state=active]:font-semibold data-[state=active]:text-ink-1"
          >
            {t(`tabs.${name}`)}
            {Count ? (
              <b className="font-semibold">
                <Count />
              </b>
            ) : null}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <div ref={slotRef} className="ml-auto flex min-w-0 items-center gap-1.5" />
      <Button
        look="quiet"
        size="squareSmall"
        aria-label={t(board.open ? "close" : "open")}
        aria-expanded={board.open}
        onClick={() => dispatch({ do: "board", open: !board.open })}
      >
        <Chevron size={16} aria-hidden />
      </Button>
    </div>
  );
}

export function Board() {
  const t = useTranslations("board");
  const { board, dispatch } = useDesk();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const keyed = boardTabs.map(({ name }): [string, () => void] => [
    String(boardTabNames.indexOf(name) + 1),
    () => dispatch({ do: "board", tab: name, open: !board.open || board.tab !== name }),
  ]);
  useShortcuts(Object.fromEntries(keyed));
  return (
    <section
      aria-label={t("label")}
      data-testid="board"
      className={classes("shrink-0 border-t bg-surface-1", board.open && "h-[max(196px,22vh)]")}
    >
      <Tabs.Root
        value={board.tab}
        onValueChange={(name) => dispatch({ do: "board", tab: name as typeof board.tab })}
        className="flex h-full flex-col"
      >
        <TabBar slotRef={setSlot} />
        <ControlsSlot value={slot}>
          {boardTabs.map(({ name, Panel }) => (
            <Tabs.Content
              key={name}
              value={name}
              tabIndex={-1}
              className="@container flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden"
            >
              {board.open ? <Panel /> : null}
            </Tabs.Content>
          ))}
        </ControlsSlot>
      </Tabs.Root>
    </section>
  );
}
