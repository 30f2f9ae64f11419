/** A fresh subject before each test of a contract. */
import { afterEach, beforeEach } from "vitest";
import type { FullEvent } from "@/domain/events";
import type { Log, Pending } from "../../types";
import type { LogSubject, NewSubject } from "./subject";

export type Fixture = {
  readonly subject: LogSubject;
  /** The subject's log over its two connections. */
  readonly first: Log;
  readonly second: Log;
};

/** Registers the hooks; the properties of the answer are those of the running test. */
export function fixtureOf(create: NewSubject): Fixture {
  let subject: LogSubject;
  beforeEach(async () => {
    subject = await create();
  });
  afterEach(() => subject.drop());
  return {
    get subject() {
      return subject;
    },
    get first() {
      return subject.first;
    },
    get second() {
      return subject.second;
    },
  };
}

/** Appends in a transaction of its own. */
export function append(log: Log, ...pending: Pending[]): Promise<FullEvent[]> {
  return log.transact(async (tx) => {
    const events = tx.chain(pending);
    await tx.flush([]);
    return events;
  });
}

/** What is wrong with the stored chains. */
export async function faultsOf({ subject }: Fixture): Promise<string[]> {
  return (await subject.verify()).flatMap(({ fault }) => (fault ? `${fault.place}: ${fault.what}` : []));
}
