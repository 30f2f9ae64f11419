import { describe, expect, it } from "vitest";
import {
  gatewayServerFindings,
  isSameCluster,
  nodeServerFindings,
  type ServerFacts,
} from "./database-server";

const fitting: Record<string, string> = {
  wal_level: "logical",
  max_replication_slots: "6",
  max_wal_senders: "6",
  max_slot_wal_keep_size: "1024",
  wal_sender_timeout: "10000",
  wal_receiver_timeout: "10000",
  ssl: "on",
  ssl_min_protocol_version: "TLSv1.3",
  max_logical_replication_workers: "4",
  max_worker_processes: "8",
};

const server = (changed: Record<string, string> = {}, facts: Partial<ServerFacts> = {}): ServerFacts => ({
  versionNumber: 180_004,
  version: "18.4",
  encoding: "UTF8",
  systemIdentifier: "1",
  isSuperuser: true,
  settings: new Map(
    Object.entries({ ...fitting, ...changed }).map(([name, value]) => [
      name,
      { value, waitsForRestart: false },
    ]),
  ),
  clockOffsetMs: 20,
  clockDoubtMs: 5,
  ...facts,
});

describe("the database servers of a link", () => {
  it("are well as the runbook sets them", () => {
    expect(nodeServerFindings(server())).toEqual([]);
    expect(gatewayServerFindings(server())).toEqual([]);
  });

  it.each([
    ["wal_level", "replica", "otherwise the partner can fetch nothing"],
    ["max_replication_slots", "100", "must not be able to hoard"],
    ["max_replication_slots", "2", "two more while it fills"],
    ["max_wal_senders", "1", "each slot that is read needs one"],
    ["max_slot_wal_keep_size", "-1", "must not fill it"],
    ["wal_sender_timeout", "60000", "a dead line is noticed late"],
    ["wal_sender_timeout", "0", "a dead line is noticed late"],
    ["ssl", "off", "over TLS with its certificate"],
    ["ssl_min_protocol_version", "TLSv1.2", "what is older is weaker"],
  ])("the gateway's %s = %s is a finding with its reason", (name, value, reason) => {
    const [finding, ...more] = gatewayServerFindings(server({ [name]: value }));
    expect(more).toEqual([]);
    expect(finding).toMatch(new RegExp(`^In the gateway's postgresql.conf, set ${name} = .*${reason}`));
  });

  it("a setting that was changed and does not hold yet asks for a restart", () => {
    const settings = new Map(server().settings).set("wal_level", { value: "replica", waitsForRestart: true });
    expect(gatewayServerFindings(server({}, { settings }))).toEqual([
      "Restart the gateway's PostgreSQL: wal_level was changed in its files and does not hold yet.",
    ]);
  });

  it("the node's own: a slow receiver, too few workers, and 18's own limit of origins", () => {
    expect(nodeServerFindings(server({ wal_receiver_timeout: "60000" }))).toEqual([
      "In the node's postgresql.conf, set wal_receiver_timeout = '10s': with more a dead line is noticed late, with 0 never.",
    ]);
    expect(nodeServerFindings(server({ max_replication_slots: "0" }))).toHaveLength(1);
    const since18 = { max_replication_slots: "0", max_active_replication_origins: "10" };
    expect(nodeServerFindings(server(since18))).toEqual([]);
  });

  it("versions before 15 and after 18, other encodings and clocks that are off are named", () => {
    const old = server({}, { versionNumber: 140_012, version: "14.12" });
    expect(nodeServerFindings(old)[0]).toMatch(/^Upgrade the node's PostgreSQL 14.12 to 15, 16, 17 or 18: /);
    const untried = server({}, { versionNumber: 190_000, version: "19.0" });
    expect(gatewayServerFindings(untried)[0]).toMatch(
      /^Use PostgreSQL 15 to 18 .* 19.0, with which Sekong was never tried/,
    );
    expect(nodeServerFindings(server({}, { encoding: "SQL_ASCII" }))[0]).toContain(
      "Khmer and Lao do not fit",
    );
    expect(nodeServerFindings(server({}, { clockOffsetMs: -120_000 }))[0]).toContain(
      "120 s behind this machine's",
    );
    // What the way there may have taken proves nothing about a clock.
    expect(nodeServerFindings(server({}, { clockOffsetMs: 3_000, clockDoubtMs: 1_500 }))).toEqual([]);
  });

  it("one cluster for both is recognised", () => {
    expect(isSameCluster(server(), server({}, { encoding: "LATIN1" }))).toBe(true);
    expect(isSameCluster(server(), server({}, { systemIdentifier: "2" }))).toBe(false);
  });
});
