/** The steps that end a storyline however it went, and those that later archive what it created. */
import type { Country } from "@/domain/vocabulary";
import { partnerOf } from "@/domain/vocabulary";
import type { NamedThing, Run } from "./run";
import { about } from "./scenario/coordination";
import { type Side, type StoryContext, type StoryStep, stepOf } from "./scenario/story";

const sideOf = (run: Run, country: Country): Side => (country === run.country ? "own" : "partner");

/** Ends what is still live, by the desk responsible: cancels a task, withdraws a request, declines a proposal. */
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

/** The steps that end what still runs on a storyline's incident: nothing may outlive it (rule K8). */
export const endingSteps = (run: Run): StoryStep[] => thingsOf(run).flatMap((one) => endThing(run, one));

/** The steps that remain when a storyline has run out of its own; none when it went as written. */
export function cleanupSteps(run: Run): StoryStep[] {
  const steps = endingSteps(run);
  if (!run.open) return steps;
  // An offer of transfer that a cut left unanswered is no thing of its own: it ends with the incident.
  const body = ({ incident }: StoryContext) => ({ outcome: "referred" as const, ends: [incident] });
  return [...steps, stepOf(sideOf(run, run.owner), 1, "commander", "incident.close", body)];
}

function archiveThing(run: Run, { name, thing }: NamedThing): StoryStep {
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

/** The steps that archive a storyline: first what belongs to the incident, then the incident. */
export function archivingSteps(run: Run): StoryStep[] {
  const steps = thingsOf(run).flatMap((one) => (one.thing.live ? [] : [archiveThing(run, one)]));
  if (!run.incident) return steps;
  return [...steps, stepOf(sideOf(run, run.owner), 0, "system", "incident.archive", {})];
}
