/** What the contract tests: an implementation of the log, and access to what it has stored. */
import type { FullEvent } from "@/domain/events";
import type { Log } from "../../types";
import type { StreamReport } from "../../verify/streams";

/** Changes of stored joint events that no implementation permits. */
export const tamperings = [
  "a changed body",
  "a body without its salt",
  "a changed header",
  "a deletion",
  "emptying the table",
] as const;
export type Tampering = (typeof tamperings)[number];

export type Session = { expiresAt: Date; disabled: boolean };

export type LogSubject = {
  /** The log over two connections to one empty store; the same one twice where there is but one connection. */
  first: Log;
  second: Log;
  /** Verifies the stored chains. */
  verify(): Promise<StreamReport[]>;
  /** Erases an event's body and its salt. */
  erase(event: Pick<FullEvent, "stream" | "seq">): Promise<void>;
  /** Attempts a change of the stored joint events; rejects with an error that matches `refusal`. */
  tamper(how: Tampering): Promise<void>;
  refusal: RegExp;
  /** Stores the session of an account of its own. */
  addSession(token: string, session: Session): Promise<void>;
  drop(): Promise<void>;
};

export type NewSubject = () => Promise<LogSubject>;
