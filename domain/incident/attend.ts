/** An own desk has had what came back on screen: not a receipt, and nothing of it crosses. */
import type { CommandIn } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import { streams, streamsSeenBy, type Vector } from "../envelope";
import type { EventOf } from "../events";
import { highest } from "../news";
import type { IncidentEntity } from "./schema";

/** Whose eyes it was: a commander's clear what an operator's do. */
const partOf = (role: string): "desk" | "commander" => (role === "commander" ? "commander" : "desk");

/** The first stream of a vector that is not this country's to see, or that goes past what its own node holds. */
function aheadOf(own: Vector, through: Vector, country: Meta["account"]["country"]): string | undefined {
  const seen = streamsSeenBy(country);
  return streams.find((stream) => (through[stream] ?? 0) > (seen.includes(stream) ? (own[stream] ?? 0) : 0));
}

/** Accepted without an event when it says nothing that was not said before: sending it twice is harmless. */
export function decideAttend(
  view: DecisionView,
  entity: IncidentEntity,
  { subject, body: { through } }: CommandIn<"incident.attend">,
  meta: Meta,
): Decision {
  const ahead = aheadOf(view.vector, through, meta.account.country);
  if (ahead) return refuse("ahead", `body.through.${ahead}`);
  const known = entity.attention?.attended?.[partOf(meta.account.role)];
  const saysMore = streams.some((stream) => (through[stream] ?? 0) > (known?.[stream] ?? 0));
  if (!saysMore) return accept();
  return accept({
    id: eventIdAt(meta),
    subject,
    scope: "national",
    type: "incident.attended",
    body: { through },
  });
}

/** Keeps the highest that each part of the centre has had on screen. */
export function withAttended<Entity extends IncidentEntity>(
  entity: Entity,
  { actor }: EventOf<"incident.attended">,
  through: Vector,
): Entity {
  const part = partOf(actor.role);
  const { attended, ...rest } = entity.attention ?? {};
  return {
    ...entity,
    attention: { ...rest, attended: { ...attended, [part]: highest(attended?.[part], through) } },
  };
}
