/** Statistics of a run: medians and percentiles, as outliers on a shared machine distort a mean. */

/** The percentile of the samples by nearest rank; `share` is from 0 to 1. NaN when there are none. */
export function percentile(samples: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(samples).sort();
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[rank] ?? Number.NaN;
}

export const median = (samples: ArrayLike<number>): number => percentile(samples, 0.5);

/** The median number of instants per second, over whole seconds from the first instant on. */
export function perSecond(instantsMs: readonly number[]): number {
  const first = instantsMs.reduce((low, at) => Math.min(low, at), Number.POSITIVE_INFINITY);
  const last = instantsMs.reduce((high, at) => Math.max(high, at), Number.NEGATIVE_INFINITY);
  const whole = Math.floor((last - first) / 1_000);
  if (whole < 1) return Number.NaN;
  const counts = new Array<number>(whole).fill(0);
  for (const at of instantsMs) {
    const second = Math.floor((at - first) / 1_000);
    if (second < whole) counts[second] = (counts[second] ?? 0) + 1;
  }
  return median(counts);
}

/** A number with about three significant digits. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value >= 100) return Math.round(value).toLocaleString("en").replaceAll(",", " ");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
