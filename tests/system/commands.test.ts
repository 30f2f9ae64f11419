import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandAnswer } from "@/domain/protocol/down";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
let operator: TestScreen;
let commander: TestScreen;
let lao: TestScreen;

beforeAll(async () => {
  server = await startTestServer();
  operator = await TestScreen.open(server.address, "kh.operator");
  commander = await TestScreen.open(server.address, "kh.commander");
  lao = await TestScreen.open(server.address, "la.commander");
});
afterAll(async () => {
  for (const screen of [operator, commander, lao]) screen.close();
  await server.remove();
});

const codeOf = (answer: CommandAnswer): string => (answer.ok ? "ok" : answer.error.code);
const errorOf = (answer: CommandAnswer) =>
  answer.ok ? "ok" : { code: answer.error.code, path: answer.error.path };
const eventsOn = (subject: string) => operator.events.filter((event) => event.subject === subject);

describe("receipts", () => {
  it("C2 the same id sent five times at once changes one thing and gets one answer", async () => {
    const [subject, id] = [newSubject("KH"), randomUUID()];
    const body = reportBody();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => operator.command("incident.report", subject, body, id)),
    );
    expect(answers[0]?.ok).toBe(true);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await operator.command("incident.report", subject, body, id)).toEqual(answers[0]);
    await until(() => operator.same, "all events have arrived");
    expect(eventsOn(subject)).toHaveLength(1);
  });

  it("C2 the same id with another body is refused, and of another account is another command", async () => {
    const [subject, id] = [newSubject("KH"), randomUUID()];
    await operator.command("incident.report", subject, reportBody(), id);
    const other = await operator.command("incident.report", subject, reportBody({ impact: "low" }), id);
    expect(errorOf(other)).toEqual({ code: "invalid", path: "id" });
    const taken = await commander.command("incident.report", subject, reportBody(), id);
    expect(codeOf(taken)).toBe("conflict");
  });

  it("C2 a refused command is decided again when sent again", async () => {
    const [subject, id] = [newSubject("KH"), randomUUID()];
    expect(codeOf(await operator.command("incident.verify", subject, {}, id))).toBe("not-found");
    await operator.must("incident.report", subject, reportBody());
    expect(codeOf(await operator.command("incident.verify", subject, {}, id))).toBe("ok");
  });

  it("of two commands that exclude each other one succeeds", async () => {
    const subject = newSubject("KH");
    await operator.must("incident.report", subject, reportBody());
    const codes = await Promise.all([
      operator.command("incident.verify", subject),
      commander.command("incident.verify", subject),
    ]).then((answers) => answers.map(codeOf));
    expect(codes.sort()).toEqual(["conflict", "ok"]);
  });
});

const nextYear = new Date(Date.now() + 366 * 24 * 3_600_000).toISOString();
const valid = () => ({
  id: randomUUID(),
  type: "incident.report",
  subject: newSubject("KH"),
  body: reportBody(),
});

/** Invalid commands, with the code and path of the answer. */
const bad: [string, () => unknown, { code: string; path?: string }][] = [
  ["no payload", () => undefined, { code: "invalid" }],
  ["null", () => null, { code: "invalid" }],
  ["a number", () => 42, { code: "invalid" }],
  ["an array", () => [valid()], { code: "invalid" }],
  ["bytes", () => Buffer.from("command"), { code: "invalid" }],
  ["no id", () => ({ ...valid(), id: undefined }), { code: "invalid", path: "id" }],
  ["an id that is none", () => ({ ...valid(), id: "1" }), { code: "invalid", path: "id" }],
  ["an unknown command", () => ({ ...valid(), type: "incident.delete" }), { code: "invalid", path: "type" }],
  ["a name of every object", () => ({ ...valid(), type: "constructor" }), { code: "invalid", path: "type" }],
  ["a type that is no text", () => ({ ...valid(), type: 7 }), { code: "invalid", path: "type" }],
  ["a subject of nowhere", () => ({ ...valid(), subject: "TH-1" }), { code: "invalid", path: "subject" }],
  [
    "the partner's subject",
    () => ({ ...valid(), subject: newSubject("LA") }),
    { code: "invalid", path: "subject" },
  ],
  ["a field too many", () => ({ ...valid(), extra: 1 }), { code: "invalid", path: "extra" }],
  ["no body", () => ({ ...valid(), body: undefined }), { code: "invalid", path: "body" }],
  [
    "a kind that is none",
    () => ({ ...valid(), body: reportBody({ kind: "protest" }) }),
    { code: "invalid", path: "body.kind" },
  ],
  [
    "a place outside the region",
    () => ({ ...valid(), body: reportBody({ place: { lng: 0, lat: 0 } }) }),
    { code: "invalid", path: "body.place.lng" },
  ],
  [
    "no place at all",
    () => ({ ...valid(), body: reportBody({ place: { lng: null, lat: "x" } }) }),
    { code: "invalid", path: "body.place.lng" },
  ],
  [
    "next year",
    () => ({ ...valid(), body: reportBody({ occurredAt: nextYear }) }),
    { code: "invalid", path: "body.occurredAt" },
  ],
  [
    "no time",
    () => ({ ...valid(), body: reportBody({ occurredAt: "soon" }) }),
    { code: "invalid", path: "body.occurredAt" },
  ],
  [
    "NUL",
    () => ({ ...valid(), body: reportBody({ note: { text: "a\u0000b", lang: "en" } }) }),
    { code: "invalid", path: "body.note.text" },
  ],
  [
    "a lone surrogate",
    () => ({ ...valid(), body: reportBody({ note: { text: "a\ud800", lang: "en" } }) }),
    { code: "invalid", path: "body.note.text" },
  ],
  [
    "a lone surrogate as a key",
    () => ({ ...valid(), body: { ...reportBody(), "\udc00": 1 } }),
    { code: "invalid" },
  ],
  [
    "more than 32 KiB",
    () => ({ ...valid(), body: reportBody({ note: { text: "x".repeat(33_000), lang: "en" } }) }),
    { code: "too-large" },
  ],
  ["200 KiB", () => ({ ...valid(), body: { padding: "x".repeat(200 * 1024) } }), { code: "too-large" }],
];

describe("bad input", () => {
  it.each(bad)("C6 answers %s with its code and path, and changes nothing", async (_, payload, expected) => {
    const before = server.context.feed.vector;
    const answer = await operator.send<CommandAnswer>("command", payload());
    expect(answer).toMatchObject({ ok: false, error: expected });
    expect(server.context.feed.vector).toEqual(before);
    expect(codeOf(await commander.command("incident.verify", newSubject("KH")))).toBe("not-found");
  });

  it("A8 answers the same for another country's incident and for one that does not exist", async () => {
    const subject = newSubject("KH");
    await operator.must("incident.report", subject, reportBody());
    expect(await lao.command("incident.acknowledge", subject)).toEqual(
      await lao.command("incident.acknowledge", newSubject("KH")),
    );
  });

  it("C4 saves the valid commands of a batch with invalid ones", async () => {
    const good = Array.from({ length: 10 }, () => newSubject("KH"));
    const answers = await Promise.all(
      good.flatMap((subject, index) => [
        operator.command("incident.report", subject, reportBody()),
        operator.send<CommandAnswer>("command", bad[index]?.[1]()),
      ]),
    );
    expect(answers.map((answer) => answer.ok)).toEqual(good.flatMap(() => [true, false]));
  });

  it("survives messages of any type without acknowledgement, and answers unknown events as invalid", async () => {
    const faulty = await TestScreen.open(server.address, "kh.operator2");
    for (const name of ["command", "history", "position", "applied"] as const) {
      for (const payload of [undefined, null, 1, "x", [], {}, { vector: 1 }, Buffer.from("x")])
        faulty.socket.emit(name, payload);
      faulty.socket.emit(name);
      faulty.socket.emit(name, 1, 2, 3);
    }
    expect(codeOf(await faulty.command("incident.verify", newSubject("KH")))).toBe("not-found");
    expect(await faulty.send("nonsense", { id: 1 })).toMatchObject({
      ok: false,
      error: { code: "invalid", path: "event" },
    });
    expect(operator.socket.connected).toBe(true);
    expect(await operator.history({ subject: "nothing" })).toMatchObject({
      ok: false,
      error: { code: "invalid", path: "subject" },
    });
    faulty.close();
  });

  it("C7 ends only the connection that sends more than 256 KiB, which then reconnects", async () => {
    const large = await TestScreen.open(server.address, "kh.commander2");
    large.socket.emit("command", { padding: "x".repeat(300 * 1024) });
    await until(() => large.connections === 2, "the connection ended and came back");
    expect(operator.connections).toBe(1);
    large.close();
  });

  it("C7 limits the rate of one session and no other's", async () => {
    const limited = await startTestServer({ SEKONG_COMMAND_RATE: "5" });
    const hasty = await TestScreen.open(limited.address, "kh.operator");
    const calm = await TestScreen.open(limited.address, "kh.commander");
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => hasty.command("incident.verify", newSubject("KH"))),
    );
    const codes = new Set(answers.map(codeOf));
    expect(codes).toEqual(new Set(["not-found", "rate-limited"]));
    expect(codeOf(await calm.command("incident.verify", newSubject("KH")))).toBe("not-found");
    for (const screen of [hasty, calm]) screen.close();
    await limited.remove();
  });
});

describe("connecting and signing in", () => {
  const refusal = async (options: Parameters<typeof TestScreen.dial>[1]) => {
    const screen = TestScreen.dial(server.address, options);
    await until(() => screen.refused !== undefined, "a refusal");
    screen.close();
    return screen.refused;
  };

  it("refuses a connection with a code", async () => {
    const { cookie } = await signIn(server.address, "kh.operator");
    const wall = await signIn(server.address, "kh.wall");
    expect(await refusal({})).toEqual({ code: "unauthenticated" });
    expect(await refusal({ cookie: cookie.replace(/.{6}$/, "AAAAAA") })).toEqual({ code: "unauthenticated" });
    expect(await refusal({ cookie, auth: { protocol: 2, screen: "command" } })).toEqual({
      code: "protocol",
      server: 1,
    });
    expect(await refusal({ cookie, auth: { protocol: 1, screen: "kitchen" } })).toMatchObject({
      code: "invalid",
    });
    expect(
      await refusal({ cookie, auth: { protocol: 1, screen: "command", vector: { "KH.joint": -1 } } }),
    ).toMatchObject({
      code: "invalid",
    });
    expect(await refusal({ cookie: wall.cookie, screen: "command" })).toEqual({ code: "forbidden" });
  });

  it("answers failed sign-ins with a code and reveals no account", async () => {
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(server.address + path, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
      });
    const code = async (response: Response) => {
      const { error }: { error: { code: string } } = await response.json();
      return `${response.status} ${error.code}`;
    };
    const signInPath = "/api/auth/sign-in/username";
    expect(await code(await post(signInPath, "{not json"))).toBe("400 invalid");
    expect(await code(await post(signInPath, "[]"))).toBe("400 invalid");
    expect(await code(await post(signInPath, JSON.stringify({ username: "kh.wall", password: 5 })))).toBe(
      "400 invalid",
    );
    expect(await code(await post(signInPath, JSON.stringify({ username: "x".repeat(20_000) })))).toBe(
      "413 too-large",
    );
    const wrong = await post(signInPath, JSON.stringify({ username: "kh.auditor", password: "wrong" }));
    const nobody = await post(signInPath, JSON.stringify({ username: "kh.nobody", password: "wrong" }));
    expect(wrong.status).toBe(401);
    expect(await nobody.text()).toBe(await wrong.text());
    const elsewhere = { origin: "http://elsewhere.example" };
    const good = JSON.stringify({ username: "kh.auditor", password: "sekong-demo" });
    expect(await code(await post(signInPath, good, elsewhere))).toBe("403 forbidden");
    for (const closed of [
      "sign-up/email",
      "is-username-available",
      "sign-in/email",
      "update-user",
      "list-sessions",
    ]) {
      expect(await code(await post(`/api/auth/${closed}`, "{}"))).toBe("404 not-found");
    }
  });

  it("limits failures of one account, and not thirty successful sign-ins of another", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await signIn(server.address, "la.auditor", "wrong")).status).toBe(401);
    }
    expect((await signIn(server.address, "la.auditor", "wrong")).status).toBe(429);
    const shift = await Promise.all(Array.from({ length: 30 }, () => signIn(server.address, "la.operator")));
    expect(shift.map(({ status }) => status)).toEqual(shift.map(() => 200));
  });
});
