/** Runs commands of both countries against a log, as the server does. */
import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Account } from "@/domain/actor";
import { decide } from "@/domain/decide";
import { type DecisionView, mostEvents } from "@/domain/decision";
import { streamsSeenBy } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import type { Change } from "@/domain/picture";
import { parseCommand } from "@/domain/protocol/parse";
import { viewOf } from "@/domain/view";
import { type Country, countries, type Role } from "@/domain/vocabulary";
import type { Log, Projections } from "../types";

export const accountOf = (country: Country, role: Role, number = 1): Account => ({
  id: `${country}-${role}-${number}`,
  username: `${country.toLowerCase()}.${role}${number}`,
  desk: `${country}-${role}-${number}`,
  role,
  country,
  by: `${country}${role}${number}`,
  lang: "en",
});

export const reportBody = {
  kind: "drug-seizure",
  impact: "high",
  place: { lng: 105.97, lat: 13.52 },
  occurredAt: "2026-10-14T00:00:00.000Z",
};
const at = "2026-10-14T01:00:00.000Z";

export class TestDesks {
  readonly folds: Record<Country, Fold> = { KH: new Fold(), LA: new Fold() };

  constructor(
    private readonly log: Log,
    private readonly projections?: Projections,
  ) {}

  /** Runs a command; throws when it is refused. */
  async run(account: Account, type: string, subject: string, body: unknown = {}): Promise<void> {
    const parsed = parseCommand({ id: randomUUID(), type, subject, body }, at);
    if (!parsed.ok) throw new Error(`${type}: ${parsed.denial.reason} ${parsed.denial.path ?? ""}`);
    const eventIds = Array.from({ length: mostEvents(parsed.command) }, () => uuidv7());
    const meta = { account, at, eventIds, resolved: { province: "KH-19" as const } };
    const events = await this.log.transact(async (tx) => {
      const decision = decide(this.#view(account.country), parsed.command, meta);
      if (!decision.ok) throw new Error(`${type}: ${decision.denial.reason}`);
      const chained = tx.chain(decision.drafts.map((draft) => ({ draft, actor: account, at })));
      await tx.flush([]);
      return chained;
    });
    this.#apply(events);
  }

  /** Reports an incident and releases it to the partner; returns its subject. */
  async release(country: Country): Promise<string> {
    const subject = await this.report(country);
    await this.run(accountOf(country, "operator"), "release.request", subject);
    await this.run(accountOf(country, "commander"), "release.approve", subject);
    return subject;
  }

  async report(country: Country): Promise<string> {
    const subject = `${country}-${randomUUID()}`;
    await this.run(accountOf(country, "officer"), "incident.report", subject, reportBody);
    return subject;
  }

  #apply(events: readonly FullEvent[]): void {
    for (const country of countries) {
      const fold = this.folds[country];
      const seen = events.filter(({ stream }) => streamsSeenBy(country).includes(stream));
      const changes: Change[] = seen.flatMap((event) => fold.apply(event)?.change ?? []);
      if (seen.length > 0) this.projections?.note(country, changes, { vector: fold.vector, mark: fold.mark });
    }
  }

  #view(country: Country): DecisionView {
    const fold = this.folds[country];
    const never = () => false;
    return viewOf(fold.picture, { subjectTaken: never, refTaken: never, vector: () => fold.vector });
  }
}
