/** Who is shown which field of a unit: its own country. What a joint task shows of one stands in the task. */
import { ownScreens, type Viewers, type Visibility } from "../visibility";
import type { Unit } from "./schema";

const own: Viewers = [...ownScreens, "admin"];

export const unitVisibility: Visibility<Unit> = {
  id: own,
  country: own,
  callsign: own,
  kind: own,
  status: own,
  base: { lng: own, lat: own, accuracyM: own },
  duty: { since: own, desk: own },
  stated: own,
};
