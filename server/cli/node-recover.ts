/** `recover` and `return`: what a restored node takes back, and what its partner gives it. */
import { existsSync } from "node:fs";
import { connect } from "@/db/connect";
import type { Connection } from "@/db/connection";
import type { Arrival } from "@/domain/admission/judge";
import { partnerOf } from "@/domain/vocabulary";
import { writeCopy } from "../link/recover/copy-file";
import { type Recovered, recover } from "../link/recover/recover";
import { refill } from "../link/recover/refill";
import { type NodeFile, readPartnerFile } from "../link/settings";
import type { NodeCommand } from "./node-options";
import { exitNo, UserError } from "./terminal";

type Say = (...lines: readonly string[]) => void;

async function withNode<Result>(
  { databaseUrl, dataFolder }: NodeCommand,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect({ databaseUrl, dataDir: dataFolder, poolSize: 2 });
  return await work(connection).finally(() => connection.close());
}

/** Fetching again comes first, as own events build upon the partner's. False when the partner cannot be reached. */
async function refillSaid(command: NodeCommand, say: Say): Promise<boolean> {
  const partner = readPartnerFile(command.dataFolder);
  if (!partner) return true;
  try {
    await refill(command, partner);
    return true;
  } catch (error) {
    say(
      `The partner's gateway does not let this node in (${error instanceof Error ? error.message : String(error)}): what this node has lost of the partner's events cannot be fetched again yet. Run recover once more when it can be reached.`,
    );
    return false;
  }
}

/** The header is no secret of the incident's: what two administrators compare by telephone. */
function lineOf({ seq, header, hash }: Arrival): string {
  const type = /"type":"([a-z.-]+)"/.exec(header)?.[1] ?? "?";
  const at = /"at":"([0-9TZ:.-]+)"/.exec(header)?.[1] ?? "?";
  return `  ${seq}  ${at}  ${type}  ${hash.slice(0, 16)}`;
}

function sayResult(say: Say, { count, seq, left, waitsAt }: Recovered): number {
  say(
    count > 0
      ? `${count} own joint events were taken back; this node holds its joint stream up to event ${seq}.`
      : `Nothing more was there to take back: this node holds its joint stream up to event ${seq}.`,
  );
  if (waitsAt !== undefined)
    say(
      `Event ${waitsAt} waits for events of the partner's that have not landed here: run recover again once the link fetches.`,
    );
  if (left.length > 0)
    say(
      `${left.length} events of the copy came after the last head that this node signed, so the partner's word is all there is for them:`,
      ...left.map(lineOf),
      "Have the desks confirm them by telephone, then run recover again with the same file and --unsigned.",
    );
  return waitsAt === undefined && left.length === 0 ? 0 : exitNo;
}

export async function runRecover(command: NodeCommand, node: NodeFile, say: Say): Promise<number> {
  const { file, dataFolder, gatewayUrl, unsigned } = command;
  if (file !== undefined && !existsSync(file)) throw new UserError(`There is no file ${file}.`);
  const refilled = await refillSaid(command, say);
  const result = await withNode(command, (connection) =>
    recover({
      ...{ connection, node, dataFolder, gatewayUrl, file },
      acceptUnsigned: unsigned,
      now: new Date().toISOString(),
    }),
  );
  const code = sayResult(say, result);
  if (code === 0)
    say(
      "Joint commands are taken again within seconds. `npm run node -- status` says whether the partner holds still more.",
      "What was national since the backup is in no copy: it is lost.",
    );
  return refilled ? code : exitNo;
}

/** Writes the partner's own stream as it was received here, for the partner to take back. */
export async function runReturn(command: NodeCommand, say: Say): Promise<number> {
  const { file = "", country } = command;
  const { events } = await withNode(command, ({ db }) => writeCopy(db, country, file));
  say(
    `${file} holds ${events} events of ${partnerOf(country)} as they were received here, with what was released in them: send it by a way that nobody else reads.`,
    "The partner takes it with `npm run node -- recover FILE`.",
  );
  return 0;
}
