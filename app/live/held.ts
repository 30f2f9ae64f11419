/** The partner's event that waits: read from the server, and what a person decides about it. */
import {
  type HeldAction,
  type HeldAnswer,
  type HeldReport,
  heldAnswerSchema,
  heldReportSchema,
} from "@/domain/protocol/held";

const address = "/api/link/held";

/** Rejects when the server does not answer, or the role may not read it. */
export async function fetchHeld(fetcher: typeof fetch = fetch): Promise<HeldReport> {
  const response = await fetcher(address, { headers: { accept: "application/json" }, cache: "no-store" });
  if (!response.ok) throw new Error(`held: ${response.status}`);
  return heldReportSchema.parse(await response.json());
}

/** `forbidden`: not for this role. `conflict`: it cannot be discarded, or somebody else decided it before. */
export type HeldFailure = "forbidden" | "conflict" | "failed";

export type HeldDecision = { seq: number; action: HeldAction; reason: string };

export async function decideHeld(
  { seq, action, reason }: HeldDecision,
  fetcher: typeof fetch = fetch,
): Promise<HeldAnswer | HeldFailure> {
  try {
    const response = await fetcher(`${address}/${seq}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ action, ...(reason === "" ? {} : { reason }) }),
    });
    if (response.status === 403) return "forbidden";
    if (response.status === 409) return "conflict";
    return response.ok ? heldAnswerSchema.parse(await response.json()) : "failed";
  } catch {
    return "failed";
  }
}
