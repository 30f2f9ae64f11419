import type { HeadsMessage } from "../protocol/down";
import type { Country } from "../vocabulary";

/** Whether what a side did at a moment (ISO 8601) cannot have reached the other: the link was down by then. */
export function isUnsent(
  { at, by }: { at: string; by: Country },
  viewer: Country,
  partner: HeadsMessage["partner"] | undefined,
): boolean {
  return by === viewer && partner?.state === "down" && at >= partner.since;
}
