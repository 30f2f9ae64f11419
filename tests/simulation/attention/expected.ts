/** What must call whom, told from the commands that were given and not from the picture that came of them. */

import type { FullEvent } from "@/domain/events";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { Stage } from "@/tests/support/exercise";

type Sent = Stage["sent"][number];

const makerOf = ({ subject }: Sent): Country => (subject.startsWith("KH") ? "KH" : "LA");
const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;

const takesOver = (body: unknown): boolean =>
  field(body, "dangerToLife") === true || field(body, "kind") === "pursuit";
const isGrave = (body: unknown): boolean =>
  ["danger-to-life", "pursuit"].includes(String(field(body, "urgency")));

/** `country of subject`, once for each takeover that must have been shown. */
export function expectedTakeovers(sent: readonly Sent[]): string[] {
  const grave = new Set<string>();
  return sent.flatMap((command) => {
    const { type, subject, body } = command;
    const maker = makerOf(command);
    switch (type) {
      case "incident.report":
        if (!takesOver(body)) return [];
        grave.add(subject);
        return [`${maker} incident ${subject}`];
      case "release.approve":
      case "release.urgent":
        return grave.has(subject) ? [`${partnerOf(maker)} incident ${subject}`] : [];
      case "request.make":
        return isGrave(body) ? [`${partnerOf(maker)} request ${subject}`] : [];
      default:
        return [];
    }
  });
}

/** What each step of one side brings back to the other, told from the wire's names and not from the model. */
const broughtBack: { readonly [type: string]: string } = {
  "request.made": "request-made",
  "request.accepted": "request-accepted",
  "request.declined": "request-declined",
  "request.countered": "request-countered",
  "request.completed": "request-completed",
  "request.withdrawn": "request-withdrawn",
  "request.counter-accepted": "counter-accepted",
  "request.counter-refused": "counter-refused",
  "request.confirmed": "handover-confirmed",
  "proposal.made": "proposal-made",
  "proposal.accepted": "proposal-accepted",
  "proposal.declined": "proposal-declined",
  "transfer.offered": "transfer-offered",
  "transfer.accepted": "transfer-accepted",
  "transfer.declined": "transfer-declined",
  "transfer.completed": "transfer-completed",
  "task.declined": "task-declined",
};

/** `country what stream seq`, for each step of the partner that must be told; a unit's refusal also at home. */
export function expectedBanners(
  joint: readonly FullEvent[],
  own: readonly FullEvent[],
  country: Country,
): string[] {
  const told = (event: FullEvent, what: string | undefined) =>
    what ? [`${country} ${what} ${event.stream} ${event.seq}`] : [];
  return [
    ...joint.flatMap((event) => told(event, broughtBack[event.type])),
    ...own.flatMap((event) =>
      event.type === "task.declined" && event.actor.role === "officer" ? told(event, "task-declined") : [],
    ),
  ];
}
