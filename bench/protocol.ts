/** What the orchestrator asks of a load process. Numbers that are instants are milliseconds since 1970, with fractions. */

export type Connect = { address: string; cookie: string; screen: "command" | "wall" | "field" };

/** What a sender sends: the same command again and again, with an id of its own each time. */
export type Work = {
  type: string;
  /** One of these in turn; `new` makes a fresh subject of Cambodia each time. */
  subjects: readonly string[] | "new";
  /** One of these in turn. */
  bodies: readonly unknown[];
};

/** An acknowledged command: which event it wrote, when it was sent and when it was answered. */
export type Sent = { key: string; at: number; answeredAt: number };

export type Flood = { sent: Sent[]; refused: number };
export type Arrivals = { latencies: Float64Array; missing: number };
export type Bytes = { bytes: number; events: number };

/** A unit's own screen: the account's cookie, and the unit it reports for. */
export type Crew = { cookie: string; unitId: string };
/** What crews have sent, and the last position of each unit (milliseconds since 1970). */
export type Reported = { sent: number; last: Record<string, number> };
/** How old positions were when they reached the screens here, and how many last ones never came. */
export type Seen = { ages: Float64Array; missing: number };

export type LoadCalls = {
  /** Opens `count` screens; resolves when each has its picture. */
  open: (input: Connect & { count: number }) => void;
  /** Closes all screens and senders. */
  close: () => void;
  /** Sends at a fixed pace, whether answers come or not. */
  pace: (input: Connect & { work: Work; perSecond: number; count: number }) => Sent[];
  /** Keeps `underWay` commands under way on each of `connections`, for `seconds`. */
  flood: (input: Connect & { work: Work; connections: number; underWay: number; seconds: number }) => Flood;
  /** Waits until every screen has these events; the time from sending to each screen, and how many never came. */
  arrivals: (sent: readonly Pick<Sent, "key" | "at">[]) => Arrivals;
  /** Opens a field screen for each crew. */
  crews: (input: { address: string; crews: readonly Crew[] }) => void;
  /** Every crew reports its position every `everyMs`, evenly spread, for `seconds`. */
  report: (input: { everyMs: number; seconds: number }) => Reported;
  /** From now on screens note the positions they receive. */
  watch: () => void;
  /** Waits until every screen has these last positions; what has not come after a while is missing. */
  seen: (input: Reported["last"]) => Seen;
  /** Bytes of all `events` messages so far, and how many events they held. */
  bytes: () => Bytes;
  /** The latest event any screen here received, as text. */
  sample: () => string;
};

export type Call = {
  [Name in keyof LoadCalls]: { name: Name; input: Parameters<LoadCalls[Name]>[0] };
}[keyof LoadCalls];
export type Request = { id: number; call: Call };
export type Reply = { id: number; result: unknown; error?: string };

export const now = (): number => performance.timeOrigin + performance.now();
