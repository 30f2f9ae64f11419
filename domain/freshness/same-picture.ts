/** What the bridge in the bar may say: it follows from the last `heads` and `presence`, never from an assumption. */
import { jointStreams } from "../envelope";
import type { HeadsMessage, Presence } from "../protocol/down";
import { foldVersion } from "../protocol/version";
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
  /** The partner lacks events; `seconds` for how long one side has lacked some, where the link measures it. */
  | { name: "partner-behind"; behind: number; seconds?: number }
  /** Events of the partner have not arrived here yet. */
  | { name: "receiving"; behind: number; seconds: number }
  /** Events of the partner arrived and wait for somebody's decision, so the two pictures are not the same. */
  | { name: "held"; held: number /** It is taken in later by itself: nobody has to decide. */; calm?: true }
  /** This server was restored from a backup: no joint work until an administrator has run recover. */
  | { name: "restored" }
  /** The partner told two histories, or something came in its name that it did not sign. */
  | { name: "contradiction" }
  | { name: "forged" }
  /** No link to the partner's node is set up here. */
  | { name: "unlinked" }
  /** The two nodes, or this page and its server, fold by other versions, so they are not compared. */
  | { name: "other-version" }
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
      return heads ? ofVersions(partnerState(heads), heads) : { name: "connecting" };
  }
}

/** Where a page, its server or the partner's node fold by other versions, nothing is claimed of sameness. */
function ofVersions(state: BridgeState, { fold, partner }: HeadsMessage): BridgeState {
  const compares = state.name === "same" || state.name === "live" || state.name === "different";
  const differ = partner.otherVersion || fold.version !== foldVersion;
  return compares && differ ? { name: "other-version" } : state;
}

function partnerState({ partner, heads }: HeadsMessage): BridgeState {
  if (partner.linked === false) return { name: "unlinked" };
  if (partner.restored) return { name: "restored" };
  if (partner.alarm && !partner.held) return { name: partner.alarm };
  if (partner.state === "down") return { name: "partner-down", since: Date.parse(partner.since) };
  if (partner.held)
    return { name: "held", held: partner.held, ...(partner.waits?.state === "held" ? { calm: true } : {}) };
  // On a live link something is always under way: what lasts is called behind by the node.
  if (partner.state === "live") return comparedState(partner.same);
  const { behind: lag, applied = {} } = partner;
  const lacks = jointStreams.reduce(
    (sum, stream) => sum + Math.max(0, (heads[stream]?.seq ?? 0) - (applied[stream] ?? 0)),
    0,
  );
  const behind = partner.applied ? lacks : 0;
  if (partner.state === "behind" && lag && behind === 0)
    return { name: "receiving", behind: Math.max(1, lag.events), seconds: lag.seconds };
  if (behind > 0 || partner.state === "behind")
    return {
      name: "partner-behind",
      behind: Math.max(1, behind),
      ...(lag ? { seconds: lag.seconds } : {}),
    };
  return partner.same === false ? { name: "different" } : { name: "same" };
}

/** Two nodes are called the same only when their digests were compared. */
function comparedState(same: boolean | undefined): BridgeState {
  if (same === undefined) return { name: "live" };
  return { name: same ? "same" : "different" };
}

/** A difference of clocks is shown from here on. Milliseconds. */
const clockShownMs = 2_000;
const clockAlarmMs = 60_000;

export type ClockOffset = { direction: "fast" | "slow"; seconds: number; alarm: boolean };

/** How far the partner's clock is from the own node's, from 2 s on; from 60 s on it is an alarm. */
export function clockOffset(partner: HeadsMessage["partner"] | undefined): ClockOffset | undefined {
  const offsetMs = partner?.clockOffsetMs ?? 0;
  const size = Math.abs(offsetMs);
  if (size < clockShownMs) return undefined;
  return {
    direction: offsetMs > 0 ? "fast" : "slow",
    seconds: Math.round(size / 1_000),
    alarm: size >= clockAlarmMs,
  };
}

export type SideState = {
  screens: number;
  behind: number;
  same: boolean;
  /** One of them runs another version, and is not compared. */
  otherVersion: boolean;
  /** How many have their sound held back by the browser, and whether all of those are walls. */
  silent: number;
  onlyWallsSilent: boolean;
};

/** The screens present on one side: how many, how far the slowest is behind, whether all hold the same picture. */
export function sideState(presence: Presence, country: Country): SideState {
  const own = presence.filter((entry) => entry.country === country && entry.count > 0);
  return {
    screens: own.reduce((sum, entry) => sum + entry.count, 0),
    behind: own.reduce((most, entry) => Math.max(most, entry.behind), 0),
    same: own.every((entry) => entry.same || entry.behind > 0),
    otherVersion: own.some((entry) => entry.otherVersion === true),
    silent: own.reduce((sum, entry) => sum + (entry.silent ?? 0), 0),
    onlyWallsSilent: own.every((entry) => entry.screen === "wall" || !entry.silent),
  };
}
