"use client";
/** What the officer should know of the link to the partner's server: only when something is not as usual. */
import type { BridgeState } from "@/domain/freshness/same-picture";
import { useHeads } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { ClockOffsetNote, useBridgeState, useBridgeText } from "../../parts/link/bridge";

const told: ReadonlySet<BridgeState["name"]> = new Set([
  "partner-down",
  "partner-behind",
  "receiving",
  "held",
  "restored",
]);

export function LinkStrip() {
  const { country } = useUser();
  const state = useBridgeState();
  const text = useBridgeText(state, country);
  // One server for both countries has no link that could be late.
  const hasLink = useHeads()?.partner.state !== "shared";
  if (!hasLink || state.name === "connecting") return null;
  return (
    <output
      data-testid="link-strip"
      data-state={state.name}
      className="grid px-4 text-field-note leading-tight"
    >
      {told.has(state.name) ? <span className="font-semibold text-stale">{text}</span> : null}
      <ClockOffsetNote className="text-field-note" />
    </output>
  );
}
