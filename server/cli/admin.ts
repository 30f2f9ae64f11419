/**
 * `npm run admin -- <command>`: creates and manages the accounts of a PostgreSQL node.
 * Exit code 0 when done, 2 with one sentence when not.
 */
import {
  accountNamed,
  createAccount,
  listAccounts,
  type StoredAccount,
  setDisabled,
  setPassword,
} from "@/db/accounts/accounts";
import { connect } from "@/db/connect";
import type { Database } from "@/db/database";
import { type Action, readAction } from "./admin-options";
import { readPassword } from "./password";
import { databaseCode, runTool, UserError } from "./terminal";

const uniqueViolation = "23505";

async function main(): Promise<number> {
  const action = readAction(process.argv.slice(2), process.env);
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new UserError("DATABASE_URL must be set: the demo's accounts are fixed.");
  const connection = await connect({ databaseUrl, dataDir: "", poolSize: 1 });
  try {
    for (const line of await carryOut(action, connection.db)) console.log(line);
    return 0;
  } finally {
    await connection.close();
  }
}

async function carryOut(action: Action, db: Database): Promise<string[]> {
  switch (action.name) {
    case "list":
      return (await listAccounts(db)).map(accountLine);
    case "create":
      return [await create(action, db)];
    case "password":
      await accountNamed(db, action.username);
      await setPassword(db, action.username, await readPassword(process.env.SEKONG_PASSWORD));
      return [`${action.username} has a new password; sessions opened with the old one have ended.`];
    case "disable":
      await setDisabled(db, action.username, true);
      return [`${action.username} is disabled and signed out everywhere.`];
    case "enable":
      await setDisabled(db, action.username, false);
      return [`${action.username} may sign in again.`];
  }
}

async function create(
  { account, secret }: Extract<Action, { name: "create" }>,
  db: Database,
): Promise<string> {
  const password = await readPassword(process.env.SEKONG_PASSWORD);
  try {
    await createAccount(db, secret, account, password);
  } catch (error) {
    if (databaseCode(error) !== uniqueViolation) throw error;
    throw new UserError(`An account named ${account.username} exists already.`);
  }
  return `${account.username} (${account.role}, ${account.desk}) can sign in.`;
}

function accountLine({ username, country, role, desk, lang, unitId, disabled }: StoredAccount): string {
  const unit = unitId ? `  unit ${unitId}` : "";
  return `${country}  ${username.padEnd(24)} ${role.padEnd(10)} ${desk.padEnd(14)} ${lang}${unit}${disabled ? "  disabled" : ""}`;
}

await runTool(main);
