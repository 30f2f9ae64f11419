/** Whom a gateway's pg_hba.conf lets in as the partner, and where: evaluated as PostgreSQL does, the first match counts. */
import type { Client } from "pg";
import type { Finding } from "../finding";

export type AccessRule = {
  line: number;
  type: string | null;
  databases: string[] | null;
  users: string[] | null;
  address: string | null;
  method: string | null;
  error: string | null;
};

type Connection = "local" | "tls" | "plain";
/** What is asked for: the gateway's database, any other one, or a physical copy of the cluster. */
type Target = "gateway" | "other" | "physical";
type Partner = { role: string; database: string };

const connections: readonly Connection[] = ["local", "tls", "plain"];
/** Names that stand for the database named like the role, of which there is none. */
const namedLikeRole = ["sameuser", "samerole", "samegroup"];

export async function readAccess(client: Client): Promise<AccessRule[]> {
  const { rows } = await client.query<AccessRule>(
    `select line_number as line, type, database as databases, user_name as users, address, auth_method as method, error
     from pg_hba_file_rules order by line_number`,
  );
  return rows;
}

function matchesPattern(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern.slice(1)).test(text);
  } catch {
    return true;
  }
}

const matchesUser = ({ users }: AccessRule, role: string): boolean =>
  users?.some(
    (name) => name === "all" || name === role || (name.startsWith("/") && matchesPattern(name, role)),
  ) === true;

function matchesDatabase({ databases }: AccessRule, target: Target, own: string): boolean {
  if (target === "physical") return databases?.includes("replication") === true;
  return (
    databases?.some((name) => {
      if (name === "all") return true;
      if (name === "replication" || namedLikeRole.includes(name)) return false;
      if (name.startsWith("/")) return target === "other" || matchesPattern(name, own);
      return (name === own) === (target === "gateway");
    }) === true
  );
}

const connectionTypes: Readonly<Record<Connection, readonly string[]>> = {
  local: ["local"],
  tls: ["host", "hostssl", "hostgssenc"],
  plain: ["host", "hostnossl", "hostgssenc"],
};

/** The rules that may let the partner in: of those that match, up to the first that matches whatever its address. */
function allowing(
  rules: readonly AccessRule[],
  { role, database }: Partner,
  connection: Connection,
  target: Target,
): AccessRule[] {
  const found: AccessRule[] = [];
  for (const rule of rules) {
    if (!connectionTypes[connection].includes(rule.type ?? "")) continue;
    if (!matchesUser(rule, role) || !matchesDatabase(rule, target, database)) continue;
    found.push(rule);
    if (rule.type === "local" || rule.address === "all") break;
  }
  return found.filter(({ method }) => method !== "reject");
}

const lines = (rules: readonly AccessRule[]): string =>
  [...new Set(rules.map(({ line }) => line))]
    .sort((one, other) => one - other)
    .map((line) => `line ${line}`)
    .join(", ");

const isByCertificate = ({ method, type }: AccessRule): boolean => method === "cert" && type === "hostssl";

/** Findings about the access rules of the gateway: the partner's role may come into one database, by its certificate. */
export function accessFindings(all: readonly AccessRule[], partner: Partner): Finding[] {
  const file = "the gateway's pg_hba.conf";
  const findings: Finding[] = all
    .filter(({ error }) => error !== null)
    .map(
      ({ line, error }) =>
        `Mend line ${line} of ${file} (${error}): until then the server keeps to its older rules.`,
    );
  const rules = all.filter(({ error }) => error === null);
  const letIn = (target: Target, over = connections) =>
    over.flatMap((connection) => allowing(rules, partner, connection, target));
  const intoGateway = letIn("gateway");
  if (!intoGateway.some(isByCertificate))
    findings.push(
      `Put the lines that \`npm run node -- init\` prints first in ${file} and reload it: the partner is not let in by its certificate yet.`,
    );
  const wider = [...intoGateway.filter((rule) => !isByCertificate(rule)), ...letIn("other")];
  if (wider.length > 0)
    findings.push(
      `Move the lines that \`npm run node -- init\` prints to the top of ${file}: ${lines(wider)} would let ${partner.role} in without its certificate or into another database.`,
    );
  const physical = letIn("physical");
  if (physical.length > 0)
    findings.push(
      `In ${file}, reject physical replication before ${lines(physical)}: a copy of the cluster would hold everything in it.`,
    );
  const open = rules.filter(({ method, type }) => method === "trust" && type !== "local");
  if (open.length > 0)
    findings.push(
      `In ${file}, take \`trust\` out of ${lines(open)}: over the network it lets anybody in without a password.`,
    );
  return findings;
}
