import { describe, expect, it } from "vitest";
import { type AccessRule, accessFindings } from "./access";

const partner = { role: "partner_la", database: "exchange" };

/** Rules as pg_hba_file_rules shows them, from lines as they stand in the file. */
const rulesOf = (...lines: string[]): AccessRule[] =>
  lines.map((text, at) => {
    const parts = text.split(" ");
    const [type = "", databases = "", users = ""] = parts;
    const address = type === "local" ? null : (parts[3] ?? null);
    const common = { line: at + 1, type, address, method: parts.at(-1) ?? null, error: null };
    return { ...common, databases: databases.split(","), users: users.split(",") };
  });

const printed = [
  "hostssl exchange partner_la all cert",
  "host all partner_la all reject",
  "local all partner_la reject",
  "local replication all reject",
  "host replication all all reject",
  "host exchange sekong_writer samehost scram-sha-256",
];
const debian = [
  "local all postgres peer",
  "local all all peer",
  "host all all 127.0.0.1/32 scram-sha-256",
  "host replication all 127.0.0.1/32 scram-sha-256",
];
const findings = (...lines: string[]) => accessFindings(rulesOf(...lines), partner);

describe("the gateway's access rules", () => {
  it("are well as init prints them, with nothing or with a distribution's own after them", () => {
    expect(findings(...printed)).toEqual([]);
    expect(findings(...printed, ...debian)).toEqual([]);
  });

  it("a password over a local socket is wider than a certificate", () => {
    expect(findings(printed[0] ?? "", printed[1] ?? "", "local all all scram-sha-256")).toEqual([
      expect.stringMatching(/^Move the lines .* line 3 would let partner_la in without its certificate/),
    ]);
  });

  it("without the lines the partner is not let in by its certificate", () => {
    expect(findings("host all postgres 127.0.0.1/32 scram-sha-256")).toEqual([
      expect.stringMatching(/^Put the lines that `npm run node -- init` prints first/),
    ]);
  });

  it("what stands before them and is wider is named with its line", () => {
    expect(findings("host all all 10.0.0.0/8 scram-sha-256", ...printed)).toEqual([
      expect.stringMatching(/^Move the lines .*: line 1 would let partner_la in/),
    ]);
    expect(findings("hostssl all partner_la all cert", ...printed)).toEqual([
      expect.stringMatching(/line 1 would let partner_la in .* into another database/),
    ]);
    expect(findings("hostssl /^ex all all cert", ...printed.slice(1))).toEqual([
      expect.stringContaining("line 1 would let partner_la in"),
    ]);
  });

  it("physical replication that is not rejected is named", () => {
    const open = [
      "hostssl exchange partner_la all cert",
      "host all partner_la all reject",
      "host replication all all md5",
    ];
    expect(findings(...open)).toEqual([
      expect.stringMatching(/reject physical replication before line 3: a copy of the cluster/),
    ]);
  });

  it("trust over the network and lines that PostgreSQL cannot read are named", () => {
    expect(findings(...printed, "host all postgres 0.0.0.0/0 trust")).toEqual([
      expect.stringMatching(/take `trust` out of line 7/),
    ]);
    const [broken, ...rest] = rulesOf("hostssl exchange partner_la all cert", ...printed);
    const wrong: AccessRule = { ...(broken as AccessRule), type: null, error: "invalid connection type" };
    expect(accessFindings([wrong, ...rest], partner)).toEqual([
      expect.stringMatching(/^Mend line 1 of the gateway's pg_hba.conf \(invalid connection type\)/),
    ]);
  });
});
