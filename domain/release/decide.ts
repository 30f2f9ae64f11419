/** Decides about release and recall. */
import type { CommandIn } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import { streamOf } from "../envelope";
import { type Incident, isIncident } from "../incident/schema";
import { isFlagged, mayReleaseExactPlace, needsCoarsePlace } from "../incident/victims";
import { type ReleaseStep, releaseSteps } from "./machine";
import { ownRecord, releasableRecord } from "./record";
import type { releaseCommands } from "./schema";

type ReleaseCommand = CommandIn<keyof typeof releaseCommands>;

/** What the release slice makes of a command. The command is authorised already. */
export function decideRelease(view: DecisionView, command: ReleaseCommand, meta: Meta): Decision {
  const entity = view.incident(command.subject);
  const [id, secondId] = [eventIdAt(meta), eventIdAt(meta, 1)];
  if (!entity) throw new Error("a release decision needs its incident");
  const { subject } = command;
  if (command.type === "release.acknowledge-recall") {
    if (!entity.recalled || entity.sharing !== "recalled" || entity.recalled.acknowledged)
      return refuse("wrong-sharing");
    return accept({ id, scope: "joint", type: "release.recall-acknowledged", subject, body: {} });
  }
  if (!isIncident(entity)) return refuse("wrong-sharing");
  const may = (step: ReleaseStep) => releaseSteps[entity.sharing][step];
  switch (command.type) {
    case "release.request": {
      if (!may("request")) return refuse("wrong-sharing");
      const version = lastVersion(view, meta);
      return accept({ id, scope: "national", type: "release.requested", subject, body: { version } });
    }
    case "release.refuse":
      if (!may("refuse")) return refuse("wrong-sharing");
      return accept({ id, scope: "national", type: "release.refused", subject, body: command.body });
    case "release.approve":
      return may("approve") ? decideApproval(view, entity, command, id, secondId) : refuse("wrong-sharing");
    case "release.urgent":
      return may("urgent") ? decideUrgent(view, entity, command, id, secondId) : refuse("wrong-sharing");
    case "release.review": {
      const urgent = entity.national?.approved?.urgent;
      if (!urgent || urgent.reviewed) return refuse("wrong-sharing");
      return accept({ id, scope: "national", type: "release.reviewed", subject, body: {} });
    }
    case "release.recall":
      return may("recall") ? decideRecall(entity, command, id, secondId) : refuse("wrong-sharing");
  }
}

/** The state asked for is the one at this point of the national stream. */
function lastVersion(view: DecisionView, meta: Meta) {
  const stream = streamOf(meta.account.country, "national");
  return { stream, seq: Math.max(1, view.vector[stream] ?? 0) };
}

function decideApproval(
  view: DecisionView,
  incident: Incident,
  command: CommandIn<"release.approve">,
  id: string,
  secondId: string,
): Decision {
  if (isFlagged(incident)) return refuse("protection-flag");
  const wantsExact = command.body.exactPlace === true && needsCoarsePlace(incident);
  if (wantsExact && !mayReleaseExactPlace(incident)) return refuse("no-exact-place", "body.exactPlace");
  const { subject } = command;
  const exactPlace = wantsExact ? { exactPlace: true as const } : {};
  return accept(
    { id, scope: "national", type: "release.approved", subject, body: exactPlace },
    {
      id: secondId,
      scope: "joint",
      type: "incident.released",
      subject,
      body: { record: releasableRecord(view, incident, wantsExact) },
    },
  );
}

/** Danger to life: one officer may release alone; it is flagged for review (safeguard S4). */
function decideUrgent(
  view: DecisionView,
  incident: Incident,
  command: CommandIn<"release.urgent">,
  id: string,
  secondId: string,
): Decision {
  if (!incident.dangerToLife) return refuse("not-urgent");
  if (isFlagged(incident)) return refuse("protection-flag");
  const { subject } = command;
  const urgent = true as const;
  return accept(
    {
      id,
      scope: "national",
      type: "release.approved",
      subject,
      body: { urgent, reason: command.body.reason },
    },
    {
      id: secondId,
      scope: "joint",
      type: "incident.released",
      subject,
      body: { record: releasableRecord(view, incident, false), urgent },
    },
  );
}

function decideRecall(
  incident: Incident,
  command: CommandIn<"release.recall">,
  id: string,
  secondId: string,
): Decision {
  const { subject } = command;
  const { ref } = incident;
  const originator = incident.originator ?? incident.owner;
  const owner = originator;
  return accept(
    {
      id,
      scope: "joint",
      type: "release.recalled",
      subject,
      body: { ...command.body, ref, owner, originator },
    },
    {
      id: secondId,
      scope: "national",
      type: "incident.restored",
      subject,
      body: { record: ownRecord(incident) },
    },
  );
}
