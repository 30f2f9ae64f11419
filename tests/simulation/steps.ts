/** Random steps of both countries: mostly sensible commands, some not, with the other side's events landing late. */
import fc from "fast-check";
import type { CommandType } from "@/domain/commands";
import { roleMay, rules } from "@/domain/permissions";
import { actions, type Country, kinds } from "@/domain/vocabulary";
import { accountsOf, start, type World } from "./world";

const subjectPool = 3;
const subjectOf = (country: Country, number: number) =>
  `${country}-00000000-0000-4000-8000-00000000000${number}`;

const country = fc.constantFrom<Country>("KH", "LA");
const place = fc.record({
  lng: fc.double({ min: 104.4, max: 107.6, noNaN: true }),
  lat: fc.double({ min: 12.6, max: 15.3, noNaN: true }),
});
const grading = fc.record({ source: fc.constantFrom("A", "C", "F"), info: fc.constantFrom("1", "3", "6") });
const text = fc.record({ text: fc.constantFrom("CANARY-note", "CANARY-two"), lang: fc.constant("en") });
const people = fc.array(
  fc.record({
    role: fc.constantFrom("victim", "possible-victim", "suspect", "unknown"),
    count: fc.nat(9).map((n) => n + 1),
  }),
  { maxLength: 2 },
);

const report = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    impact: fc.constantFrom("low", "medium", "high", "very-high"),
    place,
    occurredAt: fc.constant(new Date(start).toISOString()),
    people,
    dangerToLife: fc.boolean(),
    protection: fc.boolean(),
    note: text,
    response: fc.array(
      fc.record({ action: fc.constantFrom(...actions), state: fc.constantFrom("done", "planned") }),
      {
        maxLength: 2,
      },
    ),
  },
  { requiredKeys: ["kind", "impact", "place", "occurredAt"] },
);
const changes = fc
  .record(
    {
      kind: fc.constantFrom(...kinds),
      impact: fc.constantFrom("low", "very-high"),
      place,
      people,
      dangerToLife: fc.boolean(),
      protection: fc.constant(true),
    },
    { requiredKeys: [] },
  )
  .filter((value) => Object.keys(value).length > 0);

const reason = fc.record({ reason: fc.constant("CANARY-reason") });
const none = fc.constant({});
const other = fc.tuple(country, fc.nat(subjectPool - 1)).map(([side, number]) => subjectOf(side, number));

const type = (...types: CommandType[]) => fc.constantFrom(...types);
const command = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(type("incident.report"), report) },
  { weight: 4, arbitrary: fc.tuple(type("release.request"), none) },
  {
    weight: 6,
    arbitrary: fc.tuple(
      type("release.approve"),
      fc.record({ exactPlace: fc.boolean() }, { requiredKeys: [] }),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(type("release.refuse"), reason) },
  { weight: 2, arbitrary: fc.tuple(type("release.urgent"), reason) },
  { weight: 1, arbitrary: fc.tuple(type("release.review"), none) },
  { weight: 2, arbitrary: fc.tuple(type("release.recall"), reason) },
  { weight: 2, arbitrary: fc.tuple(type("release.acknowledge-recall"), none) },
  { weight: 2, arbitrary: fc.tuple(type("protection.clear"), reason) },
  { weight: 4, arbitrary: fc.tuple(type("incident.revise"), fc.record({ changes })) },
  { weight: 2, arbitrary: fc.tuple(type("incident.take", "incident.verify"), none) },
  { weight: 1, arbitrary: fc.tuple(type("incident.close"), fc.constant({ outcome: "resolved" })) },
  { weight: 1, arbitrary: fc.tuple(type("incident.reopen"), reason) },
  { weight: 1, arbitrary: fc.tuple(type("incident.merge"), fc.record({ into: other })) },
  { weight: 1, arbitrary: fc.tuple(type("incident.link"), fc.record({ to: other })) },
  { weight: 4, arbitrary: fc.tuple(type("incident.acknowledge"), none) },
  { weight: 2, arbitrary: fc.tuple(type("incident.assess"), fc.record({ grading })) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      type("incident.note"),
      fc.record({ text, audience: fc.constantFrom("national", "joint") }),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(type("incident.archive", "incident.expire"), none) },
);

type CommandStep = {
  do: "command";
  country: Country;
  who: number;
  side: Country;
  number: number;
  command: [CommandType, unknown];
};
type StrikeStep = { do: "strike"; country: Country; who: number; pick: number };
type DeliverStep = { do: "deliver"; country: Country; count: number };
export type Step = CommandStep | StrikeStep | DeliverStep;

export const steps = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant("command" as const),
        country,
        who: fc.nat(8),
        side: country,
        number: fc.nat(subjectPool - 1),
        command,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("strike" as const), country, who: fc.nat(8), pick: fc.nat(20) }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("deliver" as const), country, count: fc.nat(4) }) },
  ),
  { minLength: 60, maxLength: 200, size: "max" },
);

/** Mostly somebody whose role may do it, so that scripts get deep into the lifecycles; sometimes just anybody. */
function accountFor(step: { country: Country; who: number }, type: CommandType) {
  const accounts = accountsOf(step.country);
  const fitting = accounts.filter((account) => roleMay(account.role, type));
  const pool = step.who === 0 || fitting.length === 0 ? accounts : fitting;
  return pool[step.who % pool.length];
}

/** Plays the steps on a world; refusals change nothing and are fine. */
export function play(world: World, script: readonly Step[]): void {
  for (const [index, step] of script.entries()) {
    const at = new Date(start + index * 1_000).toISOString();
    if (step.do === "deliver") world.deliver(step.country, step.count);
    else if (step.do === "strike") playStrike(world, step, at);
    else playCommand(world, step, at);
  }
}

function playCommand(world: World, step: CommandStep, at: string): void {
  const [type, body] = step.command;
  const account = accountFor(step, type);
  if (!account) return;
  // Nearly always an own incident where only the owner may act: the other side's are refused at once.
  const ownersOnly =
    rules[type].side === "owner" || rules[type].side === "create" || rules[type].side === "originator";
  const side = ownersOnly && step.who > 1 ? step.country : step.side;
  world.nodes[step.country].run({ type, subject: subjectOf(side, step.number), body }, account, at);
}

function playStrike(world: World, step: StrikeStep, at: string): void {
  const node = world.nodes[step.country];
  const notes = node.applied.filter((event) => event.type === "incident.noted");
  const note = notes[step.pick % Math.max(1, notes.length)];
  const account = accountFor(step, "entry.strike");
  if (!note || !account) return;
  node.run(
    { type: "entry.strike", subject: note.subject, body: { entryId: note.id, reason: "wrong" } },
    account,
    at,
  );
}
