/** Fixtures for tests of the domain: two nodes, commands by role, and their outcomes. */
import type { Account } from "@/domain/actor";
import type { Decision } from "@/domain/decision";
import { type Incident, isIncident } from "@/domain/incident/schema";
import type { Country, Role } from "@/domain/vocabulary";
import { accountsOf, Node, start } from "@/tests/simulation/world";

export const subject = "KH-00000000-0000-4000-8000-000000000001";
export const otherSubject = "KH-00000000-0000-4000-8000-000000000002";
export const atStart = new Date(start).toISOString();

export const flood = {
  kind: "flood",
  impact: "high",
  place: { lng: 106.0312, lat: 13.9291 },
  occurredAt: atStart,
};
export const victims = {
  ...flood,
  kind: "victims-in-transit",
  people: [{ role: "possible-victim", count: 3 }],
};

export function account(country: Country, role: Role, number: 1 | 2 = 1): Account {
  const found = accountsOf(country).filter((one) => one.role === role)[number - 1];
  if (!found) throw new Error(`no ${role} ${number} of ${country}`);
  return found;
}

/** Two nodes whose joint events are delivered at once. */
export class Stage {
  readonly nodes = { KH: new Node("KH"), LA: new Node("LA") };
  #minute = 0;

  run(
    who: Account,
    type: string,
    body: unknown = {},
    on = subject,
    basis?: Node["fold"]["vector"],
  ): Decision {
    this.#minute += 1;
    const at = new Date(start + this.#minute * 60_000).toISOString();
    const node = this.nodes[who.country];
    const before = node.own.length;
    const decision = node.run({ type, subject: on, body, ...(basis ? { basis } : {}) }, who, at);
    const partner = this.nodes[who.country === "KH" ? "LA" : "KH"];
    for (const event of node.own.slice(before)) if (event.stream.endsWith("joint")) partner.apply(event);
    return decision;
  }

  /** Runs a command that must succeed. */
  do(who: Account, type: string, body: unknown = {}, on = subject): this {
    const decision = this.run(who, type, body, on);
    if (!decision.ok)
      throw new Error(`${type} refused: ${decision.denial.reason} ${decision.denial.path ?? ""}`);
    return this;
  }

  /** Releases an incident: reported by an officer, requested by an operator, approved by a commander. */
  released(report: object = flood, approval: object = {}, on = subject): this {
    return this.do(account("KH", "officer"), "incident.report", report, on)
      .do(account("KH", "operator"), "release.request", {}, on)
      .do(account("KH", "commander"), "release.approve", approval, on);
  }

  seen(country: Country, on = subject) {
    return this.nodes[country].fold.picture.incidents.get(on);
  }

  incident(country: Country, on = subject): Incident {
    const found = this.seen(country, on);
    if (!isIncident(found)) throw new Error(`${country} holds no full record of ${on}`);
    return found;
  }
}

/** The reason a decision was refused, or "accepted". */
export const outcomeOf = (decision: Decision): string => (decision.ok ? "accepted" : decision.denial.reason);
