/** A folded picture as decisions look at it. */
import { clockOf } from "./clock/clocks";
import { type ClockConfigs, defaultClockConfig, ofBothSides } from "./clock/config";
import type { Belonging, DecisionView } from "./decision";
import type { Picture } from "./picture";

/** What belongs to an incident, found among all: it is asked for only where one ends. */
export function belongingTo(picture: Picture, incidentId: string): Belonging {
  const isOn = (one: { incidentId: string }) => one.incidentId === incidentId;
  return {
    tasks: [...picture.tasks.values()].filter(isOn),
    requests: [...picture.requests.values()].filter(isOn),
    proposals: [...picture.proposals.values()].filter(isOn),
  };
}

/** The view of a picture; what was ever used, the vector and the site's clocks are the caller's to know. */
export function viewOf(
  picture: Picture,
  known: Pick<DecisionView, "subjectTaken" | "refTaken"> & { vector(): DecisionView["vector"] },
  clocks: ClockConfigs = ofBothSides(defaultClockConfig),
): DecisionView {
  return {
    incident: (id) => picture.incidents.get(id),
    unit: (id) => picture.units.get(id),
    task: (id) => picture.tasks.get(id),
    request: (id) => picture.requests.get(id),
    message: (id) => picture.messages.get(id),
    proposal: (id) => picture.proposals.get(id),
    drawing: (id) => picture.drawings.get(id),
    belongingTo: (id) => belongingTo(picture, id),
    clockMark: (id) => picture.clocks.get(id),
    clock: (id) => clockOf(picture, id, clocks),
    subjectTaken: known.subjectTaken,
    refTaken: known.refTaken,
    get vector() {
      return known.vector();
    },
  };
}
