/** With up to 20 columns, well below the 65 535 parameters that a PostgreSQL statement may have. */
const rowsPerStatement = 1_000;

/** Splits rows into lists for one statement each. */
export function* slices<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement) {
    yield items.slice(start, start + rowsPerStatement);
  }
}
