/** `npm run demo:two-nations`: builds what is needed, starts both nodes, and ends them on SIGINT and SIGTERM. */
import path from "node:path";
import { z } from "zod";
import { DisposalStack } from "@/server/disposal-stack";
import { buildIfNeeded } from "../build.mjs";
import { endWithNpm } from "../parent.mjs";
import { demonstrate } from "./demonstration";

const environmentSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_533, "PORT must be a whole number from 1 to 65533: the two after it are used as well.")
    .default(3000),
  SEKONG_DATA: z.string().default("./data"),
});

const cleanup = new DisposalStack((error) => console.error("A part did not close cleanly.", error));

let isEnding = false;

/** Only the first reason to end counts: what ends because of it is no fault. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await cleanup.dispose();
  process.exit(code);
}

/** Resolves at the first SIGINT or SIGTERM. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
});

async function run(): Promise<void> {
  const { PORT, SEKONG_DATA } = environmentSchema.parse(process.env);
  await buildIfNeeded();
  const { readiness, broken } = await demonstrate(path.resolve(SEKONG_DATA), PORT, cleanup);
  console.log(readiness);
  await broken;
}

endWithNpm("demo:two-nations");
void asked.then(() => end(0));
run().catch(async (error: unknown) => {
  if (isEnding) return;
  if (error instanceof z.ZodError) for (const { message } of error.issues) console.error(message);
  else console.error(error instanceof Error ? error.message : String(error));
  await end(1);
});
