/**
 * The "next version" of Sekong, for tests of a rolling upgrade: the same sources with these changes. It has one more
 * event type (`incident.flagged`, written by the command `incident.flag`), a higher fold version, and a fold whose
 * digests differ from this version's.
 */

/** @type {Readonly<Record<string, readonly (readonly [string, string])[]>>} Per file: what is replaced, and by what. */
export const changes = {
  "domain/protocol/version.ts": [
    ["export const foldVersion = 3;", "export const foldVersion = 4;"],
    ["addedEventTypes: readonly string[] = []", 'addedEventTypes: readonly string[] = ["incident.flagged"]'],
  ],
  "domain/digest.ts": [["sha256Hex(canonical(part))", "sha256Hex(`next $" + "{canonical(part)}`)"]],
  "domain/incident/schema.ts": [
    ['"incident.take": emptyBody,', '"incident.take": emptyBody, "incident.flag": emptyBody,'],
    ['"incident.taken": emptyBody,', '"incident.taken": emptyBody, "incident.flagged": emptyBody,'],
  ],
  "domain/incident/evolve.ts": [
    ['case "incident.taken":', 'case "incident.flagged": return before;\n    case "incident.taken":'],
  ],
  "domain/incident/decide.ts": [
    [
      'case "incident.take":',
      'case "incident.flag": return accept({ ...base, type: "incident.flagged", body: {} });\n    case "incident.take":',
    ],
  ],
  "domain/permissions.ts": [
    [
      '"incident.take": rule("owner", ...desk),',
      '"incident.take": rule("owner", ...desk), "incident.flag": rule("owner", ...desk),',
    ],
  ],
  "domain/admission/authority.ts": [
    [
      '"incident.taken": (question) => owns(question),',
      '"incident.taken": (question) => owns(question), "incident.flagged": (question) => owns(question),',
    ],
  ],
};

/** A file's text as the next version has it. Throws when a change no longer finds its place exactly once. */
export function nextVersionOf(file, text) {
  let changed = text;
  for (const [from, to] of changes[file] ?? []) {
    if (changed.split(from).length !== 2) throw new Error(`the next version cannot change ${file}: ${from}`);
    changed = changed.replace(from, () => to);
  }
  return changed;
}
