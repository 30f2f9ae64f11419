import { describe, expect, it } from "vitest";
import { readNodeCommand, usage } from "./node-options";

const environment = {
  SEKONG_COUNTRY: "KH",
  SEKONG_DATA: "/srv/sekong",
  DATABASE_URL: "postgres://postgres:secret@127.0.0.1:5432/sekong",
  SEKONG_GATEWAY_URL: "postgres://postgres:secret@127.0.0.1:5433/exchange",
  SEKONG_GATEWAY_ADDRESS: "gateway.example:5433",
};

describe("npm run node", () => {
  it("reads a command, its file and what to do about the certificate", () => {
    expect(readNodeCommand(["init"], environment)).toMatchObject({
      ...{ name: "init", certificate: "keep", gatewayAddress: "gateway.example:5433" },
      databaseFiles: "/srv/sekong/link",
    });
    expect(readNodeCommand(["init", "--new-certificate"], environment).certificate).toBe("make");
    expect(readNodeCommand(["init", "--use-new-certificate"], environment).certificate).toBe("use");
    expect(readNodeCommand(["join", "la.json"], environment)).toMatchObject({
      name: "join",
      file: "la.json",
    });
    expect(readNodeCommand(["init", "--new-signing-key"], environment).newSigningKey).toBe(true);
    expect(readNodeCommand(["recover"], environment)).toMatchObject({ file: undefined, unsigned: false });
    expect(readNodeCommand(["recover", "copy", "--unsigned"], environment)).toMatchObject({
      file: "copy",
      unsigned: true,
    });
    expect(readNodeCommand(["return", "copy"], environment).file).toBe("copy");
    expect(readNodeCommand(["join", "la.json", "--refill"], environment).refill).toBe(true);
    expect(readNodeCommand(["status", "--json"], environment).json).toBe(true);
  });

  it.each([
    [[]],
    [["begin"]],
    [["invite"]],
    [["status", "file"]],
    [["join", "a", "b"]],
    [["status", "--new-certificate"]],
    [["status", "--new-signing-key"]],
    [["recover", "--unsigned"]],
    [["return"]],
    [["init", "--refill"]],
    [["init", "--new-certificate", "--use-new-certificate"]],
  ])("gives the usage for %j", (args) => expect(() => readNodeCommand(args, environment)).toThrow(usage));

  it.each([
    [{ SEKONG_COUNTRY: "TH" }, "SEKONG_COUNTRY must be KH or LA"],
    [{ SEKONG_GATEWAY_ADDRESS: "gateway" }, "SEKONG_GATEWAY_ADDRESS must be host:port"],
    [{ DATABASE_URL: "" }, "DATABASE_URL must be set"],
    [{ SEKONG_GATEWAY_URL: "postgres:///exchange?host=/run" }, "SEKONG_GATEWAY_URL must be postgres://role"],
    [{ DATABASE_URL: "mysql://x/y" }, "DATABASE_URL must be postgres://role"],
  ])("refuses %j with a sentence", (changed, sentence) =>
    expect(() => readNodeCommand(["init"], { ...environment, ...changed })).toThrow(sentence),
  );
});
