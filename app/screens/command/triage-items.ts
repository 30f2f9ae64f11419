/** The triage list as one run of items: a head before the rows of each group. */
import { type TriageGroup, triageGroups } from "@/domain/urgency/triage";
import type { Triage } from "../../live/views/triage";

export type TriageItem = { type: "head"; group: TriageGroup } | { type: "row"; id: string };
/** Heights before an item is measured, pixels. */
const heights: Record<TriageItem["type"], number> = { head: 31, row: 78 };

/** The groups that are one row until they are opened. */
export const foldedGroups = ["imported", "closed"] as const satisfies readonly TriageGroup[];
export type FoldedGroup = (typeof foldedGroups)[number];
export const isFoldedGroup = (group: TriageGroup): group is FoldedGroup =>
  foldedGroups.some((folded) => folded === group);

export function itemsOf(triage: Triage, opened: readonly FoldedGroup[]): TriageItem[] {
  return triageGroups.flatMap((group): TriageItem[] => {
    const ids = triage.ids(group);
    if (ids.length === 0) return [];
    const folded = isFoldedGroup(group) && !opened.includes(group);
    const rows = folded ? [] : ids.map((id): TriageItem => ({ type: "row", id }));
    return [{ type: "head", group }, ...rows];
  });
}

export const keyOf = (item: TriageItem): string => (item.type === "row" ? item.id : item.group);
export const heightOf = (item: TriageItem | undefined): number => heights[item?.type ?? "row"];

/** The row `by` places below the selected one, or above it when negative; the first row while none is selected. */
export function rowAfter(
  items: readonly TriageItem[],
  selected: string | undefined,
  by: number,
): { id: string; index: number } | undefined {
  const rows = items.flatMap((item, index) => (item.type === "row" ? [{ id: item.id, index }] : []));
  const at = rows.findIndex((row) => row.id === selected);
  return rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
}
