/** What an event is: the header every event carries, and the order of the log (rules L1, L2, L6). */
import { z } from "zod";
import { actorSchema } from "./actor";
import { type Country, countries } from "./vocabulary";

export const scopes = ["joint", "national"] as const;
export type Scope = (typeof scopes)[number];
export const streams = ["KH.joint", "KH.national", "LA.joint", "LA.national"] as const;
export const streamSchema = z.enum(streams);
export type Stream = z.infer<typeof streamSchema>;
export const jointStreams = ["KH.joint", "LA.joint"] as const satisfies readonly Stream[];

const streamParts: Record<Stream, { country: Country; scope: Scope }> = {
  "KH.joint": { country: "KH", scope: "joint" },
  "KH.national": { country: "KH", scope: "national" },
  "LA.joint": { country: "LA", scope: "joint" },
  "LA.national": { country: "LA", scope: "national" },
};

export const countryOf = (stream: Stream): Country => streamParts[stream].country;
export const scopeOf = (stream: Stream): Scope => streamParts[stream].scope;
/** The stream a country writes for a scope; each country writes only its own two. */
export const streamOf = (country: Country, scope: Scope): Stream => `${country}.${scope}`;
/** The three streams a country's screens receive: both joint ones and its own national one. */
export const streamsSeenBy = (country: Country): Stream[] => [...jointStreams, streamOf(country, "national")];

/** Highest `seq` applied, per stream. A stream that is absent counts as 0. */
export const vectorSchema = z.partialRecord(streamSchema, z.number().int().min(0));
export type Vector = z.infer<typeof vectorSchema>;

const countryPattern = countries.join("|");
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
/** Begins with the country that made it, so that two countries cannot mint the same one. */
export const subjectSchema = z.string().regex(new RegExp(`^(${countryPattern})-${uuid}$`));
export const makerOf = (subject: string): Country => (subject.startsWith("LA-") ? "LA" : "KH");

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
export const instantSchema = z.iso.datetime();

/** The body of a command or event that says all in its type. */
export const emptyBody = z.strictObject({});

export const headerSchema = z.strictObject({
  stream: streamSchema,
  /** Contiguous from 1 within its stream. */
  seq: z.number().int().min(1),
  /** Lamport clock over the joint streams. */
  clock: z.number().int().min(0),
  /** The partner's joint `seq` known at commit: evidence of what this side knew. */
  seen: z.number().int().min(0),
  /** UUIDv7. */
  id: z.uuid(),
  /** ISO 8601 UTC. */
  at: instantSchema,
  actor: actorSchema,
  type: z.string(),
  subject: subjectSchema,
  bodyHash: hex64,
  prev: hex64,
  hash: hex64,
});
export type Header = z.infer<typeof headerSchema>;

/** 16 random bytes in lower-case hex. */
export const saltSchema = z.string().regex(/^[0-9a-f]{32}$/);

type Ordered = Pick<Header, "clock" | "stream" | "seq">;

/** The order of the log: clock, joint before national, stream, seq. The same on both nodes; respects causes. */
export function compareLogOrder(a: Ordered, b: Ordered): number {
  if (a.clock !== b.clock) return a.clock - b.clock;
  const scope = Number(scopeOf(a.stream) === "national") - Number(scopeOf(b.stream) === "national");
  if (scope !== 0) return scope;
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.seq - b.seq;
}
