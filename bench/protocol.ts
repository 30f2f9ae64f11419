/** The calls to a load process. Instants are milliseconds since 1970, with fractions. */

export type Connect = { address: string; cookie: string; screen: "command" | "wall" | "field" };

/** What a sender sends: the same type of command repeatedly, each with a new id. */
export type Work = {
  type: string;
  /** Used in turn; `new` creates a subject of Cambodia each time. */
  subjects: readonly string[] | "new";
  /** Used in turn. */
  bodies: readonly unknown[];
};

/** An acknowledged command: its event, and when it was sent and answered. */
export type Sent = { key: string; at: number; answeredAt: number };

export type Flood = { sent: Sent[]; refused: number };
export type Arrivals = { latencies: Float64Array; missing: number };
export type Bytes = { bytes: number; events: number };

/** A unit's field screen: the cookie of its account, and the unit. */
export type Crew = { cookie: string; unitId: string };
/** How many positions crews have sent, and the time of each unit's last one. */
export type Reported = { sent: number; last: Record<string, number> };
/** The age of positions when they reached the screens, and how many last positions are missing. */
export type Seen = { ages: Float64Array; missing: number };

export type LoadCalls = {
  /** Opens `count` screens; resolves when each has its picture. */
  open: (input: Connect & { count: number }) => void;
  /** Closes all screens and senders. */
  close: () => void;
  /** Sends at a fixed rate, without waiting for answers. */
  pace: (input: Connect & { work: Work; perSecond: number; count: number }) => Sent[];
  /** Keeps `underWay` commands pending on each of `connections` for some seconds. */
  flood: (input: Connect & { work: Work; connections: number; underWay: number; seconds: number }) => Flood;
  /** Waits until every screen has these events; returns the latencies, and how many are missing. */
  arrivals: (sent: readonly Pick<Sent, "key" | "at">[]) => Arrivals;
  /** Opens a field screen for each crew. */
  crews: (input: { address: string; crews: readonly Crew[] }) => void;
  /** Every crew sends a position every `everyMs`, evenly spread, for some seconds. */
  report: (input: { everyMs: number; seconds: number }) => Reported;
  /** Starts recording the positions that screens receive. */
  watch: () => void;
  /** Waits until every screen has these last positions, up to two seconds. */
  seen: (input: Reported["last"]) => Seen;
  /** The bytes of all `events` messages so far, and the number of their events. */
  bytes: () => Bytes;
  /** The latest event received by a screen, as JSON. */
  sample: () => string;
};

export type Call = {
  [Name in keyof LoadCalls]: { name: Name; input: Parameters<LoadCalls[Name]>[0] };
}[keyof LoadCalls];
export type Request = { id: number; call: Call };
export type Reply = { id: number; result: unknown; error?: string };

export const now = (): number => performance.timeOrigin + performance.now();
