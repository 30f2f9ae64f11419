import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandBodies } from "../commands";
import { errorCodes } from "../errors";
import { eventBodies } from "../events";
import * as vocabulary from "../vocabulary";

const text = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
const section = (title: string) => text.split(/^## /m).find((part) => part.startsWith(title)) ?? "";

/** The rows of a table as cells, backticks kept. */
const rowsOf = (part: string) =>
  part
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()));

const namesIn = (body: string) =>
  [...body.matchAll(/([a-zA-Z]+)\??(?=[,}])/g)].map((match) => match[1]).sort();

test("docs/protocol.md lists every event once, with its body", () => {
  const rows = rowsOf(section("Events")).map(([, type = "", , body = ""]) => [
    type.replaceAll("`", ""),
    namesIn(body),
  ]);
  const schemas = Object.entries(eventBodies).map(([type, schema]) => [
    type,
    Object.keys(schema.shape).sort(),
  ]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(schemas));
  expect(rows).toHaveLength(schemas.length);
});

test("docs/protocol.md names every command", () => {
  const commands = section("Commands");
  expect(Object.keys(commandBodies).filter((type) => !commands.includes(`\`${type}\``))).toEqual([]);
});

test("docs/protocol.md names every error code and every coded value", () => {
  expect(errorCodes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  const codes = section("Codes");
  const lists = [
    vocabulary.kinds,
    vocabulary.impacts,
    vocabulary.incidentStatuses,
    vocabulary.sharings,
    vocabulary.taskStatuses,
    vocabulary.requestStatuses,
    vocabulary.outcomes,
    vocabulary.handlings,
    vocabulary.actions,
    vocabulary.unitKinds,
    vocabulary.unitStatuses,
    vocabulary.languages,
    vocabulary.urgencySchema.options,
    Object.values(vocabulary.detailCodes).flatMap(({ options }) => options),
    vocabulary.personRoles,
    vocabulary.sexSchema.options,
    vocabulary.ageBandSchema.options,
    vocabulary.substanceSchema.options,
    vocabulary.drugUnitSchema.options,
  ].flat();
  const words = new Set(codes.split(/[\s`|·]+/));
  expect(lists.filter((value) => !words.has(value))).toEqual([]);
});
