/** Resolves the province of a command's place before it is decided, so that `decide` stays pure. */
import type { Command } from "@/domain/commands";
import type { Meta } from "@/domain/decision";
import type { PlaceInput } from "@/domain/place";
import { provinceAt } from "@/map/places/province-at";

function placeOf(command: Command): PlaceInput | undefined {
  switch (command.type) {
    case "incident.report":
      return command.body.place;
    case "incident.revise":
    case "proposal.make":
      return command.body.changes.place;
    default:
      return undefined;
  }
}

/** The border province of a command's place, recorded as a hint and never a ground for jurisdiction; undefined elsewhere. */
export function resolvePlace(command: Command): Meta["resolved"] {
  const place = placeOf(command);
  const province = place && provinceAt(place.lng, place.lat);
  return province ? { province } : undefined;
}
