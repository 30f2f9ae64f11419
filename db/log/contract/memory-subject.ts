/** The log in memory, as a subject of the contract. */
import { streams } from "@/domain/envelope";
import { MemoryLog } from "../../testing/memory-log";
import { verifyChain } from "../../verify/streams";
import type { EventRow } from "../rows";
import type { LogSubject, Tampering } from "./subject";

const attempts: Record<Tampering, (rows: EventRow[]) => void> = {
  "a changed body": ([row]) => void Object.assign(row ?? {}, { body: "{}" }),
  "a body without its salt": ([row]) => void Object.assign(row ?? {}, { body: null }),
  "a changed header": ([row]) => void Object.assign(row ?? {}, { at: "2026-01-01T00:00:00.000Z" }),
  "a deletion": (rows) => void rows.pop(),
  "emptying the table": (rows) => void rows.splice(0),
};

export function memorySubject(): LogSubject {
  const log = new MemoryLog();
  return {
    first: log,
    second: log,
    drop: async () => undefined,
    refusal: /read only|Cannot delete/,
    async verify() {
      const heads = await log.heads();
      const rowsPast = async (stream: EventRow["stream"], after: number) =>
        log.rows.filter((row) => row.stream === stream && row.seq > after);
      return await Promise.all(
        streams.map((stream) => verifyChain(stream, heads[stream], (after) => rowsPast(stream, after))),
      );
    },
    erase: async ({ stream, seq }) => log.erase(stream, seq),
    tamper: async (how) => attempts[how](log.rows as EventRow[]),
    addSession: async (token, session) => log.addSession(token, session),
  };
}
