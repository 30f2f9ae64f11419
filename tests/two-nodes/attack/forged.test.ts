/**
 * The partner's superuser: whoever has all rights on the Lao gateway writes into what Cambodia fetches. Each forgery is
 * refused and named, Cambodia's own work goes on, and once it is gone so does the link.
 */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { Forger, type Forgery, type Row } from "../support/forger";
import { TwoNodes } from "../support/nodes";

let world: TwoNodes;
let forger: Forger;
let kh: Record<"operator" | "commander", TestScreen>;
let lao: TestScreen;
let unreleased: string;
let released: string;
let theirs: string;
/** The body of the Lao release, as it crossed. */
let releaseBody: string;

beforeAll(async () => {
  world = await TwoNodes.start();
  forger = new Forger(world);
  const [home, partner] = [world.servers.KH.address, world.servers.LA.address];
  kh = {
    operator: await TestScreen.open(home, "kh.operator"),
    commander: await TestScreen.open(home, "kh.commander"),
  };
  lao = await TestScreen.open(partner, "la.commander");
  const laoOperator = await TestScreen.open(partner, "la.operator");
  unreleased = newSubject("KH");
  await kh.operator.must("incident.report", unreleased, reportBody());
  released = newSubject("KH");
  await kh.operator.must("incident.report", released, reportBody());
  await kh.operator.must("release.request", released);
  await kh.commander.must("release.approve", released);
  await until(() => lao.fold.picture.incidents.has(released), "the incident in Laos");
  theirs = newSubject("LA");
  await laoOperator.must("incident.report", theirs, reportBody({ place: { lng: 106.1, lat: 14.2 } }));
  await laoOperator.must("release.request", theirs);
  await lao.must("release.approve", theirs);
  await until(() => kh.operator.fold.picture.incidents.has(theirs), "the Lao incident in Cambodia");
  laoOperator.close();
  const [row] = await forger.sql<{ body: string }>(
    "select body from exchange.joint_events where stream = 'LA.joint' order by seq limit 1",
  );
  releaseBody = row?.body ?? "";
});
afterAll(async () => {
  for (const screen of [kh?.operator, kh?.commander, lao]) screen?.close();
  await world?.stop();
});
afterEach(() => forger.cleanse());

type Held = { seq: number; state: string; reason: string };

const heldRows = () => forger.atHome<Held>("select seq::int, state, reason from exchange.held_events");
const contradictions = () =>
  forger.atHome<{ stream: string; seq: string }>(
    "select stream, seq from exchange.contradictions order by 1, 2",
  );

async function eventually<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean, what: string) {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`${what}: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Cambodia's own command is answered, and its picture holds nothing new of the partner's. */
async function ownWorkGoesOn(): Promise<void> {
  const subject = newSubject("KH");
  await kh.operator.must("incident.report", subject, reportBody());
  await until(() => kh.commander.fold.picture.incidents.has(subject), "the own incident");
}

/** The rows land, their first is held for this reason, and the log does not move. */
async function isRefused(rows: readonly Row[], reason: string): Promise<void> {
  const before = await forger.heads();
  await forger.write(rows);
  const [held] = await eventually(heldRows, (found) => found.length > 0, "nothing was held");
  expect(held).toMatchObject({ seq: before.lao.seq + 1, reason });
  await until(() => (kh.commander.heads?.partner.held ?? 0) > 0, "screens say that something is held");
  expect((await forger.heads()).lao).toEqual(before.lao);
  await ownWorkGoesOn();
}

const releaseOf = (id: string): string => releaseBody.replaceAll(theirs, id);

const taskForOurUnit = () => ({
  incidentId: released,
  unitId: newSubject("KH"),
  unit: { callsign: "STR-01", kind: "patrol" },
  action: "patrol",
});
const acknowledged = (over: Partial<Forgery> = {}): Forgery => ({
  type: "incident.acknowledged",
  subject: released,
  ...over,
});
const khmer = { desk: "KH-COMMANDER-1", role: "commander", country: "KH", by: "forged" };

describe("a forged event follows the Lao stream's head", () => {
  it.each<[what: string, forgery: () => Forgery, reason: string]>([
    [
      "the release of an incident that we have not released",
      () => ({ type: "incident.released", subject: unreleased, bodyText: releaseOf(unreleased) }),
      "foreign-subject",
    ],
    [
      "the recall of what we released",
      () => ({ type: "release.recalled", subject: released, bodyText: "{}" }),
      "wrong-body",
    ],
    ["an acknowledgement in our name", () => acknowledged({ header: { actor: khmer } }), "wrong-country"],
    [
      "a task for a unit of ours",
      () => ({ type: "task.assigned", subject: newSubject("LA"), body: taskForOurUnit() }),
      "foreign-unit",
    ],
    [
      "a step of the owner's on our incident",
      () => ({ type: "incident.verified", subject: released }),
      "not-the-owner",
    ],
    [
      "a transfer to itself that we did not offer",
      () => ({ type: "transfer.completed", subject: released }),
      "not-the-owner",
    ],
    ["a step on what was never shared with it", () => acknowledged({ subject: unreleased }), "not-shared"],
    [
      "an event that belongs in a national stream",
      () => ({ type: "duty.started", subject: theirs }),
      "national-type",
    ],
    [
      "a type that no version knows",
      () => ({ type: "incident.teleported", subject: released }),
      "unknown-type",
    ],
    [
      "another event before it than the true one",
      () => acknowledged({ header: { prev: "1".repeat(64) } }),
      "chain-broken",
    ],
    [
      "a Lamport clock of the far future",
      () => acknowledged({ header: { clock: 9_999_999_999_999 } }),
      "wrong-clock",
    ],
    ["more of our stream than we have", () => acknowledged({ header: { seen: 9_999 } }), "own-stream-behind"],
    ["less of our stream than it had seen before", () => acknowledged({ header: { seen: 0 } }), "seen-falls"],
    ["a number that no double holds", () => acknowledged({ bodyText: '{"a":1e999}' }), "wrong-body"],
    ["broken JSON", () => acknowledged({ bodyText: '{"a":' }), "wrong-body"],
    ["the same key twice", () => acknowledged({ bodyText: '{"a":1,"a":2}' }), "wrong-body"],
    ["a prototype's name", () => acknowledged({ bodyText: '{"__proto__":{"polluted":true}}' }), "wrong-body"],
    [
      "arrays in arrays, a hundred thousand deep",
      () => acknowledged({ bodyText: "[".repeat(1e5) + "]".repeat(1e5) }),
      "wrong-body",
    ],
    [
      "a NUL in a text that the database would have to read",
      () => ({
        type: "proposal.made",
        subject: newSubject("LA"),
        body: {
          incidentId: released,
          changes: { kind: "drug-seizure" },
          versions: { "\0": { clock: 1, stream: "LA.joint", seq: 1 } },
        },
      }),
      "wrong-body",
    ],
    [
      "a NUL in the desk's name",
      () => acknowledged({ header: { actor: { ...khmer, country: "LA", desk: "\0" } } }),
      "unreadable",
    ],
    ["a NUL in the subject", () => acknowledged({ header: { subject: `${released}\0` } }), "unreadable"],
  ])("%s", async (_, forgery, reason) => {
    await isRefused(await forger.forge(forgery()), reason);
  });

  it("an event of 10 MB is kept as a stub", async () => {
    const rows = await forger.forge(acknowledged({ bodyText: JSON.stringify("x".repeat(10_000_000)) }));
    await isRefused(rows, "too-large");
    const [landed] = await forger.atHome<{ bytes: number }>(
      "select max(coalesce(length(header), 0) + coalesce(length(body), 0))::int as bytes from exchange.joint_events where hash = $1",
      [rows[0]?.hash],
    );
    expect(landed?.bytes).toBeLessThanOrEqual(1_000);
  });

  it("an id used before", async () => {
    const [used] = await forger.atHome<{ id: string }>(
      "select id from joint_events where stream = 'KH.joint' limit 1",
    );
    await isRefused(await forger.forge(acknowledged({ header: { id: used?.id } })), "id-reused");
  });

  it("an event replayed under a later number", async () => {
    const { lao: head } = await forger.heads();
    const [true_] = await forger.sql<Row>(
      "select stream, seq, header, body, salt, hash from exchange.joint_events where stream = 'LA.joint' limit 1",
    );
    if (!true_) throw new Error("nothing to replay");
    await isRefused([{ ...true_, seq: head.seq + 1 }], "header-differs");
  });

  it("two events in the other's place", async () => {
    const [first, second] = await forger.forge(acknowledged(), {
      type: "incident.assessed",
      subject: released,
    });
    if (!first || !second) throw new Error("nothing to reorder");
    await isRefused(
      [
        { ...second, seq: first.seq },
        { ...first, seq: second.seq },
      ],
      "header-differs",
    );
  });

  it("an event whose predecessor is withheld", async () => {
    const [, second] = await forger.forge(acknowledged(), { type: "incident.assessed", subject: released });
    if (!second) throw new Error("nothing to withhold");
    await isRefused([second], "event-missing");
  });

  it("what follows a forged event waits, whatever it is", async () => {
    const rows = await forger.forge(acknowledged({ header: { actor: khmer } }), acknowledged());
    await isRefused(rows, "wrong-country");
    expect(await heldRows()).toHaveLength(1);
  });
});

describe("a row of no stream of its", () => {
  it.each<[what: string, row: () => Promise<Partial<Row>>]>([
    [
      "our own joint stream, past our head",
      async () => ({ stream: "KH.joint", seq: (await forger.heads()).own.seq + 1 }),
    ],
    ["our own joint stream, over an event of ours", async () => ({ stream: "KH.joint", seq: 1 })],
    ["our national stream", async () => ({ stream: "KH.national", seq: 1 })],
    [
      "a stream that does not exist",
      async () => ({
        stream: "x"
          .repeat(3_000)
          .replaceAll("x", () => randomUUID())
          .slice(0, 2_600),
        seq: 1,
      }),
    ],
    ["a number below one", async () => ({ seq: -1 })],
    ["a number far ahead", async () => ({ seq: "9223372036854775807" })],
  ])("%s: a stub of it is kept, and the link goes on", async (_, over) => {
    const before = await forger.atHome("select stream, seq from joint_events order by 1, 2");
    const [row] = await forger.forge(acknowledged());
    if (!row) throw new Error("no row");
    await forger.write([{ ...row, ...(await over()) }]);
    expect(await eventually(contradictions, (found) => found.length > 0, "it is not named")).toHaveLength(1);
    expect(await forger.atHome("select stream, seq from joint_events order by 1, 2")).toEqual(before);
    expect(await heldRows()).toEqual([]);
    await ownWorkGoesOn();
  });

  it("another content of an event that had landed: a stub of it is kept", async () => {
    const { lao: head } = await forger.heads();
    const [kept] = await forger.sql<Row>(
      "select * from exchange.joint_events where stream = 'LA.joint' and seq = $1",
      [head.seq],
    );
    await forger.sql("delete from exchange.joint_events where stream = 'LA.joint' and seq = $1", [head.seq]);
    const [row] = await forger.forge(acknowledged());
    if (!row || !kept) throw new Error("no row");
    await forger.write([{ ...row, seq: head.seq }]);
    expect(await eventually(contradictions, (found) => found.length > 0, "it is not named")).toEqual([
      { stream: "LA.joint", seq: String(head.seq) },
    ]);
    expect((await forger.heads()).lao).toEqual(head);
    await forger.sql("delete from exchange.joint_events where seq = $1 and stream = 'LA.joint'", [head.seq]);
    await forger.write([kept]);
  });
});

describe("what is no attack", () => {
  it("another time of day, even of the year 9999, is admitted", async () => {
    await forger.write(await forger.forge(acknowledged({ header: { at: "9999-12-31T23:59:59.999Z" } })));
    await until(() => {
      const held = kh.commander.fold.picture.incidents.get(released);
      return held !== undefined && "acknowledged" in held && held.acknowledged.LA !== undefined;
    }, "the acknowledgement");
    await ownWorkGoesOn();
    expect(kh.commander.faults).toEqual([]);
  });
});
