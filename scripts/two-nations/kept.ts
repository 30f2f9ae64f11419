/** What a node of the demonstration keeps in its folder from one start to the next: passwords, secret, ports. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { z } from "zod";

const portSchema = z.number().int().min(1).max(65_535);
const keptSchema = z.strictObject({
  /** Of the clusters' superuser. */
  password: z.string().min(16),
  /** Signs the sessions of the node's server. */
  secret: z.string().min(32),
  /** The relay is where the partner reaches the gateway, so that the line can be cut. */
  ports: z.strictObject({ ops: portSchema, gateway: portSchema, relay: portSchema }),
});
export type Kept = z.infer<typeof keptSchema>;

/** From here on the system takes ports for outgoing connections. */
const lowestPort = 20_000;
const outgoingPorts = 32_768;

/** Whether nobody listens on a port of this machine now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** A port that is free now and in nobody's `taken`, which it joins. */
async function freePort(taken: Set<number>): Promise<number> {
  for (;;) {
    const port = lowestPort + Math.floor(Math.random() * (outgoingPorts - lowestPort));
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
}

/** Reads what is kept in `folder`, or makes it. `taken` are ports that another part of the demonstration has. */
export async function keptIn(folder: string, taken: Set<number>): Promise<Kept> {
  const file = path.join(folder, "demonstration.json");
  if (existsSync(file)) {
    const kept = keptSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const port of Object.values(kept.ports)) taken.add(port);
    return kept;
  }
  const text = (bytes: number) => randomBytes(bytes).toString("hex");
  const ports = {
    ops: await freePort(taken),
    gateway: await freePort(taken),
    relay: await freePort(taken),
  };
  const kept = { password: text(16), secret: text(32), ports };
  writeFileSync(file, JSON.stringify(kept, null, 2), { mode: 0o600 });
  return kept;
}
