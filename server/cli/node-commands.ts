/** The commands of `npm run node`: what each does, and what it says to an administrator. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Client } from "pg";
import { connect } from "@/db/connect";
import { daysLeft } from "../link/expiry";
import { linkFiles, linkFolder, type NodeFile, readNodeFile, readPartnerFile } from "../link/settings";
import { findAll, requireTwoClusters } from "../link/setup/checks/checks";
import { withClient } from "../link/setup/client";
import { leave, setSuspended } from "../link/setup/ending";
import { fileOf } from "../link/setup/files";
import { accessRules } from "../link/setup/gateway-sql";
import { fetchFrom, refillFrom } from "../link/setup/joining";
import { makeNextCertificate, switchCertificate } from "../link/setup/rotation";
import { initialise, invitationOf, notSetUp, readInvitation, rememberPartner } from "../link/setup/setup";
import { rotateSigningKey } from "../link/setup/signing-key";
import { readStatus } from "../link/setup/status";
import { type CommandName, type NodeCommand, readNodeCommand } from "./node-options";
import { runRecover, runReturn } from "./node-recover";
import { exitNo, UserError } from "./terminal";

/** Takes lines for the administrator. */
export type Say = (...lines: readonly string[]) => void;
type Run = (command: NodeCommand, say: Say) => Promise<number>;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function ownNode({ dataFolder, country }: NodeCommand): NodeFile {
  const node = readNodeFile(dataFolder);
  if (!node) throw new UserError(notSetUp);
  if (node.country !== country)
    throw new UserError(
      `The link in ${linkFolder(dataFolder)} is of ${node.country}: SEKONG_COUNTRY says ${country}.`,
    );
  return node;
}

const inDatabase = <Result>({ databaseUrl }: NodeCommand, work: (client: Client) => Promise<Result>) =>
  withClient(databaseUrl, work, "The node's database");
const inGateway = <Result>({ gatewayUrl }: NodeCommand, work: (client: Client) => Promise<Result>) =>
  withClient(gatewayUrl, work, "The gateway");
/** Both databases of this node. */
const inBoth = <Result>(command: NodeCommand, work: (database: Client, gateway: Client) => Promise<Result>) =>
  inDatabase(command, (database) => inGateway(command, (gateway) => work(database, gateway)));

async function sayFindings(say: Say, command: NodeCommand, node: NodeFile, done: string): Promise<number> {
  const found = await inBoth(command, (database, gateway) =>
    findAll({ database, gateway }, { ...command, node, now: new Date() }),
  );
  if (found.length === 0) say(done);
  else say("Still to do:", ...found.map((sentence) => `- ${sentence}`));
  return found.length === 0 ? 0 : exitNo;
}

const init: Run = async (command, say) => {
  const { country, dataFolder, databaseUrl } = command;
  const known = readNodeFile(dataFolder);
  const gatewayAddress = command.gatewayAddress ?? known?.gateway.address;
  if (!gatewayAddress)
    throw new UserError("SEKONG_GATEWAY_ADDRESS must be host:port, as the partner reaches the gateway.");
  await inBoth(command, requireTwoClusters);
  // The tables must be there before rights on them are given.
  await (await connect({ databaseUrl, dataDir: dataFolder, poolSize: 1 })).close();
  const now = new Date();
  const exercise = command.exercise || known?.exercise === true;
  const node = await initialise({ ...command, gatewayAddress, exercise, now });
  if (command.certificate === "make") await makeNextCertificate(dataFolder, country, gatewayAddress, now);
  if (command.certificate === "use")
    await switchCertificate(dataFolder, country, readPartnerFile(dataFolder));
  if (command.newSigningKey) {
    await rotateSigningKey({ dataFolder, databaseUrl, node, now: now.toISOString() });
    say(
      "The signing key was replaced; the new one is signed by the old one, and the partner takes it by itself.",
    );
  }
  say(
    `The node of ${country} is set up; its files are in ${linkFolder(dataFolder)}.`,
    `Give ${linkFiles.certificate}, ${linkFiles.key} and, once it is there, ${linkFiles.partnerCertificate} to the gateway's and to the node's PostgreSQL servers (owned by their user, mode 600; the gateway's outside its data folder).`,
    "The gateway's pg_hba.conf begins with these lines, in this order:",
    ...accessRules(country, node.gateway.database).map((line) => `  ${line}`),
  );
  if (existsSync(fileOf(dataFolder, "nextCertificate")))
    say(
      "A new certificate is there and not in use: run `invite` again, have the partner `join` again, then run `init --use-new-certificate`.",
    );
  return sayFindings(
    say,
    command,
    node,
    "Nothing else is to be done here. Next: `npm run node -- invite FILE`.",
  );
};

const invite: Run = async (command, say) => {
  ownNode(command);
  const invitation = invitationOf(command.dataFolder);
  writeFileSync(command.file ?? "", `${JSON.stringify(invitation, null, 2)}\n`);
  say(
    `${command.file} holds nothing secret: send it to the partner's administrator.`,
    `Read this fingerprint to them by telephone: ${invitation.fingerprint}`,
  );
  return 0;
};

function readGivenInvitation({ file = "" }: NodeCommand, node: NodeFile) {
  if (!existsSync(file)) throw new UserError(`There is no file ${file}: give the partner's invitation.`);
  return readInvitation(readFileSync(file, "utf8"), node);
}

const join: Run = async (command, say) => {
  const node = ownNode(command);
  const invitation = readGivenInvitation(command, node);
  rememberPartner(command.dataFolder, invitation);
  say(
    `The partner's fingerprint is ${invitation.fingerprint}: have it read to you by telephone before you go on.`,
  );
  try {
    if (command.refill) await refillFrom(command, invitation);
    else await fetchFrom(command, invitation);
  } catch (error) {
    say(
      `The partner's gateway at ${invitation.gateway.address} does not let this node in yet (${messageOf(error)}).`,
      "Give its certificate to the PostgreSQL servers, have the partner join this node, and run this command again.",
    );
    return exitNo;
  }
  say("This node fetches from its partner. Restart Sekong so that it takes part in the link.");
  return 0;
};

const status: Run = async (command, say) => {
  const node = ownNode(command);
  const partner = readPartnerFile(command.dataFolder);
  const certificates = [
    readFileSync(fileOf(command.dataFolder, "certificate"), "utf8"),
    ...(partner ? [partner.certificate] : []),
  ];
  const days = Math.min(...certificates.map((certificate) => daysLeft(certificate, new Date())));
  const read = (database: Client, gateway?: Client) => readStatus(database, gateway, command.country, days);
  const all = await inBoth(command, async (database, gateway) => {
    const found = await findAll({ database, gateway }, { ...command, node, now: new Date() });
    const link = await read(database, gateway);
    return { ...link, sentences: [...link.sentences, ...found] };
  }).catch(async (error) => {
    // Without its gateway a node still says how it stands.
    const link = await inDatabase(command, (database) => read(database));
    return { ...link, sentences: [messageOf(error), ...link.sentences] };
  });
  if (command.json) say(JSON.stringify(all));
  else if (all.sentences.length === 0)
    say(`The link of ${command.country} is well; heard of the partner at ${all.partner.since}.`);
  else say(...all.sentences);
  return all.sentences.length === 0 ? 0 : exitNo;
};

const suspend =
  (suspended: boolean): Run =>
  async (command, say) => {
    ownNode(command);
    await setSuspended(command.gatewayUrl, command.country, suspended);
    say(
      suspended
        ? "This node sends nothing; it goes on receiving. `npm run node -- resume` sends again."
        : "This node sends again.",
    );
    return 0;
  };

const end: Run = async (command, say) => {
  ownNode(command);
  await leave(command);
  say(
    "The link has ended. All records stay, the partner's released ones too. Restart Sekong.",
    `Take ${linkFiles.partnerCertificate} away from both PostgreSQL servers. For a link again: init, invite and join, on both sides.`,
  );
  return 0;
};

const runs: Record<CommandName, Run> = {
  init,
  invite,
  join,
  status,
  suspend: suspend(true),
  resume: suspend(false),
  recover: (command, say) => runRecover(command, ownNode(command), say),
  return: (command, say) => {
    ownNode(command);
    return runReturn(command, say);
  },
  leave: end,
};

/**
 * Runs one command; resolves to its exit code: 0 when done or well, 1 when not well. Rejects with a UserError or a
 * LinkSetupError, one sentence, when it could not be done.
 */
export function runNodeCommand(
  args: string[],
  environment: Record<string, string | undefined>,
  say: Say,
): Promise<number> {
  const command = readNodeCommand(args, environment);
  return runs[command.name](command, say);
}
