/** What must hold after a mend, and at the end. Each check throws one sentence that says what does not hold. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { jointStreams } from "@/domain/envelope";
import { type Country, countries } from "@/domain/vocabulary";
import type { TestScreen } from "@/tests/support/client";
import type { Acknowledged } from "./desk";
import type { CutNode, CutNodes } from "./nodes";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const pollMs = 50;

export type Watchers = Record<Country, TestScreen>;
type Head = { stream: string; seq: string; hash: string };

const jointHeads = (node: CutNode): Promise<Head[]> =>
  node.query("select stream, seq, hash from stream_heads where stream like '%.joint' order by stream");

/** Whether both logs have the same joint heads, and a screen of each side has folded them to the same digest. */
async function isSame({ nodes }: CutNodes, watchers: Watchers): Promise<boolean> {
  const [kh, la] = [await jointHeads(nodes.KH), await jointHeads(nodes.LA)];
  if (JSON.stringify(kh) !== JSON.stringify(la)) return false;
  const level = countries.every((country) =>
    kh.every(({ stream, seq }) =>
      jointStreams.every((joint) => joint !== stream || watchers[country].fold.seq(joint) === Number(seq)),
    ),
  );
  return level && watchers.KH.fold.mark.digest === watchers.LA.fold.mark.digest;
}

/** Milliseconds until both sides are the same. Throws, with both sides' heads, after `withinMs`. */
export async function becomesSame(all: CutNodes, watchers: Watchers, withinMs: number): Promise<number> {
  const began = performance.now();
  while (!(await isSame(all, watchers))) {
    if (performance.now() - began > withinMs) {
      const sides = await Promise.all(
        countries.map(async (country) => ({
          country,
          log: (await jointHeads(all.nodes[country])).map(({ stream, seq }) => `${stream} ${seq}`),
          screen: watchers[country].fold.vector,
          digest: watchers[country].fold.mark.digest,
        })),
      );
      throw new Error(`not the same within ${withinMs} ms of the mend: ${JSON.stringify(sides)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return performance.now() - began;
}

type Receipt = { id: string; events: { stream: string; seq: number }[] };

/** Every acknowledged command has one receipt that names its events, and these are in the log. */
async function checkAcknowledged(node: CutNode, acknowledged: readonly Acknowledged[]): Promise<void> {
  const rows = await node.query<Receipt>("select command_id as id, events from receipts");
  const byId = new Map<string, Receipt[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const inLog = new Set(
    (
      await node.query<{ key: string }>(
        "select stream || ' ' || seq as key from joint_events union all select stream || ' ' || seq from national_events",
      )
    ).map(({ key }) => key),
  );
  const keys = (events: Receipt["events"]) => events.map(({ stream, seq }) => `${stream} ${seq}`);
  for (const { id, type, events } of acknowledged) {
    const receipts = byId.get(id) ?? [];
    if (receipts.length !== 1)
      throw new Error(`${type} ${id} was acknowledged and has ${receipts.length} receipts`);
    if (keys(receipts[0]?.events ?? []).join() !== keys([...events]).join())
      throw new Error(`${type} ${id} was acknowledged with other events than its receipt's`);
    for (const key of keys([...events]))
      if (!inLog.has(key)) throw new Error(`${type} ${id}: ${key} is not in the log`);
  }
  const named = rows.flatMap(({ events }) => keys(events));
  if (new Set(named).size !== named.length) throw new Error("two receipts name one event");
  const own = [...inLog].filter((key) => key.startsWith(node.country)).length;
  if (own !== named.length) throw new Error(`${own} own events in the log, ${named.length} of commands`);
}

/** Both logs hold the same joint events, none of them twice. */
async function checkJoint({ nodes }: CutNodes): Promise<void> {
  const read = (node: CutNode) =>
    node.query<{ stream: string; seq: string; id: string; hash: string }>(
      "select stream, seq, id, hash from joint_events order by stream, seq",
    );
  const [kh, la] = [await read(nodes.KH), await read(nodes.LA)];
  if (JSON.stringify(kh) !== JSON.stringify(la)) throw new Error("the two joint logs differ");
  if (new Set(kh.map(({ id }) => id)).size !== kh.length)
    throw new Error("an event is in the joint log twice");
}

async function checkNothingHeld(node: CutNode): Promise<void> {
  const [count] = await node.query<{ held: number; contradictions: number }>(
    `select (select count(*) from exchange.held_events)::int as held,
       (select count(*) from exchange.contradictions)::int as contradictions`,
  );
  if (count?.held !== 0 || count.contradictions !== 0)
    throw new Error(`${node.country} holds events back or has met contradictions: ${JSON.stringify(count)}`);
}

/** Runs `npm run verify` on a node; throws with what it prints unless it finds everything sound. */
async function verifyNode({ nation, country }: CutNode): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/cli/verify.ts"], {
    cwd: root,
    env: { ...process.env, ...nation.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (part) => (text += String(part)));
  const code = await new Promise<number | null>((resolve) => void child.once("close", resolve));
  if (code !== 0) throw new Error(`verify of ${country} ended with ${code}: ${text.slice(-2_000)}`);
}

/** Everything that must hold at the end. */
export async function checkAll(all: CutNodes, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const country of countries) {
    const node = all.nodes[country];
    await checkAcknowledged(
      node,
      acknowledged.filter((one) => one.country === country),
    );
    await checkNothingHeld(node);
  }
  await checkJoint(all);
  for (const country of countries) await verifyNode(all.nodes[country]);
}
