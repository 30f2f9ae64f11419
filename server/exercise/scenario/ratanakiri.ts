/** Storylines in Ratanakiri (KH-16). Fictional; places are real, figures are not. */
import { assign, carryOut, task, together } from "./coordination";
import {
  boatSeen,
  informationIn,
  nothingFound,
  personsSafe,
  personsScreened,
  roadClosed,
  waterRising,
} from "./phrases";
import { informed, jointPatrol, refused, served } from "./response";
import { onClock, readsMessage, writes } from "./steps";
import { close, intake, own, partner, read, release, type Story, says } from "./story";

const province = "KH-16";
const country = "KH";

export const ratanakiri: readonly Story[] = [
  {
    key: "rat-laboratory",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "drug-laboratory",
      impact: "very-high",
      place: { lng: 107.252, lat: 13.852, accuracyM: 300 },
      detection: "patrol",
      drugs: [
        { substance: "precursor", quantity: 340, unit: "l", packaging: "drums" },
        { substance: "methamphetamine", quantity: 4.2, unit: "kg" },
      ],
      response: [{ action: "watch", state: "done" }],
      grading: { source: "A", info: "2" },
      handling: "H2",
    },
    steps: [
      ...intake(10),
      ...release(12),
      ...read(12, "commander", { source: "B", info: "2" }),
      ...together(
        task("own", 6, "closing", { unit: ["RAT-07"], action: "close-post", drives: 30, stays: 330 }),
        served("own", 12, "road", {
          action: "watch",
          unit: ["ATT-03", "ATT-04"],
          drives: 40,
          stays: 210,
          result: "No vehicle came from that direction.",
        }),
        [
          says("partner", 30, "commander", informationIn(12)),
          own(50, "operator", "incident.revise", {
            changes: {
              response: [
                { action: "watch", state: "done" },
                { action: "close-post", state: "planned" },
              ],
            },
          }),
        ],
      ),
      close(110, "resolved"),
    ],
  },
  {
    key: "rat-timber",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "timber",
      impact: "medium",
      place: { lng: 107.102, lat: 14.248, accuracyM: 1_000 },
      direction: "LA-KH",
      transport: "road",
      detection: "patrol",
      vehicles: [{ kind: "truck with rosewood", colour: "yellow", count: 1 }],
      grading: { source: "B", info: "2" },
    },
    steps: [
      ...intake(18, "operator2"),
      own(20, "operator2", "release.request"),
      own(20, "officer2", "incident.revise", {
        changes: { vehicles: [{ kind: "truck with rosewood", count: 2 }] },
      }),
      own(18, "operator2", "release.request"),
      own(14, "commander2", "release.approve", {}),
      ...read(20, "operator", { source: "B", info: "3" }),
      ...jointPatrol("own", 10, "ridge", {
        mine: ["RAT-09"],
        theirs: ["ATT-03", "ATT-04"],
        drives: 40,
        stays: 230,
        result: "The track was walked from both ends.",
      }),
      close(70, "resolved", "operator2"),
    ],
  },
  {
    key: "rat-wildlife",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "wildlife",
      impact: "medium",
      place: { lng: 107.052, lat: 14.098, accuracyM: 2_000 },
      transport: "foot",
      detection: "patrol",
    },
    steps: [
      ...intake(30),
      ...task("own", 16, "watching", { unit: ["RAT-09"], action: "watch", drives: 12, stays: 300 }),
      own(10, "operator", "incident.assess", { grading: { source: "B", info: "2" } }),
      close(110, "resolved"),
    ],
  },
  {
    key: "rat-recruitment",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "recruitment",
      impact: "high",
      place: { lng: 106.988, lat: 13.741, accuracyM: 500 },
      direction: "KH-LA",
      detection: "public",
      people: [{ role: "possible-victim", sex: "female", ageBand: "adult", count: 4 }],
      response: [{ action: "refer", state: "planned" }],
      grading: { source: "C", info: "3" },
      handling: "H1",
    },
    steps: [
      ...intake(8),
      ...release(12),
      ...read(12, "commander", { source: "C", info: "3" }),
      ...together(
        task("own", 6, "visit", { unit: ["RAT-07"], action: "refer", drives: 8, stays: 180 }),
        informed("own", 16, "buyers", { takes: 180, result: "Two offices with that name are known here." }),
        [says("own", 90, "operator", personsScreened(4))],
      ),
      partner(30, "commander", "incident.assess", { grading: { source: "B", info: "2" } }),
      close(160, "referred"),
    ],
  },
  {
    key: "rat-river",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "drug-transport-river",
      impact: "high",
      place: { lng: 106.806, lat: 13.973, accuracyM: 500 },
      direction: "LA-KH",
      transport: "river",
      detection: "partner",
      drugs: [{ substance: "cannabis", packaging: "bales" }],
      vehicles: [{ kind: "longboat", count: 1 }],
      grading: { source: "B", info: "3" },
    },
    steps: [
      ...intake(3),
      ...release(4, { approves: "commander2" }),
      ...together(
        read(6, "operator2", { source: "B", info: "2" }),
        refused(
          "own",
          3,
          "boat",
          { action: "patrol", urgency: "urgent" },
          "We have no boat on this stretch. Our patrol watches the road instead.",
        ),
        task("own", 20, "bank", {
          unit: ["RAT-09", "RAT-07"],
          action: "watch",
          dueIn: 8,
          drives: 24,
          stays: 140,
        }),
        [
          says("own", 24, "operator", boatSeen(1)),
          onClock("own", 8, "operator", "task-due", "bank", "clock.pause", {
            reason: "The ferry does not run.",
          }),
          onClock("own", 12, "operator", "task-due", "bank", "clock.resume", {}),
        ],
        [
          assign("partner", 44, "road", { unit: ["ATT-04", "ATT-03"], action: "watch", shared: true }),
          ...carryOut("partner", "road", { drives: 40, stays: 90 }),
        ],
      ),
      own(10, "operator", "incident.revise", {
        changes: { drugs: [{ substance: "cannabis", quantity: 62, unit: "kg", packaging: "bales" }] },
      }),
      close(150, "resolved"),
    ],
  },
  {
    key: "rat-child",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "child-at-risk",
      impact: "high",
      place: { lng: 106.979, lat: 13.752, accuracyM: 300 },
      detection: "public",
      protection: true,
      people: [{ role: "possible-victim", sex: "unknown", ageBand: "child", count: 2 }],
      response: [{ action: "protective-transfer", state: "planned" }],
      handling: "H3",
    },
    steps: [
      ...intake(12, "operator2"),
      ...task("own", 8, "moving", { unit: ["RAT-07"], action: "protective-transfer", drives: 8, stays: 230 }),
      own(10, "operator2", "incident.revise", {
        changes: { response: [{ action: "protective-transfer", state: "done" }] },
      }),
      says("own", 40, "operator2", personsSafe(2), "national"),
      close(140, "referred", "operator2"),
    ],
  },
  {
    key: "rat-flood",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "flood",
      impact: "medium",
      place: { lng: 106.812, lat: 13.981, accuracyM: 2_000 },
      transport: "river",
      detection: "public",
      response: [{ action: "watch", state: "done" }],
      grading: { source: "B", info: "2" },
    },
    steps: [
      ...intake(14),
      says("own", 12, "operator", waterRising(25), "national"),
      ...release(16),
      ...read(24, "operator", { source: "B", info: "2" }),
      ...together(
        task("own", 6, "road", { unit: ["RAT-09", "RAT-07"], action: "close-post", drives: 24, stays: 280 }),
        [
          writes("own", 20, "operator", "closed", roadClosed("Veun Sai"), true),
          readsMessage("partner", 14, "operator", "closed"),
          says("partner", 50, "operator", waterRising(30)),
        ],
      ),
      close(110, "resolved"),
    ],
  },
  {
    key: "rat-abducted",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "abducted-person",
      impact: "very-high",
      place: { lng: 107.201, lat: 13.949, accuracyM: 3_000 },
      direction: "unknown",
      transport: "road",
      detection: "public",
      people: [{ role: "victim", sex: "male", ageBand: "adult", count: 1 }],
      response: [{ action: "patrol", state: "done" }],
      grading: { source: "C", info: "3" },
    },
    steps: [
      ...intake(5),
      ...release(6),
      ...read(6, "commander", { source: "C", info: "3" }),
      ...together(
        task("own", 3, "search", { unit: ["RAT-07"], action: "patrol", drives: 24, stays: 230 }),
        task("own", 6, "posts", { unit: ["RAT-09"], action: "stop-and-check", drives: 20, stays: 230 }),
        jointPatrol("own", 8, "line", {
          urgency: "urgent",
          mine: ["STR-31"],
          theirs: ["ATT-04", "ATT-03"],
          drives: 50,
          stays: 160,
          result: "Both sides of the line were searched.",
        }),
      ),
      says("own", 6, "operator", personsSafe(1)),
      own(20, "operator", "incident.revise", { changes: { impact: "medium" } }),
      close(120, "resolved"),
    ],
  },
  {
    key: "rat-storage",
    country,
    province,
    reporter: "officer2",
    report: {
      kind: "drug-storage",
      impact: "medium",
      place: { lng: 106.982, lat: 13.502, accuracyM: 200 },
      detection: "other",
      drugs: [{ substance: "cannabis", quantity: 35, unit: "kg" }],
    },
    steps: [
      ...intake(30),
      own(30, "operator", "release.request"),
      own(30, "commander", "release.refuse", { reason: "No link to the other side so far." }),
      ...task("own", 12, "search", { unit: ["RAT-07"], action: "stop-and-check", drives: 24, stays: 210 }),
      says("own", 20, "operator", nothingFound, "national"),
      close(100, "resolved"),
    ],
  },
];
