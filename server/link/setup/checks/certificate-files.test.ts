import { beforeAll, describe, expect, it } from "vitest";
import { daysLeft } from "../../expiry";
import { makeCertificate } from "../certificates";
import {
  expiryFindings,
  type GatewayFiles,
  gatewayFileFindings,
  nameFindings,
  nodeFileFindings,
} from "./certificate-files";

const dayMs = 86_400_000;
const made = new Date("2026-01-01T00:00:00Z");
const daysOn = (days: number) => new Date(made.getTime() + days * dayMs);
let own: string;
let next: string;
let partner: string;

beforeAll(async () => {
  own = (await makeCertificate("KH", "gateway.example", made)).certificate;
  next = (await makeCertificate("KH", "gateway.example", daysOn(700))).certificate;
  partner = (await makeCertificate("LA", "10.0.0.7", made)).certificate;
});

const given = (text: string | undefined) => ({ text, waitsForReload: false });
const files = (changed: Partial<GatewayFiles> = {}): GatewayFiles => ({
  ...{ certificate: given(own), authority: given(partner), hasKey: true },
  ...changed,
});

describe("certificates", () => {
  it("are asked for anew from 30 days before they end, by whoever must make them", () => {
    expect(expiryFindings(own, "This node's", daysOn(699))).toEqual([]);
    expect(expiryFindings(own, "This node's", daysOn(701))).toEqual([
      expect.stringMatching(
        /^This node's certificate ends in 29 days: make a new one with .*--new-certificate/,
      ),
    ]);
    expect(expiryFindings(partner, "The partner's", daysOn(732))).toEqual([
      expect.stringMatching(/^The partner's certificate ended 2 days ago: ask the partner/),
    ]);
  });

  it("of a rotation count by the one that lasts longest", () => {
    expect(daysLeft(`${own}${next}`, daysOn(701))).toBe(729);
    expect(expiryFindings(`${own}${next}`, "The partner's", daysOn(720))).toEqual([]);
    expect(() => daysLeft("nothing", made)).toThrow("no certificate");
  });

  it("name the host that the partner connects to", () => {
    expect(nameFindings(own, "gateway.example:5433")).toEqual([]);
    expect(nameFindings(partner, "10.0.0.7:5433")).toEqual([]);
    expect(nameFindings(own, "10.0.0.8:5433")).toEqual([expect.stringContaining("not for 10.0.0.8")]);
  });
});

describe("the files that were given to the database servers", () => {
  it("are well when they are those of the link", () => {
    expect(gatewayFileFindings(files(), own, partner)).toEqual([]);
    expect(nodeFileFindings(files(), own, partner, "/keys")).toEqual([]);
    // Before the partner's invitation came there is nothing to know it by.
    expect(gatewayFileFindings(files({ authority: given(undefined) }), own, undefined)).toEqual([]);
  });

  it("are named when they are older, missing, more than they should be, or not read again", () => {
    expect(gatewayFileFindings(files({ certificate: given(next) }), own, partner)).toEqual([
      expect.stringMatching(/^Give node.crt and node.key to the gateway's/),
    ]);
    expect(gatewayFileFindings(files({ hasKey: false }), own, partner)).toHaveLength(1);
    expect(gatewayFileFindings(files({ authority: given(`${partner}${next}`) }), own, partner)).toEqual([
      expect.stringMatching(/^Give partner.crt .* and nothing else in that file/),
    ]);
    const unread = { text: own, waitsForReload: true };
    expect(gatewayFileFindings(files({ certificate: unread }), own, partner)).toEqual([
      expect.stringMatching(/^Reload the gateway's PostgreSQL/),
    ]);
    expect(nodeFileFindings(files({ authority: given(undefined) }), own, partner, "/keys")).toEqual([
      expect.stringMatching(/to the node's PostgreSQL in \/keys .*SEKONG_LINK_FILES/),
    ]);
  });
});
