/**
 * `npm run node -- <command>`: links this node to its partner's. Every command may be run again.
 * Exit code 0 when done or well, 1 when not well, 2 with a sentence when it could not be done.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connect";
import { daysLeft } from "../link/expiry";
import { linkFiles, linkFolder, type NodeFile, readNodeFile, readPartnerFile } from "../link/settings";
import { certificateFindings, gatewayFindings, nodeFindings } from "../link/setup/checks";
import { accessRules } from "../link/setup/gateway-sql";
import {
  initialise,
  invitationOf,
  leave,
  readInvitation,
  rememberPartner,
  setSuspended,
  subscribeTo,
  withClient,
} from "../link/setup/setup";
import { readStatus } from "../link/setup/status";
import { type CommandName, type NodeCommand, readNodeCommand } from "./node-options";
import { exitNo, runTool, UserError } from "./terminal";

type Run = (command: NodeCommand) => Promise<number>;

const say = (...lines: readonly string[]): void => {
  for (const line of lines) console.log(line);
};

function ownNode({ dataFolder }: NodeCommand): NodeFile {
  const node = readNodeFile(dataFolder);
  if (!node) throw new UserError("This node was not set up yet: run `npm run node -- init` first.");
  return node;
}

const fileOf = ({ dataFolder }: NodeCommand, name: keyof typeof linkFiles): string =>
  path.join(linkFolder(dataFolder), linkFiles[name]);

async function findings(command: NodeCommand): Promise<string[]> {
  const { databaseUrl, gatewayUrl, country } = command;
  const certificate = readFileSync(fileOf(command, "certificate"), "utf8");
  const partner = readPartnerFile(command.dataFolder);
  return [
    ...(await withClient(databaseUrl, nodeFindings)),
    ...(await withClient(gatewayUrl, (client) => gatewayFindings(client, country))),
    ...certificateFindings(certificate, "This node's", new Date()),
    ...(partner ? certificateFindings(partner.certificate, "The partner's", new Date()) : []),
  ];
}

async function sayFindings(command: NodeCommand, done: string): Promise<number> {
  const found = await findings(command);
  if (found.length === 0) say(done);
  else say("Still to do:", ...found.map((sentence) => `- ${sentence}`));
  return found.length === 0 ? 0 : exitNo;
}

const init: Run = async (command) => {
  const { country, dataFolder, databaseUrl, gatewayUrl, gatewayAddress = "", exercise } = command;
  // The tables must be there before rights on them are given.
  await (await connect({ databaseUrl, dataDir: dataFolder, poolSize: 1 })).close();
  const options = { country, dataFolder, databaseUrl, gatewayUrl, gatewayAddress, exercise };
  const node = await initialise({ ...options, now: new Date() });
  say(
    `The node of ${country} is set up; its files are in ${linkFolder(dataFolder)}.`,
    `Give ${linkFiles.certificate}, ${linkFiles.key} and, once it is there, ${linkFiles.partnerCertificate} to the gateway's and to the node's PostgreSQL servers (owned by their user, mode 600).`,
    "The gateway's pg_hba.conf begins with these lines, in this order:",
    ...accessRules(country, node.gateway.database).map((line) => `  ${line}`),
  );
  return sayFindings(command, "Nothing else is to be done here. Next: `npm run node -- invite FILE`.");
};

const invite: Run = async (command) => {
  ownNode(command);
  const invitation = invitationOf(command.dataFolder);
  writeFileSync(command.file ?? "", `${JSON.stringify(invitation, null, 2)}\n`);
  say(
    `${command.file} holds nothing secret: send it to the partner's administrator.`,
    `Read this fingerprint to them by telephone: ${invitation.fingerprint}`,
  );
  return 0;
};

const join: Run = async (command) => {
  const node = ownNode(command);
  const invitation = readInvitation(readFileSync(command.file ?? "", "utf8"), node);
  rememberPartner(command.dataFolder, invitation);
  say(
    `The partner's fingerprint is ${invitation.fingerprint}: have it read to you by telephone before you go on.`,
  );
  const files = command.databaseFiles ?? linkFolder(command.dataFolder);
  try {
    await subscribeTo(command, invitation, files);
  } catch (error) {
    say(
      `The partner's gateway at ${invitation.gateway.address} does not let this node in yet (${error instanceof Error ? error.message : String(error)}).`,
      "Give its certificate to the PostgreSQL servers, have the partner join this node, and run this command again.",
    );
    return exitNo;
  }
  say("This node fetches from its partner. Restart Sekong so that it takes part in the link.");
  return 0;
};

const status: Run = async (command) => {
  ownNode(command);
  const partner = readPartnerFile(command.dataFolder);
  const certificates = [
    readFileSync(fileOf(command, "certificate"), "utf8"),
    ...(partner ? [partner.certificate] : []),
  ];
  const days = Math.min(...certificates.map((certificate) => daysLeft(certificate, new Date())));
  const read = await withClient(command.databaseUrl, (database) =>
    withClient(command.gatewayUrl, (gateway) => readStatus(database, gateway, command.country, days)),
  );
  const all = { ...read, sentences: [...read.sentences, ...(await findings(command))] };
  if (command.json) say(JSON.stringify(all));
  else if (all.sentences.length === 0)
    say(`The link of ${command.country} is well; heard of the partner at ${read.partner.since}.`);
  else say(...all.sentences);
  return all.sentences.length === 0 ? 0 : exitNo;
};

const suspend =
  (suspended: boolean): Run =>
  async (command) => {
    ownNode(command);
    await setSuspended(command.gatewayUrl, command.country, suspended);
    say(
      suspended
        ? "This node sends nothing; it goes on receiving. `npm run node -- resume` sends again."
        : "This node sends again.",
    );
    return 0;
  };

const end: Run = async (command) => {
  ownNode(command);
  await leave(command);
  say("The link has ended. All records stay, the partner's released ones too. Restart Sekong.");
  return 0;
};

const runs: Record<CommandName, Run> = {
  init,
  invite,
  join,
  status,
  suspend: suspend(true),
  resume: suspend(false),
  recover: async () => {
    throw new UserError(
      "recover is not built yet: do not start a restored node with its link (docs/operations.md).",
    );
  },
  leave: end,
};

await runTool(async () => {
  const command = readNodeCommand(process.argv.slice(2), process.env);
  return await runs[command.name](command);
});
