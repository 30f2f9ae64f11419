/** Whether this node still holds all of its own joint stream: after a restored backup others hold more of it. */

export type Position = { seq: number; hash: string };
/** A position of the own stream that somebody holds evidence of, and the own log's hash at that seq. */
export type Witness = Position & { here: string | undefined };

export type Evidence = {
  own: Position;
  /** The gateway's last seq of the own stream; undefined while it cannot be reached. */
  gatewaySeq: number | undefined;
  /** What proves how the own stream was: the gateway's row, an own signed head, the position noted in the folder. */
  witnesses: readonly Witness[];
  /** How far the partner says that it holds the own stream; undefined when it was never heard. */
  partnerSays: number | undefined;
  /** Whether the partner was heard within the last seconds. */
  partnerIsHeard: boolean;
};

/**
 * `sound`: nobody holds more. `restored`: somebody does. `forked`: somebody holds another event at a seq of ours.
 * `unknown`: nobody could be asked since the start, and nothing noted tells.
 */
export type Standing = "sound" | "restored" | "forked" | "unknown";

/**
 * Judges the own stream. The partner's word alone counts only where the own gateway cannot answer, since otherwise it
 * could stop the joint work of this node with a lie; a head that this node signed itself always counts.
 */
export function judgeOwnStream(evidence: Evidence): Standing {
  const { own, gatewaySeq, witnesses, partnerSays, partnerIsHeard } = evidence;
  if (witnesses.some(({ hash, here }) => here !== undefined && here !== hash)) return "forked";
  if (witnesses.some(({ seq }) => seq > own.seq) || (gatewaySeq ?? 0) > own.seq) return "restored";
  if (gatewaySeq !== undefined && (gatewaySeq > 0 || own.seq === 0)) return "sound";
  if (partnerSays !== undefined && partnerSays > own.seq) return "restored";
  if (witnesses.length > 0 || partnerIsHeard) return "sound";
  // A link that is new: its gateway is empty, and there was no partner yet that could hold anything.
  return gatewaySeq === 0 && partnerSays === undefined ? "sound" : "unknown";
}
