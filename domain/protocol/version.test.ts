import { expect, test } from "vitest";
import { z } from "zod";
import { commandBodies, commandFrameSchema } from "../commands";
import { eventBodies } from "../events";
import { canonical, sha256Hex } from "../hash";
import {
  commandAnswerSchema,
  endedSchema,
  fencesSchema,
  headsMessageSchema,
  ownMessageSchema,
  pictureMessageSchema,
  positionsSchema,
  presenceSchema,
  redactedEventSchema,
  seenAnswerSchema,
  trackAnswerSchema,
} from "./down";
import {
  appliedSchema,
  fencesSeenSchema,
  handshakeSchema,
  historyQuerySchema,
  positionSchema,
  trackQuerySchema,
} from "./up";
import { isSupportedProtocol, protocolVersion, supportedProtocolVersions } from "./version";

/**
 * The fingerprint of all messages, one per version that is still answered. The line of a version that is not released
 * yet is rewritten when the form changes; the line of a released one never is: a changed form is then a new version.
 */
const fingerprints: Record<number, string> = {
  1: "e42038a81e17c6aa07afb3bda995d88fc756961a0eeb38351dfa25e825388290",
};

const wire = {
  ...commandBodies,
  ...eventBodies,
  commandFrame: commandFrameSchema,
  answer: commandAnswerSchema,
  picture: pictureMessageSchema,
  redactedEvent: redactedEventSchema,
  heads: headsMessageSchema,
  own: ownMessageSchema,
  presence: presenceSchema,
  positions: positionsSchema,
  ended: endedSchema,
  handshake: handshakeSchema,
  history: historyQuerySchema,
  position: positionSchema,
  track: trackQuerySchema,
  trackAnswer: trackAnswerSchema,
  applied: appliedSchema,
  fences: fencesSchema,
  fencesSeen: fencesSeenSchema,
  seenAnswer: seenAnswerSchema,
};

test("every version that is answered has its fingerprint, the present one is the highest", () => {
  expect(Object.keys(fingerprints).map(Number)).toEqual(supportedProtocolVersions);
  expect(supportedProtocolVersions.at(-1)).toBe(protocolVersion);
  expect(isSupportedProtocol(protocolVersion + 1)).toBe(false);
});

test("the wire has not changed without a new protocol version", () => {
  const forms = Object.entries(wire).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: "input" })]);
  expect(sha256Hex(canonical(JSON.parse(JSON.stringify(forms))))).toBe(fingerprints[protocolVersion]);
});
