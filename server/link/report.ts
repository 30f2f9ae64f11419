/** What a desk or an administrator may read of the link: the heads' part, what waits to cross, and the certificates. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ClockConfig, ClockConfigs } from "@/domain/clock/config";
import type { HeadsMessage } from "@/domain/protocol/down";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { daysLeft } from "./expiry";
import { linkFiles, linkFolder } from "./settings";

type Partner = HeadsMessage["partner"];

export type LinkReport = Partner & {
  /** Own joint events that the partner has not confirmed. */
  waiting: number;
  /** Whole days until the sooner of the two certificates ends; negative once it has. */
  certificateDays: number;
  /** How long each side's deadlines run; the partner's once they were heard. */
  clocks: Partial<ClockConfigs>;
};

/** Of the link, what a report says of it. */
export type ReportedLink = {
  country: Country;
  partner: Partner;
  waiting: number;
  clocks: ClockConfig;
  partnerClocks: ClockConfig | undefined;
};

/** Whole days until the sooner of both certificates ends, read from the data folder. Rejects without them. */
export async function certificateDaysOf(dataFolder: string, now: Date): Promise<number> {
  const folder = linkFolder(dataFolder);
  const files = [linkFiles.certificate, linkFiles.partnerCertificate];
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return Math.min(...texts.map((text) => daysLeft(text, now)));
}

/** The certificates are read from the folder each time, so that a rotated one counts at once. Rejects without them. */
export async function linkReport(
  { country, partner, waiting, clocks, partnerClocks }: ReportedLink,
  { dataFolder }: { dataFolder: string },
  now: Date,
): Promise<LinkReport> {
  const certificateDays = await certificateDaysOf(dataFolder, now);
  const both = { [country]: clocks, ...(partnerClocks ? { [partnerOf(country)]: partnerClocks } : {}) };
  return { ...partner, waiting, certificateDays, clocks: both };
}
