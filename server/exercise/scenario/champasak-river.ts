/** Storylines on the river in Champasak (LA-CH). Fictional; places are real, figures are not. */
import { task, together } from "./coordination";
import { boatSeen, callUs, medicalNeeded, personsSafe } from "./phrases";
import { jointPatrol, served } from "./response";
import { close, intake, mergeInto, own, partner, read, release, type Story, says } from "./story";

const province = "LA-CH";
const country = "LA";

export const champasakRiver: readonly Story[] = [
  {
    key: "cha-fishing",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "fishing",
      impact: "low",
      place: { lng: 105.912, lat: 13.998, accuracyM: 600 },
      transport: "river",
      detection: "patrol",
      vehicles: [{ kind: "longboat", count: 1 }],
    },
    steps: [
      ...intake(20, "operator2"),
      ...release(24, { asks: "operator2", approves: "commander2" }),
      ...read(30, "operator2"),
      ...jointPatrol("own", 14, "river", {
        mine: ["CHA-15"],
        theirs: ["STR-24"],
        drives: 40,
        stays: 190,
        result: "Patrolled together up to the island.",
      }),
      close(80, "resolved", "operator2"),
    ],
  },
  {
    key: "cha-boat",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "river-accident",
      impact: "very-high",
      place: { lng: 105.867, lat: 14.113, accuracyM: 400 },
      transport: "river",
      detection: "public",
      dangerToLife: true,
      people: [{ role: "unknown", sex: "unknown", ageBand: "unknown", count: 7 }],
      vehicles: [{ kind: "passenger boat", count: 1 }],
      response: [{ action: "rescue", state: "planned" }],
      grading: { source: "B", info: "2" },
    },
    steps: [
      own(3, "operator", "incident.take"),
      own(3, "operator", "release.urgent", { reason: "Danger to life: people are in the water." }),
      ...together(
        [partner(6, "commander", "incident.acknowledge")],
        task("own", 2, "boat", {
          unit: ["CHA-15"],
          action: "rescue",
          shared: true,
          reads: 1,
          leaves: 1,
          drives: 16,
          stays: 210,
        }),
        task("own", 4, "doctor", { unit: ["CHA-07"], action: "rescue", drives: 6, stays: 210 }),
        served("own", 5, "help", {
          action: "rescue",
          urgency: "danger-to-life",
          unit: ["STR-24"],
          seen: 4,
          agrees: 5,
          reads: 2,
          leaves: 2,
          drives: 34,
          stays: 120,
          result: "Three people taken to the hospital.",
        }),
        [
          own(20, "operator", "incident.verify"),
          own(20, "commander2", "release.review"),
          says("own", 14, "operator", boatSeen(1)),
          says("own", 30, "operator", medicalNeeded(3)),
        ],
      ),
      own(12, "operator", "incident.revise", {
        changes: { impact: "medium", dangerToLife: false, response: [{ action: "rescue", state: "done" }] },
      }),
      says("own", 12, "operator", personsSafe(7)),
      close(140, "resolved"),
    ],
  },
  {
    key: "cha-boat-again",
    country,
    province,
    reporter: "operator2",
    report: {
      kind: "river-accident",
      impact: "high",
      place: { lng: 105.871, lat: 14.107, accuracyM: 1_500 },
      transport: "river",
      detection: "public",
    },
    steps: [own(18, "operator", "incident.take"), mergeInto(30, "operator", "cha-boat")],
  },
  {
    key: "cha-fuel",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "fuel",
      impact: "low",
      place: { lng: 105.954, lat: 14.052, accuracyM: 300 },
      direction: "LA-KH",
      transport: "river",
      detection: "patrol",
      vehicles: [{ kind: "longboat", count: 3 }],
    },
    steps: [
      ...intake(24),
      ...task("own", 12, "river", { unit: ["CHA-15"], action: "patrol", drives: 16, stays: 260 }),
      says("own", 10, "operator", callUs, "national"),
      close(140, "resolved"),
    ],
  },
];
