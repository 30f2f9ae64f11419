/** Metrics of the link to the partner's node, in numbers only. Where no link is set up there are none. */
import { Gauge, type Registry } from "prom-client";
import type { LinkFigures } from "../link/figures";

const states = ["live", "behind", "down"] as const;

type Reading = [name: string, help: string, read: (figures: LinkFigures) => number | undefined];
const readings: Reading[] = [
  ["sekong_link_waiting_events", "Own joint events that the partner has not confirmed", (all) => all.waiting],
  [
    "sekong_link_behind_events",
    "Joint events that one of the two nodes lacks for a while",
    ({ partner }) => partner.behind?.events ?? 0,
  ],
  [
    "sekong_link_behind_seconds",
    "For how long one of the two nodes has lacked joint events",
    ({ partner }) => partner.behind?.seconds ?? 0,
  ],
  [
    "sekong_link_held_events",
    "Events of the partner at the head of its stream that are held for a newer version",
    ({ partner }) => (partner.waits?.state === "held" ? 1 : 0),
  ],
  [
    "sekong_link_quarantined_events",
    "Events of the partner at the head of its stream that are quarantined",
    ({ partner }) => (partner.waits?.state === "quarantined" ? 1 : 0),
  ],
  [
    "sekong_link_clock_offset_seconds",
    "How far the partner's clock is ahead",
    ({ partner }) => (partner.clockOffsetMs === undefined ? undefined : partner.clockOffsetMs / 1_000),
  ],
  ["sekong_link_heard_seconds", "Since the partner was last heard", (all) => all.heardSeconds],
  [
    "sekong_link_certificate_days",
    "Until the sooner of both certificates ends",
    (all) => all.certificateDays,
  ],
  ["sekong_link_slot_bytes", "What waits in the gateway for the partner", ({ slot }) => slot?.bytes],
  [
    "sekong_link_slot_safe_bytes",
    "What more may wait in the gateway before the partner's slot is lost",
    ({ slot }) => slot?.safeBytes ?? undefined,
  ],
];

/** Registers the gauges; what is not known now has no sample. */
export function registerLinkMetrics(registry: Registry, figures: () => Promise<LinkFigures>): void {
  new Gauge({
    name: "sekong_link_state",
    help: "1 for the state that the link to the partner's node is in",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const { partner } = await figures();
      for (const state of states) this.set({ state }, state === partner.state ? 1 : 0);
    },
  });
  for (const [name, help, read] of readings) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = read(await figures());
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }
}
