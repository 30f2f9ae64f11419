/** What must call whom, told from the commands that were given and not from the picture that came of them. */

import { type Country, partnerOf } from "@/domain/vocabulary";
import type { Stage } from "@/tests/support/exercise";

type Sent = Stage["sent"][number];

const makerOf = ({ subject }: Sent): Country => (subject.startsWith("KH") ? "KH" : "LA");
const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;

const takesOver = (body: unknown): boolean =>
  field(body, "dangerToLife") === true || field(body, "kind") === "pursuit";
const isGrave = (body: unknown): boolean =>
  ["danger-to-life", "pursuit"].includes(String(field(body, "urgency")));

/** `country of subject`, once for each takeover that must have been shown. */
export function expectedTakeovers(sent: readonly Sent[]): string[] {
  const grave = new Set<string>();
  return sent.flatMap((command) => {
    const { type, subject, body } = command;
    const maker = makerOf(command);
    switch (type) {
      case "incident.report":
        if (!takesOver(body)) return [];
        grave.add(subject);
        return [`${maker} incident ${subject}`];
      case "release.approve":
      case "release.urgent":
        return grave.has(subject) ? [`${partnerOf(maker)} incident ${subject}`] : [];
      case "request.make":
        return isGrave(body) ? [`${partnerOf(maker)} request ${subject}`] : [];
      default:
        return [];
    }
  });
}
