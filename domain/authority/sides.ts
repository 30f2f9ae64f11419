/** Whose thing a command must be about, seen from the one who acts. */

/** About incidents. */
export type IncidentSide = "owner" | "originator" | "partner" | "nonOwner" | "reviser" | "either";
/** About what a response is made of. */
export type ResponseSide =
  | "unit"
  | "ownTask"
  | "ownTaskUnit"
  | "asker"
  | "asked"
  | "party"
  | "proposer"
  | "decider"
  | "drawing"
  | "seen";
