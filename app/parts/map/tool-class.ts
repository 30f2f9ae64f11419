/** One button of the column of tools at the map's edge. */
export const toolClass =
  "rounded-none border-t border-t-line text-ink-1 first:rounded-t-2 first:border-t-transparent last:rounded-b-2 aria-pressed:bg-ink-1 aria-pressed:text-ink-inverse";
