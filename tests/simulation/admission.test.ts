import fc from "fast-check";
import { expect, test } from "vitest";
import type { Trace } from "@/domain/admission/history";
import { type Arrival, type Evidence, judge, type Verdict } from "@/domain/admission/judge";
import { streamOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { canonical, firstPrev, headerText } from "@/domain/hash";
import { type Country, countries, partnerOf } from "@/domain/vocabulary";
import { play, type Step, steps } from "./steps";
import { World } from "./world";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`admission seed: SEED=${seed}`);
const options = { seed, endOnFailure: true, numRuns: Number(process.env.RUNS ?? 60) };

const arrivalOf = (event: FullEvent): Arrival => ({
  stream: event.stream,
  seq: event.seq,
  header: headerText(event),
  body: event.body === null ? null : canonical(event.body),
  salt: event.salt ?? null,
  hash: event.hash,
});

/** What a node holds when it judges: the partner's admitted events and its own stream up to some point. */
function evidenceFor(writer: Country, admitted: readonly FullEvent[], own: readonly FullEvent[]): Evidence {
  const all = [...admitted, ...own];
  const last = admitted.at(-1);
  return {
    stream: streamOf(writer, "joint"),
    head: last ?? { seq: 0, hash: firstPrev, clock: 0, seen: 0 },
    ownClockAt: (seq) => (seq === 0 ? 0 : own.find((event) => event.seq === seq)?.clock),
    idTaken: (id) => all.some((event) => event.id === id),
    history: (subject): Trace[] => all.filter((event) => event.subject === subject),
    proposedFor: (subject) => {
      const made = all.find((event) => event.type === "proposal.made" && event.subject === subject);
      return made?.type === "proposal.made" ? made.body?.incidentId : undefined;
    },
    partnerIsNewer: false,
  };
}

function judgeAll(
  writer: Country,
  written: readonly FullEvent[],
  ownAt: (event: FullEvent) => FullEvent[],
): Verdict[] {
  return written.map((event, index) =>
    judge(arrivalOf(event), evidenceFor(writer, written.slice(0, index), ownAt(event))),
  );
}

function played(script: readonly Step[]): World {
  const world = new World();
  play(world, script);
  return world;
}

test("nothing that decide made is refused, however early or late it arrives", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const world = played(script);
      for (const writer of countries) {
        const written = world.jointOf(writer);
        const own = world.jointOf(partnerOf(writer));
        const early = judgeAll(writer, written, ({ seen }) => own.filter(({ seq }) => seq <= seen));
        const late = judgeAll(writer, written, () => own);
        for (const [index, event] of written.entries()) {
          const expected = { type: event.type, admit: true };
          expect({ type: event.type, ...early[index], event: undefined }).toMatchObject(expected);
          expect({ type: event.type, ...late[index], event: undefined }).toMatchObject(expected);
        }
      }
    }),
    options,
  );
});
