/** Which commands end a deadline by doing what it asks for, as candidates to be tried on the present picture. */
import { v7 as uuidv7 } from "uuid";
import type { Account } from "@/domain/actor";
import type { Clock, ClockKind } from "@/domain/clock/clock";
import { decide } from "@/domain/decide";
import type { Picture } from "@/domain/picture";
import { parseCommand } from "@/domain/protocol/parse";
import { accountsOf, type Node, start } from "../world";

export type Order = { type: string; subject: string; body: unknown };

/** After every deadline of a script has passed: milliseconds since 1970. */
export const lateMs = start + 40 * 24 * 60 * 60_000;
const reason = { reason: "settled by radio" };

/** Whether the node would accept a command of this account; changes nothing. */
export function accepts(
  node: Node,
  account: Account,
  order: Order,
  at = new Date(lateMs).toISOString(),
): boolean {
  const parsed = parseCommand({ id: uuidv7(), ...order }, at);
  if (!parsed.ok) return false;
  const eventIds = Array.from({ length: 64 }, () => uuidv7());
  return decide(node.view, parsed.command, { account, at, eventIds, resolved: { province: "KH-19" } }).ok;
}

/** A commander who had no part in anything yet: four eyes need somebody who is not an author (safeguard S4). */
const uninvolved = ({ country }: Node): Account[] =>
  accountsOf(country)
    .filter(({ role }) => role === "commander")
    .slice(0, 1)
    .map((account) => ({ ...account, id: `${country}-commander-3`, by: `${country}commander3` }));

/** Whether somebody of a node's country could give one of these commands. */
export const canSomebody = (node: Node, orders: readonly Order[]): boolean =>
  [...uninvolved(node), ...accountsOf(node.country)].some((account) =>
    orders.some((order) => accepts(node, account, order)),
  );

const tasksOf = (picture: Picture, requestId: string) =>
  [...picture.tasks.values()].filter((task) => task.requestId === requestId);

const endTask = (subject: string): Order[] => [
  { type: "task.cancel", subject, body: reason },
  { type: "task.advance", subject, body: { to: "on_scene" } },
  { type: "task.advance", subject, body: { to: "completed", result: "done" } },
];

const endRequest = (picture: Picture, subject: string): Order[] => [
  { type: "request.complete", subject, body: { result: "done" } },
  { type: "request.confirm", subject, body: {} },
  { type: "request.confirm", subject, body: { count: 1 } },
  { type: "request.decline", subject, body: reason },
  { type: "request.withdraw", subject, body: reason },
  ...tasksOf(picture, subject).flatMap(({ id }) => endTask(id)),
];

/** What ends a deadline of each kind. */
const ends: Partial<Record<ClockKind, (about: string, picture: Picture) => Order[]>> = {
  "partner-reads": (subject) => [{ type: "incident.acknowledge", subject, body: {} }],
  "request-read": (subject) => [
    { type: "request.acknowledge", subject, body: {} },
    { type: "request.decline", subject, body: reason },
  ],
  "request-answer": (subject) => [
    { type: "request.accept", subject, body: {} },
    { type: "request.decline", subject, body: reason },
    { type: "request.accept-counter", subject, body: {} },
    { type: "request.refuse-counter", subject, body: reason },
  ],
  "release-decision": (subject) => [
    { type: "release.request", subject, body: {} },
    { type: "release.approve", subject, body: {} },
    { type: "release.refuse", subject, body: reason },
  ],
  screening: (subject) => [
    {
      type: "incident.revise",
      subject,
      body: { changes: { response: [{ action: "screen", state: "done" }] } },
    },
  ],
  "full-report": (subject) => [{ type: "incident.verify", subject, body: {} }],
  "urgent-review": (subject) => [{ type: "release.review", subject, body: {} }],
  "task-after-withdrawal": (about, picture) => tasksOf(picture, about).flatMap(({ id }) => endTask(id)),
  "stand-down": (about, picture) =>
    picture.tasks.has(about) ? endTask(about) : [{ type: "request.withdraw", subject: about, body: reason }],
  "task-due": (about, picture) => (picture.tasks.has(about) ? endTask(about) : endRequest(picture, about)),
};

/** Candidates that end a deadline; a kind without an entry has none and fails. */
export const ordersEnding = ({ kind, about }: Clock, picture: Picture): Order[] =>
  ends[kind]?.(about, picture) ?? [];
