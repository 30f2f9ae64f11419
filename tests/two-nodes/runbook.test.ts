/** The pages of docs/operations.md about linking two nodes, as an administrator of either side would follow them. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";
import { PlainNode, type Said } from "./support/plain";

let folder: string;
let kh: PlainNode;
let la: PlainNode;
let servers: TestServer[] = [];
let screens: TestScreen[] = [];

const both = <Result>(work: (own: PlainNode, partner: PlainNode) => Promise<Result>) =>
  Promise.all([work(kh, la), work(la, kh)]);
const done = (said: Said | Said[]) => {
  for (const { code, text } of [said].flat()) expect(code, text).toBe(0);
};
const invitation = ({ country }: PlainNode) => path.join(folder, `${country}.json`);

/** Steps 2 to 6 of the page "First link". */
async function link(): Promise<void> {
  const printed = await both((own) => own.command("init", "--exercise"));
  await both(async (own) => done(await own.command("invite", invitation(own))));
  const first = await both((own, partner) => own.command("join", invitation(partner)));
  for (const { code, text } of first)
    expect(code === 0 || text.includes("does not let this node in yet"), text).toBe(true);
  await kh.giveFiles();
  await la.giveFiles();
  await kh.closeGateway(printed[0].text);
  await la.closeGateway(printed[1].text);
  await both(async (own, partner) => done(await own.command("join", invitation(partner))));
}

async function serve(): Promise<void> {
  servers = await both((own) => startTestServer({ PORT: "0", ...own.environment }));
  const [khAddress = "", laAddress = ""] = servers.map(({ address }) => address);
  screens = await Promise.all([
    TestScreen.open(khAddress, "kh.operator"),
    TestScreen.open(khAddress, "kh.commander"),
    TestScreen.open(laAddress, "la.commander"),
  ]);
}

async function stopServing(): Promise<void> {
  for (const screen of screens) screen.close();
  screens = [];
  await Promise.all(servers.map((server) => server.remove()));
  servers = [];
}

/** Releases an incident in Cambodia. */
async function release(): Promise<string> {
  const [operator, commander] = screens;
  if (!operator || !commander) throw new Error("no screens");
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  return subject;
}

const arrives = (subject: string) =>
  until(() => screens[2]?.fold.picture.incidents.has(subject) === true, "the incident in Laos");

/** PostgreSQL starts a worker of a new link only after some seconds when the partner did not let it in at once. */
const wellWithinMs = 30_000;

async function well(own: PlainNode): Promise<void> {
  const deadline = Date.now() + wellWithinMs;
  for (;;) {
    const { code, text } = await own.command("status");
    if (code === 0) return;
    if (Date.now() > deadline) throw new Error(text);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sekong-runbook-"));
  chmodSync(folder, 0o755);
  [kh, la] = await Promise.all([PlainNode.start(folder, "KH"), PlainNode.start(folder, "LA")]);
});
afterAll(async () => {
  await stopServing();
  await both((own) => own.stop());
  rmSync(folder, { recursive: true, force: true });
});

describe("the runbook", () => {
  it("first link: init says what is to do, and after it both sides are well", async () => {
    const before = await kh.command("init", "--exercise");
    expect(before.code).toBe(1);
    expect(before.text).toMatch(/^- In the gateway's postgresql.conf, set ssl = on: /m);
    expect(before.text).toMatch(/^- Put the lines that `npm run node -- init` prints first/m);
    await link();
    await serve();
    await arrives(await release());
    await both(well);
    const { text } = await kh.command("status", "--json");
    expect(JSON.parse(text)).toMatchObject({
      country: "KH",
      partner: { state: "live", held: 0, clockOffsetMs: expect.any(Number) },
      gateway: { slotBytes: expect.any(Number), safeBytes: expect.any(Number) },
      ...{ certificateDays: expect.any(Number), quarantine: 0, suspended: false, sentences: [] },
    });
  });

  it("suspending and resuming: what is released waits, also over another init", async () => {
    done(await kh.command("suspend"));
    const subject = await release();
    const [again, said] = [await kh.command("init"), await kh.command("status")];
    expect([again.code, said.code]).toEqual([0, 1]);
    expect(said.text).toMatch(/resume` to send again/);
    expect(screens[2]?.fold.picture.incidents.has(subject)).toBe(false);
    done(await kh.command("resume"));
    await arrives(subject);
  });

  it("rotation: the partner trusts both certificates before the new one is taken into use", async () => {
    done(await kh.command("init", "--new-certificate"));
    const early = await kh.command("init", "--use-new-certificate");
    expect(early).toMatchObject({ code: 2, text: expect.stringContaining("does not let this node in") });
    done(await kh.command("invite", invitation(kh)));
    done(await la.command("join", invitation(kh)));
    await la.giveFiles();
    await arrives(await release());
    const used = await kh.command("init", "--use-new-certificate");
    expect(used).toMatchObject({ code: 1, text: expect.stringContaining("- Give node.crt and node.key") });
    await kh.giveFiles();
    // Whoever is connected stays so: a new connection shows the new certificate.
    for (const { gateway } of [kh, la])
      await gateway.admin("postgres", (admin) =>
        admin.query("select pg_terminate_backend(pid) from pg_stat_replication"),
      );
    await arrives(await release());
    done(await kh.command("invite", invitation(kh)));
    done(await la.command("join", invitation(kh)));
    await la.giveFiles();
    await both(well);
  });

  it("leaving: nothing crosses any more, and a new link brings what was released meanwhile", async () => {
    done(await kh.command("leave"));
    done(await kh.command("leave"));
    const subject = await release();
    done(await la.command("leave"));
    await stopServing();
    await link();
    await serve();
    await arrives(subject);
    await both(well);
  });
});
