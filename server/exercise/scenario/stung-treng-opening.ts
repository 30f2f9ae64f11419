/** Storylines in Stung Treng (KH-19) that open a round. Fictional; the seizure's figures are from docs/domain.md §3. */
import { task, together } from "./coordination";
import {
  boatSeen,
  callUs,
  informationIn,
  medicalNeeded,
  noFurtherInformation,
  nothingFound,
  personsSafe,
  personsScreened,
  vehicleLost,
  vehicleStopped,
  waterRising,
} from "./phrases";
import { handover, served } from "./response";
import { readsMessage, writes } from "./steps";
import { close, intake, own, partner, read, release, type Story, says } from "./story";

const province = "KH-19";
const country = "KH";

export const stungTrengOpening: readonly Story[] = [
  {
    key: "str-seizure",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "drug-seizure",
      impact: "very-high",
      place: { lng: 106.003, lat: 13.896, accuracyM: 200 },
      direction: "LA-KH",
      transport: "road",
      detection: "crossing-check",
      people: [{ role: "unknown", sex: "male", ageBand: "adult", count: 2 }],
      drugs: [
        {
          substance: "methamphetamine",
          quantity: 93.973,
          unit: "kg",
          count: 1_034_413,
          packaging: "167 packages",
          concealment: "in a vehicle",
        },
      ],
      vehicles: [{ kind: "pickup", colour: "white", count: 1 }],
      response: [{ action: "stop-and-check", state: "done" }],
      grading: { source: "A", info: "2" },
    },
    steps: [
      ...intake(3),
      ...release(4),
      ...read(5, "operator", { source: "B", info: "2" }),
      ...together(
        task("own", 2, "search", {
          unit: ["STR-30"],
          action: "stop-and-check",
          dueIn: 6,
          drives: 8,
          stays: 120,
        }),
        handover("partner", 6, "vehicle", {
          of: "vehicles",
          place: { lng: 106.003, lat: 13.929 },
          receivingDesk: "LA-BLO-1",
          mine: ["CHA-07", "CHA-LO"],
          theirs: ["STR-LO", "STR-21"],
          drives: 32,
          stays: 40,
          result: "Handed over at the crossing, with the list.",
        }),
        [
          says("own", 24, "operator", informationIn(10)),
          own(45, "operator", "incident.revise", {
            changes: {
              grading: { source: "A", info: "1" },
              response: [
                { action: "stop-and-check", state: "done" },
                { action: "liaison-meeting", state: "planned" },
              ],
            },
          }),
          partner(50, "operator2", "incident.assess", { grading: { source: "A", info: "1" } }),
          says("partner", 40, "operator", nothingFound),
        ],
      ),
      close(120, "handed-over"),
    ],
  },
  {
    key: "str-victims",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "victims-in-transit",
      impact: "very-high",
      place: { lng: 106.011, lat: 13.742, accuracyM: 1_000 },
      direction: "KH-LA",
      transport: "road",
      detection: "public",
      people: [
        { role: "possible-victim", sex: "female", ageBand: "adult", count: 3 },
        { role: "possible-victim", sex: "unknown", ageBand: "child", count: 1 },
      ],
      vehicles: [{ kind: "minibus", colour: "grey", count: 1 }],
      response: [{ action: "watch", state: "done" }],
      grading: { source: "C", info: "3" },
    },
    steps: [
      ...intake(4),
      ...release(4, { exactPlace: true }),
      ...read(6, "commander", { source: "C", info: "3" }),
      ...together(
        task("own", 3, "screening", { unit: ["STR-21", "STR-31"], action: "screen", drives: 24, stays: 190 }),
        served("own", 8, "watch", {
          action: "watch",
          unit: ["CHA-07", "CHA-21"],
          drives: 26,
          stays: 140,
          result: "Nobody came across at our post.",
        }),
        [
          says("own", 40, "operator2", vehicleStopped(1)),
          own(40, "operator", "incident.revise", {
            changes: {
              response: [
                { action: "watch", state: "done" },
                { action: "stop-and-check", state: "done" },
                { action: "screen", state: "planned" },
              ],
            },
          }),
          says("own", 70, "operator", personsScreened(4)),
        ],
      ),
      says("partner", 30, "commander", personsSafe(4)),
      close(150, "referred"),
    ],
  },
  {
    key: "str-timber",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "timber",
      impact: "medium",
      place: { lng: 105.957, lat: 13.926, accuracyM: 300 },
      direction: "LA-KH",
      transport: "river",
      detection: "patrol",
      vehicles: [{ kind: "longboat with rosewood", count: 2 }],
      response: [{ action: "patrol", state: "done" }],
      grading: { source: "B", info: "2" },
    },
    steps: [
      own(2, "operator2", "incident.take"),
      ...release(3, { asks: "operator2", approves: "commander2" }),
      ...together(
        served("own", 3, "river", {
          action: "patrol",
          unit: ["CHA-15"],
          seen: 3,
          agrees: 3,
          reads: 2,
          leaves: 2,
          drives: 18,
          stays: 10,
          result: "Both boats checked. The timber is held.",
        }),
        read(4, "operator", { source: "B", info: "3" }),
      ),
      own(6, "operator2", "incident.verify"),
      ...together(
        task("own", 10, "guard", { unit: ["STR-24", "STR-21"], action: "watch", drives: 30, stays: 120 }),
        [says("own", 24, "operator2", boatSeen(2))],
        [
          writes("partner", 30, "operator", "thanks", noFurtherInformation),
          readsMessage("own", 12, "operator2", "thanks"),
        ],
      ),
      close(90, "resolved", "operator2"),
    ],
  },
  {
    key: "str-pursuit",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "pursuit",
      impact: "high",
      place: { lng: 106.013, lat: 13.853, accuracyM: 500 },
      direction: "KH-LA",
      transport: "road",
      detection: "patrol",
      vehicles: [{ kind: "car", colour: "black", count: 1 }],
      response: [{ action: "pursuit-notice", state: "done" }],
      grading: { source: "A", info: "2" },
    },
    steps: [
      own(3, "commander2", "incident.take"),
      own(2, "commander2", "release.request"),
      own(2, "commander", "release.approve", {}),
      ...together(
        read(9, "commander"),
        task("own", 3, "chase", {
          unit: ["STR-21", "STR-30"],
          action: "pursuit-notice",
          reads: 1,
          leaves: 1,
          drives: 20,
          stays: 60,
        }),
        served("own", 2, "notice", {
          action: "pursuit-notice",
          urgency: "pursuit",
          unit: ["CHA-07", "CHA-21"],
          seen: 5,
          agrees: 4,
          reads: 1,
          leaves: 1,
          drives: 18,
          stays: 45,
          result: "The road is watched; the car has not come across.",
        }),
        [own(30, "commander2", "incident.verify"), says("partner", 20, "operator", vehicleLost)],
      ),
      own(20, "operator", "incident.revise", {
        changes: { impact: "medium", place: { lng: 106.006, lat: 13.884, accuracyM: 2_000 } },
      }),
      says("own", 60, "operator", nothingFound),
      close(180, "unfounded", "commander2"),
    ],
  },
  {
    key: "str-flood",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "flood",
      impact: "very-high",
      place: { lng: 106.391, lat: 14.121, accuracyM: 1_500 },
      transport: "river",
      detection: "public",
      dangerToLife: true,
      people: [
        { role: "unknown", sex: "unknown", ageBand: "adult", count: 9 },
        { role: "unknown", sex: "unknown", ageBand: "child", count: 5 },
      ],
      response: [{ action: "rescue", state: "planned" }],
      grading: { source: "B", info: "2" },
    },
    steps: [
      own(3, "operator", "incident.take"),
      own(3, "operator", "release.urgent", {
        reason: "Danger to life: the river is the same on both sides of the line.",
      }),
      ...together(
        [
          partner(6, "commander", "incident.acknowledge"),
          partner(60, "operator2", "incident.assess", { grading: { source: "B", info: "1" } }),
        ],
        task("own", 3, "boats", {
          unit: ["STR-31"],
          action: "rescue",
          shared: true,
          reads: 2,
          leaves: 2,
          drives: 6,
          stays: 120,
        }),
        served("own", 5, "rescue", {
          action: "rescue",
          urgency: "danger-to-life",
          unit: ["ATT-04"],
          seen: 5,
          agrees: 4,
          reads: 2,
          leaves: 2,
          drives: 34,
          stays: 90,
          result: "Fourteen people brought to dry ground.",
        }),
        [
          own(16, "operator", "incident.verify"),
          says("own", 4, "operator", waterRising(40)),
          own(30, "commander2", "release.review"),
          says("own", 40, "operator", medicalNeeded(2)),
        ],
        [
          writes("own", 40, "commander", "call", callUs),
          readsMessage("partner", 9, "commander", "call"),
          writes("partner", 6, "commander", "answer", informationIn(10)),
          readsMessage("own", 8, "operator", "answer"),
        ],
      ),
      own(10, "operator", "incident.revise", {
        changes: { impact: "high", dangerToLife: false, response: [{ action: "rescue", state: "done" }] },
      }),
      says("own", 20, "operator", personsSafe(14)),
      close(180, "resolved"),
    ],
  },
];
