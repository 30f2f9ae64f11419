/** How a storyline ends, whatever became of it: nothing is left waiting, and later all of it leaves the picture. */
import type { Country } from "@/domain/vocabulary";
import { partnerOf } from "@/domain/vocabulary";
import type { NamedThing, Run } from "./run";
import { about } from "./scenario/coordination";
import { type Side, type StoryStep, stepOf } from "./scenario/story";

const sideOf = (run: Run, country: Country): Side => (country === run.country ? "own" : "partner");

/** What stands now is over: a task is cancelled, a request withdrawn, a proposal declined, by the desk whose it is. */
function endThing(run: Run, { name, thing }: NamedThing): StoryStep[] {
  const side = sideOf(run, thing.country);
  const reason = "The exercise ends here.";
  if (!thing.live) return [];
  switch (thing.kind) {
    case "task":
      return [about(side, 1, "commander", name, "task.cancel", { reason })];
    case "request":
      return [about(side, 1, "commander", name, "request.withdraw", { reason })];
    case "proposal":
      return [
        about(sideOf(run, partnerOf(thing.country)), 1, "operator", name, "proposal.decline", { reason }),
      ];
    case "message":
    case "drawing":
      return [];
  }
}

/** Tasks before the requests they serve: a withdrawn request with a task under way is an alarm. */
const order = { task: 0, request: 1, proposal: 2, message: 3, drawing: 4 } as const;

function thingsOf(run: Run): NamedThing[] {
  const named = [...run.things].map(([name, thing]) => ({ name, thing }));
  return named.sort((a, b) => order[a.thing.kind] - order[b.thing.kind]);
}

/** What is still to be done when a storyline has no steps left; nothing, when it went as written. */
export function tidySteps(run: Run): StoryStep[] {
  const steps = thingsOf(run).flatMap((one) => endThing(run, one));
  if (!run.open) return steps;
  return [...steps, stepOf(sideOf(run, run.owner), 1, "operator", "incident.close", { outcome: "referred" })];
}

function leave(run: Run, { name, thing }: NamedThing): StoryStep {
  const side = sideOf(run, thing.country);
  switch (thing.kind) {
    case "task":
      return about(side, 0, "system", name, "task.archive", {});
    case "request":
      return about(side, 0, "system", name, "request.archive", {});
    case "proposal":
      return about(side, 0, "system", name, "proposal.archive", {});
    case "message":
      return about(side, 0, "system", name, "message.archive", {});
    case "drawing":
      return about(side, 0, "system", name, "drawing.remove", {});
  }
}

/** What takes a storyline out of the picture: first what belongs to the incident, then the incident. */
export function leavingSteps(run: Run): StoryStep[] {
  const steps = thingsOf(run).flatMap((one) => (one.thing.live ? [] : [leave(run, one)]));
  if (!run.incident) return steps;
  return [...steps, stepOf(sideOf(run, run.owner), 0, "system", "incident.archive", {})];
}
