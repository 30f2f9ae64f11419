/**
 * Random steps of both countries, with late delivery of the other side's events. A step is only numbers, which are turned
 * into a command on the present picture, so that scripts get far into the lifecycles.
 */
import fc from "fast-check";
import type { CommandType } from "@/domain/commands";
import { roleMay, rules } from "@/domain/permissions";
import { type Country, countries } from "@/domain/vocabulary";
import { type CommandStep, ordersFor } from "./bodies";
import { accountsOf, type Node, start, type World } from "./world";

/** The weight of each command; those that few states allow have a higher one. */
const weights: Partial<Record<CommandType, number>> = {
  "incident.report": 6,
  "incident.note": 3,
  "incident.revise": 5,
  "incident.acknowledge": 3,
  "release.request": 5,
  "release.approve": 10,
  "release.recall": 2,
  "transfer.offer": 3,
  "transfer.accept": 3,
  "transfer.complete": 3,
  "request.make": 8,
  "request.withdraw": 4,
  "request.accept": 8,
  "request.counter": 4,
  "request.accept-counter": 4,
  "request.refuse-counter": 3,
  "request.confirm": 8,
  "request.complete": 3,
  "task.assign": 6,
  "task.acknowledge": 5,
  "task.advance": 12,
  "unit.register": 3,
  "proposal.make": 4,
  "proposal.accept": 2,
  "proposal.archive": 3,
};
/** Every command, as often as its weight. */
export const weighted = Object.keys(rules)
  .filter((type): type is CommandType => type in rules)
  .flatMap((type) => Array<CommandType>(weights[type] ?? 1).fill(type));

type DeliverStep = { do: "deliver"; country: Country; count: number };
export type Step = CommandStep | DeliverStep;

const country = fc.constantFrom(...countries);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("command" as const),
        country,
        type: fc.constantFrom(...weighted),
        who: fc.nat(8),
        pick: fc.nat(1_000),
        with: fc.nat(1_000_000),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("deliver" as const), country, count: fc.nat(6) }) },
  ),
  { minLength: 80, maxLength: 240, size: "max" },
);

/** The same scripts in every run, generated lazily: many times as many as the rarest event needs. */
export function* sampledScripts(): Generator<Step[]> {
  for (let seed = 1; seed <= 40; seed += 1) yield* fc.sample(steps, { seed, numRuns: 50 });
}

/** The account: usually one whose role may send the command, sometimes any. */
function accountFor(step: CommandStep) {
  const accounts = accountsOf(step.country);
  const fitting = accounts.filter((account) => roleMay(account.role, step.type));
  const pool = step.who === 0 || fitting.length === 0 ? accounts : fitting;
  return pool[step.who % pool.length];
}

/** Runs the steps on a world; a refused one changes nothing. `after` is called after each step. */
export function play(world: World, script: readonly Step[], after: () => void = () => undefined): void {
  for (const [index, step] of script.entries()) {
    const at = new Date(start + index * 1_000).toISOString();
    if (step.do === "deliver") world.deliver(step.country, step.count);
    else playCommand(world.nodes[step.country], step, at);
    after();
  }
}

function playCommand(node: Node, step: CommandStep, at: string): void {
  const account = accountFor(step);
  if (!account) return;
  for (const order of ordersFor(node, step)) {
    if (node.run({ type: step.type, ...order }, account, at).ok) return;
  }
}
