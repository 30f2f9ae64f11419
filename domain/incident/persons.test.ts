import { expect, test } from "vitest";
import { z } from "zod";
import { account, Stage, subject, victims } from "@/tests/support/given";
import { commandBodies } from "../commands";
import { eventBodies } from "../events";

type Schema = { [key: string]: unknown };

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

/** Every named field of a JSON schema, with the schema of its value; array items count as the array's own. */
function fieldsOf(schema: Schema, name = ""): [string, Schema][] {
  const inner = ["items", "additionalProperties", "anyOf", "oneOf", "allOf"]
    .flatMap((key) => schema[key])
    .filter(isSchema)
    .flatMap((each) => fieldsOf(each, name));
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const named = properties.flatMap(([key, value]) => (isSchema(value) ? fieldsOf(value, key) : []));
  return [[name, schema], ...inner, ...named];
}

const fieldsIn = (bodies: Record<string, z.ZodType>) =>
  Object.values(bodies).flatMap((body) => fieldsOf(z.toJSONSchema(body, { io: "input" })));

/** Text of any content: no code, date, id or fixed form. */
const isFreeText = ({ type, enum: codes, const: fixed, format, pattern }: Schema) =>
  type === "string" && !codes && !fixed && !format && !pattern;

test("S2 no command or event has a field for a name or another identity", () => {
  const names = [...fieldsIn(commandBodies), ...fieldsIn(eventBodies)].map(([name]) => name);
  expect(names).toContain("ageBand");
  const identity =
    /name|surname|alias|plate|photo|picture|image|document|passport|phone|birth|address|nationality/i;
  expect(names.filter((name) => identity.test(name))).toEqual([]);
});

test("S2 what may be typed freely is listed here, so that a new free text is a decision", () => {
  const free = fieldsIn(commandBodies).flatMap(([name, schema]) => (isFreeText(schema) ? name : []));
  expect([...new Set(free)].sort()).toEqual([
    "callsign",
    "colour",
    "concealment",
    "entryId",
    "kind",
    "label",
    "packaging",
    "place",
    "reason",
    "receivingDesk",
    "result",
    "text",
  ]);
});

test("S2 people are counts by role, sex and age band, each unknown unless stated", () => {
  const operator = account("KH", "operator");
  const stage = new Stage().do(operator, "incident.report", { ...victims, people: [{ count: 2 }] });
  expect(stage.incident("KH").people).toEqual([
    { role: "unknown", sex: "unknown", ageBand: "unknown", count: 2 },
  ]);
  const named = { ...victims, people: [{ count: 1, name: "CANARY" }] };
  const other = subject.replace(/1$/, "9");
  expect(stage.run(operator, "incident.report", named, other)).toMatchObject({ ok: false });
});
