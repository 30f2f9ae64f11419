/** Storylines in Stung Treng (KH-19) that come later in a round. Fictional; places are real, figures are not. */
import { about, accepts, ask, carryOut, completes, readsRequest, task, together } from "./coordination";
import { arrivesIn, nothingFound, personsScreened, vehicleStopped } from "./phrases";
import { handover, informed } from "./response";
import { onClock } from "./steps";
import { close, intake, own, read, release, type Story, says, strikeLast } from "./story";

const province = "KH-19";
const country = "KH";

export const stungTreng: readonly Story[] = [
  {
    key: "str-ordnance",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "unexploded-ordnance",
      impact: "medium",
      place: { lng: 106.302, lat: 14.021, accuracyM: 50 },
      transport: "foot",
      detection: "public",
      response: [{ action: "watch", state: "done" }],
      grading: { source: "C", info: "2" },
    },
    steps: [
      ...intake(25),
      ...task("own", 12, "cordon", { unit: ["STR-31"], action: "close-post", drives: 20, stays: 320 }),
      own(20, "officer", "incident.revise", { changes: { grading: { source: "A", info: "1" } } }),
      close(120, "resolved"),
    ],
  },
  {
    key: "str-fishing",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "fishing",
      impact: "low",
      place: { lng: 105.953, lat: 13.868, accuracyM: 400 },
      transport: "river",
      detection: "public",
    },
    steps: [
      own(30, "operator2", "incident.take"),
      ...together(
        [
          says("own", 35, "operator2", arrivesIn("STR-24", 5), "national"),
          strikeLast(30, "operator2", "Written to the wrong incident."),
        ],
        task("own", 20, "river", {
          unit: ["STR-24"],
          action: "patrol",
          drives: 24,
          stays: 240,
          result: "Nets taken in.",
        }),
      ),
      says("own", 20, "operator2", nothingFound, "national"),
      close(100, "unfounded", "operator2"),
    ],
  },
  {
    key: "str-stolen",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "stolen-vehicle",
      impact: "low",
      place: { lng: 105.968, lat: 13.531, accuracyM: 100 },
      direction: "KH-LA",
      transport: "road",
      detection: "public",
      vehicles: [{ kind: "motorbike", colour: "red", count: 2 }],
    },
    steps: [
      own(3, "operator2", "incident.take"),
      ...release(4, { asks: "operator2" }),
      ...read(5, "operator2"),
      ...together(
        // Acknowledged at once, but not answered until its clock warns.
        [
          ask("own", 4, "stop", { action: "stop-and-check", urgency: "pursuit" }),
          readsRequest("partner", 10, "stop"),
          accepts("partner", 150, "stop", { as: "stopping", unit: ["CHA-07", "CHA-21"] }),
        ],
        // Late, so that its clock warns and its alarm sounds; then a desk answers.
        task("own", 6, "road", {
          unit: ["STR-21"],
          action: "stop-and-check",
          dueIn: 1,
          drives: 70,
          stays: 60,
        }),
        [onClock("own", 71, "operator2", "task-due", "road", "alarm.acknowledge", {})],
        [own(30, "operator2", "incident.verify")],
      ),
      ...carryOut("partner", "stopping", { drives: 30, stays: 120, result: "Both motorbikes found." }),
      completes("partner", 5, "stop", "Both motorbikes found and held."),
      says("partner", 10, "operator2", vehicleStopped(1)),
      ...handover("own", 20, "return", {
        of: "vehicles",
        place: { lng: 106.003, lat: 13.929 },
        receivingDesk: "KH-BLO-1",
        mine: ["STR-21", "STR-LO"],
        theirs: ["CHA-07", "CHA-LO"],
        drives: 34,
        stays: 30,
        result: "Both motorbikes are back.",
      }),
      close(60, "handed-over", "operator2"),
    ],
  },
  {
    key: "str-labour",
    country,
    province,
    reporter: "operator2",
    report: {
      kind: "forced-labour-site",
      impact: "very-high",
      place: { lng: 105.974, lat: 13.509, accuracyM: 500 },
      detection: "public",
      protection: true,
      people: [{ role: "possible-victim", sex: "unknown", ageBand: "adult", count: 11 }],
      response: [{ action: "screen", state: "planned" }],
      grading: { source: "C", info: "3" },
      handling: "H2",
    },
    steps: [
      ...intake(14),
      ...task("own", 10, "screening", { unit: ["STR-21"], action: "screen", drives: 12, stays: 260 }),
      own(4, "operator", "release.request"),
      own(30, "protection", "protection.clear", {
        reason: "Those concerned agree; the place crosses only as a cell.",
      }),
      own(20, "commander", "release.approve", {}),
      ...read(18, "commander", { source: "C", info: "2" }),
      says("own", 20, "operator", personsScreened(11)),
      ...informed("own", 12, "recruiters", {
        takes: 140,
        result: "The same telephone number is known here.",
      }),
      close(80, "referred"),
    ],
  },
  {
    key: "str-goods",
    country,
    province,
    reporter: "officer",
    report: {
      kind: "goods",
      impact: "low",
      place: { lng: 106.001, lat: 13.882, accuracyM: 100 },
      direction: "KH-LA",
      transport: "road",
      detection: "crossing-check",
      vehicles: [{ kind: "truck", colour: "blue", count: 1 }],
      response: [{ action: "stop-and-check", state: "done" }],
    },
    steps: [
      ...intake(20),
      close(60, "resolved"),
      own(40, "commander", "incident.reopen", { reason: "The other centre asks for the load list." }),
      own(20, "operator", "release.request"),
      own(16, "commander2", "release.approve", {}),
      ...read(20, "operator", { source: "B", info: "3" }),
      ask("own", 12, "owner", { action: "request-information", urgency: "routine" }),
      readsRequest("partner", 20, "owner"),
      about("own", 60, "commander", "owner", "request.withdraw", { reason: "The papers have been found." }),
      close(80, "handed-over"),
    ],
  },
];
