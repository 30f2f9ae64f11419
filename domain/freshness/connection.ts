/** What a screen may claim about its connection to the server. One total table: no state forgets a signal. */

const endCodes = ["unauthenticated", "forbidden", "protocol"] as const;
export type EndCode = (typeof endCodes)[number];

/** The code as one that ends the connection, or undefined when it is none. */
export const endCodeOf = (code: unknown): EndCode | undefined => endCodes.find((each) => each === code);

export type ConnectionState =
  | { name: "connecting" }
  | { name: "live" }
  /** `behind`: events this screen still lacks. */
  | { name: "catching-up"; behind: number }
  /** `since`: epoch milliseconds of the last message received. */
  | { name: "stale"; since: number }
  /** No retry will help: sign in again, or reload the page. */
  | { name: "ended"; code: EndCode };

export type Signal =
  | { type: "caught-up" }
  | { type: "behind"; by: number }
  | { type: "lost"; since: number }
  | { type: "refused"; code: EndCode }
  | { type: "started" };

type StateName = ConnectionState["name"];
type SignalName = Signal["type"];
type StateOf<Name extends StateName> = Extract<ConnectionState, { name: Name }>;
type SignalOf<Name extends SignalName> = Extract<Signal, { type: Name }>;
type Table = {
  [From in StateName]: {
    [On in SignalName]: (state: StateOf<From>, signal: SignalOf<On>) => ConnectionState;
  };
};

const live = (): ConnectionState => ({ name: "live" });
const stay = (state: ConnectionState): ConnectionState => state;
const catchingUp = (_: ConnectionState, signal: SignalOf<"behind">): ConnectionState => ({
  name: "catching-up",
  behind: signal.by,
});
const stale = (_: ConnectionState, signal: SignalOf<"lost">): ConnectionState => ({
  name: "stale",
  since: signal.since,
});
const ended = (_: ConnectionState, signal: SignalOf<"refused">): ConnectionState => ({
  name: "ended",
  code: signal.code,
});

const table: Table = {
  connecting: { "caught-up": live, behind: catchingUp, lost: stale, refused: ended, started: stay },
  live: { "caught-up": stay, behind: catchingUp, lost: stale, refused: ended, started: stay },
  "catching-up": { "caught-up": live, behind: catchingUp, lost: stale, refused: ended, started: stay },
  // The first moment of silence counts, so a second loss does not make the screen look younger.
  stale: { "caught-up": live, behind: catchingUp, lost: stay, refused: ended, started: stay },
  ended: {
    "caught-up": stay,
    behind: stay,
    lost: stay,
    refused: ended,
    started: () => ({ name: "connecting" }),
  },
};

/** The next state. Gives the same object when nothing changes, so that no listener is notified for it. */
export function transition(state: ConnectionState, signal: Signal): ConnectionState {
  // The table pairs each state with each signal; the compiler cannot follow a pairing chosen at run time.
  const step = table[state.name][signal.type] as (from: ConnectionState, on: Signal) => ConnectionState;
  const next = step(state, signal);
  return sameState(state, next) ? state : next;
}

function sameState(a: ConnectionState, b: ConnectionState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
