/** What a desk or an administrator may read of the link: the heads' part, what waits to cross, and the certificates. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { streamOf, type Vector } from "@/domain/envelope";
import type { HeadsMessage } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { daysLeft } from "./expiry";
import { linkFiles, linkFolder } from "./settings";

type Partner = HeadsMessage["partner"];

export type LinkReport = Partner & {
  /** Own joint events that the partner has not confirmed. */
  waiting: number;
  /** Whole days until the sooner of the two certificates ends; negative once it has. */
  certificateDays: number;
};

/** Own joint events that the partner has not confirmed: all of them before it was ever heard. */
export function waitingToCross(
  { applied }: Pick<Partner, "applied">,
  vector: Vector,
  country: Country,
): number {
  const stream = streamOf(country, "joint");
  return Math.max(0, (vector[stream] ?? 0) - (applied?.[stream] ?? 0));
}

/** The certificates are read from the folder each time, so that a rotated one counts at once. Rejects without them. */
export async function linkReport(
  { partner, waiting }: { partner: Partner; waiting: number },
  dataFolder: string,
  now: Date,
): Promise<LinkReport> {
  const folder = linkFolder(dataFolder);
  const files = [linkFiles.certificate, linkFiles.partnerCertificate];
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  const certificateDays = Math.min(...texts.map((text) => daysLeft(text, now)));
  return { ...partner, waiting, certificateDays };
}
