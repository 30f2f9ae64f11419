/** Many joint events of one country by real commands, as fast as its server takes them. */
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { CommandAnswer } from "@/domain/protocol/down";
import { protocolVersion } from "@/domain/protocol/version";
import { reportBody, signIn } from "@/tests/support/client";

/** Commands under way at a time. */
const underWay = 200;
/** Joint events about one incident: its release, and what is noted and assessed of it. */
export const eventsEach = 10;

async function connected(address: string, username: string): Promise<Socket> {
  const { cookie } = await signIn(address, username);
  const socket = io(address, {
    forceNew: true,
    transports: ["websocket"],
    extraHeaders: { cookie },
    // A display's screen would be enough, but only desks may send.
    auth: { protocol: protocolVersion, screen: "command" },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("connect_error", reject);
  });
  return socket;
}

async function must(socket: Socket, type: string, subject: string, body: object): Promise<void> {
  const answer: CommandAnswer = await socket.emitWithAck("command", {
    id: randomUUID(),
    type,
    subject,
    body,
  });
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer.error)}`);
}

/** One incident from its report over its release to its last note: ten joint events. */
async function makeIncident(operator: Socket, commander: Socket, number: number): Promise<void> {
  const subject = `KH-${randomUUID()}`;
  await must(operator, "incident.report", subject, reportBody({ impact: "low" }));
  await must(operator, "release.request", subject, {});
  await must(commander, "release.approve", subject, {});
  for (let turn = 1; turn < eventsEach; turn += 1) {
    const text = { text: `Note ${number} ${turn}`, lang: "en" };
    if (turn % 3 === 0)
      await must(operator, "incident.assess", subject, {
        grading: { source: "B", info: String((turn % 5) + 1) },
      });
    else await must(operator, "incident.note", subject, { text, audience: "joint" });
  }
}

/** Makes at least so many joint events of Cambodia. Throws when a command is refused. */
export async function flood(address: string, events: number): Promise<void> {
  const operator = await connected(address, "kh.operator2");
  const commander = await connected(address, "kh.commander2");
  let next = 0;
  const last = Math.ceil(events / eventsEach);
  const keepMaking = async () => {
    while (next < last) await makeIncident(operator, commander, next++);
  };
  await Promise.all(Array.from({ length: underWay }, keepMaking));
  operator.disconnect();
  commander.disconnect();
}
