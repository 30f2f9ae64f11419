/** Crews: a field screen for each unit's account, which sends positions as a device in a vehicle does. */
import { setTimeout as wait } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import { type Crew, now, type Reported } from "./protocol";
import { connected, dial } from "./watchers";

/** Connections opened at the same time. */
const maxOpening = 40;
/** Reports are sent in intervals of this length, so that they are spread evenly. */
const intervalMs = 20;
/** About thirteen metres north with each report. */
const stepDegrees = 0.000_12;

export class Crews {
  #crews: { socket: Socket; unitId: string }[] = [];

  async open(address: string, crews: readonly Crew[]): Promise<void> {
    for (let opened = 0; opened < crews.length; opened += maxOpening) {
      const some = crews.slice(opened, opened + maxOpening).map(({ cookie, unitId }) => ({
        socket: dial({ address, cookie, screen: "field" }),
        unitId,
      }));
      await Promise.all(some.map(({ socket }) => connected(socket)));
      this.#crews.push(...some);
    }
  }

  close(): void {
    for (const { socket } of this.#crews) socket.disconnect();
    this.#crews = [];
  }

  /** Sends reports at an even rate; delayed ones are caught up, so that the rate holds on a busy machine. */
  async report({ everyMs, seconds }: { everyMs: number; seconds: number }): Promise<Reported> {
    const began = now();
    const wanted = Math.floor((seconds * 1_000) / everyMs) * this.#crews.length;
    const last: Reported["last"] = {};
    let sent = 0;
    while (sent < wanted) {
      const due = Math.min(wanted, Math.floor(((now() - began) / everyMs) * this.#crews.length));
      for (; sent < due; sent += 1) {
        const crew = this.#crews[sent % this.#crews.length];
        if (crew) last[crew.unitId] = this.#send(crew, Math.floor(sent / this.#crews.length));
      }
      await wait(intervalMs);
    }
    return { sent, last };
  }

  #send({ socket, unitId }: { socket: Socket; unitId: string }, turn: number): number {
    const at = new Date();
    const lat = 13.5 + turn * stepDegrees;
    const position = { unitId, lng: 106, lat, at: at.toISOString(), headingDeg: 0, speedMps: 6.7 };
    socket.emit("position", position);
    return at.getTime();
  }
}
