/** Which part of the picture a screen holds is out of date, and since when. */
import type { HeadsMessage } from "../protocol/down";
import { type Country, partnerOf } from "../vocabulary";
import type { ConnectionState } from "./connection";

/** `since` is milliseconds since the epoch. */
export type Outdated = { side: Country | "all"; since: number };

/** All of it while nothing comes from the server; else the partner's side while the link to it is down; else null. */
export function outdatedPart(
  connection: ConnectionState,
  partner: HeadsMessage["partner"] | undefined,
  viewer: Country,
): Outdated | null {
  if (connection.name === "stale") return { side: "all", since: connection.since };
  // Where no link is set up nothing of the partner's is expected.
  if (partner?.state !== "down" || partner.linked === false) return null;
  return { side: partnerOf(viewer), since: Date.parse(partner.since) };
}
