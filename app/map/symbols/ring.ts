import type { MapIncident } from "../types";
import type { Ring } from "./catalogue";

const ended: ReadonlySet<MapIncident["status"]> = new Set(["closed", "merged", "expired"]);

/** The ring of an incident: has the side that does not own it read it? Only what was released can be read there. */
export function ringOf({
  owner,
  status,
  sharing,
  acknowledged,
}: Pick<MapIncident, "owner" | "status" | "sharing" | "acknowledged">): Ring {
  if (ended.has(status)) return "closed";
  if (sharing !== "released") return "unshared";
  const other = owner === "KH" ? acknowledged.LA : acknowledged.KH;
  return other === undefined || other === null ? "unread" : "read";
}
