/** What the bridge in the bar may say: it follows from the last `heads` and `presence`, never from an assumption. */
import { jointStreams } from "../envelope";
import type { HeadsMessage, Presence } from "../protocol/down";
import type { Country } from "../vocabulary";
import type { ConnectionState } from "./connection";

export type BridgeState =
  | { name: "connecting" }
  | { name: "same" }
  /** For a screen without a picture to compare: only the connection is claimed. */
  | { name: "live" }
  /** This screen differs from its server and reloads the picture. */
  | { name: "reloading" }
  | { name: "catching-up"; behind: number }
  /** Epoch milliseconds. */
  | { name: "stale"; since: number }
  | { name: "ended" }
  | { name: "partner-down"; since: number }
  | { name: "partner-behind"; behind: number }
  /** The two nodes hold different pictures at the same joint vector. */
  | { name: "different" };

/** `differs`: this screen's fold gives another digest than its server's at the same vector. */
export function bridgeState(
  connection: ConnectionState,
  differs: boolean,
  heads: HeadsMessage | undefined,
): BridgeState {
  switch (connection.name) {
    case "connecting":
      return { name: "connecting" };
    case "stale":
      return { name: "stale", since: connection.since };
    case "ended":
      return { name: "ended" };
    case "catching-up":
      return differs ? { name: "reloading" } : { name: "catching-up", behind: connection.behind };
    case "live":
      if (differs) return { name: "reloading" };
      return heads ? partnerState(heads) : { name: "connecting" };
  }
}

function partnerState({ partner, heads }: HeadsMessage): BridgeState {
  if (partner.state === "down") return { name: "partner-down", since: Date.parse(partner.since) };
  let behind = 0;
  for (const stream of jointStreams) {
    if (partner.applied) behind += Math.max(0, (heads[stream]?.seq ?? 0) - (partner.applied[stream] ?? 0));
  }
  if (behind > 0 || partner.state === "behind")
    return { name: "partner-behind", behind: Math.max(1, behind) };
  return partner.same === false ? { name: "different" } : { name: "same" };
}

export type SideState = { screens: number; behind: number; same: boolean };

/** The screens present on one side: how many, how far the slowest is behind, whether all hold the same picture. */
export function sideState(presence: Presence, country: Country): SideState {
  const own = presence.filter((entry) => entry.country === country && entry.count > 0);
  return {
    screens: own.reduce((sum, entry) => sum + entry.count, 0),
    behind: own.reduce((most, entry) => Math.max(most, entry.behind), 0),
    same: own.every((entry) => entry.same || entry.behind > 0),
  };
}
