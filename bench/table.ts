/** Prints tables of figures. */
import { readable } from "./statistics";

export type Cells = readonly string[];

/** Prints a table: the first column aligned left, the others right. */
export function printTable(head: Cells, rows: readonly Cells[]): void {
  const widths = head.map((name, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), name.length),
  );
  const line = (cells: Cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("   ");
  console.log(`\n${line(head)}\n${widths.map((width) => "─".repeat(width)).join("───")}`);
  for (const row of rows) console.log(line(row));
}

/** A ratio as text, such as "× 1.20". */
export const ratio = (ours: number, theirs: number): string => `× ${readable(ours / theirs)}`;
