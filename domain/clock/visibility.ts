/** Who is shown which field of a deadline's marks: alarms and pauses to all, the reason of a pause to desks. */
import {
  desks,
  everyone,
  Filled,
  ownDesks,
  ownScreens,
  perCountry,
  stampFor,
  type Viewers,
  type Visibility,
} from "../visibility";
import type { ClockMark, ClockPart } from "./schema";

const partFor = (shownTo: Viewers, reasonsShownTo: Viewers): Visibility<ClockPart> => ({
  acknowledged: stampFor(shownTo),
  pauses: { from: shownTo, to: shownTo, desk: shownTo, reason: new Filled(reasonsShownTo, "") },
});

export const clockVisibility: Visibility<ClockMark> = {
  id: everyone,
  parts: perCountry(partFor(everyone, desks)),
  nationalParts: perCountry(partFor(ownScreens, ownDesks)),
};
