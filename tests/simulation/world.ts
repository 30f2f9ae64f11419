/** Two countries' nodes in memory: each decides on its own picture; the other's events arrive when delivered. */
import { v7 as uuidv7 } from "uuid";
import { Chain } from "@/db/log/chain";
import type { HeadsByStream } from "@/db/types";
import type { Account } from "@/domain/actor";
import { decide } from "@/domain/decide";
import { type Decision, type DecisionView, mostEvents, parseDraft } from "@/domain/decision";
import { type Stream, streamOf, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import { parseCommand } from "@/domain/protocol/parse";
import { viewOf } from "@/domain/view";
import { type Country, partnerOf, type Role } from "@/domain/vocabulary";

export const start = Date.parse("2026-10-14T00:00:00.000Z");

/** Accounts of both countries: two of each role that acts, so that four eyes can be satisfied. */
export function accountsOf(country: Country): Account[] {
  const make = (role: Role, number: number): Account => ({
    id: `${country}-${role}-${number}`,
    username: `${country.toLowerCase()}.${role}${number}`,
    desk: `${country}-${role.toUpperCase()}-${number}`,
    role,
    country,
    by: `${country}${role}${number}`,
    lang: "en",
  });
  const pairs = (["officer", "operator", "commander"] as const).flatMap((role) => [
    make(role, 1),
    make(role, 2),
  ]);
  return [...pairs, make("protection", 1), make("auditor", 1), make("system", 1)];
}

export class Node {
  readonly fold = new Fold();
  /** Events in the order this node applied them. */
  readonly applied: FullEvent[] = [];
  readonly own: FullEvent[] = [];
  readonly subjects = new Set<string>();
  readonly refs = new Set<string>();
  #heads: HeadsByStream = {};

  constructor(readonly country: Country) {}

  readonly view: DecisionView = viewOf(this.fold.picture, {
    subjectTaken: (id) => this.subjects.has(id),
    refTaken: (ref) => this.refs.has(ref),
    vector: () => this.fold.vector,
  });

  /** Parses, decides and chains one raw command, as the server does. */
  run(
    input: { type: string; subject: string; body: unknown; basis?: Vector },
    account: Account,
    at: string,
  ): Decision {
    const parsed = parseCommand({ id: uuidv7(), ...input }, at);
    if (!parsed.ok) return parsed;
    const decision = decide(this.view, parsed.command, {
      account,
      at,
      eventIds: Array.from({ length: mostEvents(parsed.command) }, () => uuidv7()),
      resolved: { province: "KH-19" },
    });
    if (!decision.ok) return decision;
    const chain = new Chain(this.#heads);
    for (const draft of decision.drafts)
      this.own.push(this.apply(chain.add({ draft: parseDraft(draft), actor: account, at })));
    return decision;
  }

  apply(event: FullEvent): FullEvent {
    this.fold.apply(event);
    this.applied.push(event);
    this.subjects.add(event.subject);
    if (event.type === "incident.reported" && event.body) this.refs.add(event.body.ref);
    this.#heads[event.stream] = { seq: event.seq, hash: event.hash, clock: event.clock };
    return event;
  }
}

export class World {
  readonly nodes = { KH: new Node("KH"), LA: new Node("LA") };

  /** Delivers up to `count` further joint events of the other country to a node. */
  deliver(country: Country, count: number): void {
    const node = this.nodes[country];
    const stream = streamOf(partnerOf(country), "joint");
    const waiting = this.jointOf(partnerOf(country)).filter((event) => event.seq > node.fold.seq(stream));
    for (const event of waiting.slice(0, count)) node.apply(event);
  }

  deliverAll(): void {
    this.deliver("KH", Number.POSITIVE_INFINITY);
    this.deliver("LA", Number.POSITIVE_INFINITY);
  }

  jointOf(country: Country): FullEvent[] {
    const stream: Stream = streamOf(country, "joint");
    return this.nodes[country].own.filter((event) => event.stream === stream);
  }
}
