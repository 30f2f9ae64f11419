/** Where the two centres' deadlines differ: each runs by the minutes of the side that must act. */
import type { ClockConfig } from "./config";

/** The settings that have minutes, as they are named in the site file. */
export const clockSettings = [
  "read.danger",
  "read.pursuit",
  "read.seizure",
  "read.request",
  "answer.danger-to-life",
  "answer.pursuit",
  "answer.urgent",
  "answer.routine",
  "releaseDecision",
  "screening",
  "fullReport",
  "review",
] as const;
export type ClockSetting = (typeof clockSettings)[number];

const minutesOf: Record<ClockSetting, (config: ClockConfig) => number> = {
  "read.danger": ({ read }) => read.danger,
  "read.pursuit": ({ read }) => read.pursuit,
  "read.seizure": ({ read }) => read.seizure,
  "read.request": ({ read }) => read.request,
  "answer.danger-to-life": ({ answer }) => answer["danger-to-life"],
  "answer.pursuit": ({ answer }) => answer.pursuit,
  "answer.urgent": ({ answer }) => answer.urgent,
  "answer.routine": ({ answer }) => answer.routine,
  releaseDecision: ({ releaseDecision }) => releaseDecision,
  screening: ({ screening }) => screening,
  fullReport: ({ fullReport }) => fullReport,
  review: ({ review }) => review,
};

/** The settings that differ, with both sides' minutes; none while the partner's are not known. */
export function clockDifferences(
  ours: ClockConfig,
  theirs: ClockConfig | undefined,
): { setting: ClockSetting; ours: number; theirs: number }[] {
  if (!theirs) return [];
  return clockSettings
    .map((setting) => ({ setting, ours: minutesOf[setting](ours), theirs: minutesOf[setting](theirs) }))
    .filter((one) => one.ours !== one.theirs);
}
