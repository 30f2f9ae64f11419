/** Sends commands as screens do. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import type { CommandAnswer } from "@/domain/protocol/down";
import { type Connect, type Flood, now, type Sent, type Work } from "./protocol";
import { connected, dial } from "./watchers";

class Sender {
  readonly sent: Sent[] = [];
  refused = 0;

  constructor(
    readonly socket: Socket,
    private readonly work: Work,
  ) {}

  async send(turn: number): Promise<void> {
    const { type, subjects, bodies } = this.work;
    const subject = subjects === "new" ? `KH-${randomUUID()}` : subjects[turn % subjects.length];
    const body = bodies[turn % bodies.length];
    const at = now();
    const answer: CommandAnswer = await this.socket.emitWithAck("command", {
      id: randomUUID(),
      type,
      subject,
      body,
    });
    const event = answer.ok ? answer.events.at(-1) : undefined;
    if (event) this.sent.push({ key: `${event.stream} ${event.seq}`, at, answeredAt: now() });
    else this.refused += 1;
  }
}

async function openSender(connect: Connect, work: Work): Promise<Sender> {
  const socket = dial(connect);
  await connected(socket);
  return new Sender(socket, work);
}

/** Sends `count` commands at a fixed rate. Throws when one is refused. */
export async function pace(connect: Connect, work: Work, perSecond: number, count: number): Promise<Sent[]> {
  const sender = await openSender(connect, work);
  const began = now();
  const underWay: Promise<void>[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const due = began + (turn * 1_000) / perSecond - now();
    if (due > 0) await wait(due);
    underWay.push(sender.send(turn));
  }
  await Promise.all(underWay);
  sender.socket.disconnect();
  if (sender.refused > 0) throw new Error(`${sender.refused} commands were refused`);
  return sender.sent;
}

/** Keeps a number of commands pending on each of several connections. */
export async function flood(
  connect: Connect,
  work: Work,
  shape: { connections: number; underWay: number; seconds: number },
): Promise<Flood> {
  const senders = await Promise.all(
    Array.from({ length: shape.connections }, () => openSender(connect, work)),
  );
  const until = now() + shape.seconds * 1_000;
  let turn = 0;
  const keepSending = async (sender: Sender) => {
    while (now() < until) await sender.send(turn++);
  };
  const senderLoops = senders.flatMap((sender) =>
    Array.from({ length: shape.underWay }, () => keepSending(sender)),
  );
  await Promise.all(senderLoops);
  for (const { socket } of senders) socket.disconnect();
  return {
    sent: senders.flatMap(({ sent }) => sent),
    refused: senders.reduce((all, { refused }) => all + refused, 0),
  };
}
