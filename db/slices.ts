/** Far below the 65 535 parameters a PostgreSQL statement may have, for rows of up to 20 columns. */
const rowsPerStatement = 1_000;

/** Cuts rows into statements of a bearable size. */
export function* slices<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement) {
    yield items.slice(start, start + rowsPerStatement);
  }
}
