/** Metrics in Prometheus' text format, without the content of incidents. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LinkFigures } from "../link/figures";
import { registerLinkMetrics } from "./link-metrics";

export type Gauges = {
  screens: () => number;
  queued: () => number;
  incidents: () => number;
};

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export class Metrics {
  readonly #registry = new Registry();
  readonly commands = new Counter({
    name: "sekong_commands_total",
    help: "Commands answered, by outcome",
    labelNames: ["outcome"],
    registers: [this.#registry],
  });
  readonly commandSeconds = new Histogram({
    name: "sekong_command_seconds",
    help: "From a command's arrival to its answer",
    buckets: seconds,
    registers: [this.#registry],
  });
  readonly events = new Counter({
    name: "sekong_events_total",
    help: "Events read from the log, by stream",
    labelNames: ["stream"],
    registers: [this.#registry],
  });
  readonly positions = new Counter({
    name: "sekong_positions_total",
    help: "Units' positions accepted, by country",
    labelNames: ["country"],
    registers: [this.#registry],
  });
  readonly audits = new Counter({
    name: "sekong_audits_total",
    help: "Folds checked against the log after a differing digest, by finding",
    labelNames: ["finding"],
    registers: [this.#registry],
  });

  readonly linkDropped = new Counter({
    name: "sekong_link_dropped_total",
    help: "What the partner's node sent beside the log and this one did not take, by kind",
    labelNames: ["kind"],
    registers: [this.#registry],
  });

  constructor(gauges: Gauges) {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge("sekong_screens", "Open screens", gauges.screens);
    this.#gauge("sekong_commands_waiting", "Commands waiting for the append lock", gauges.queued);
    this.#gauge("sekong_incidents", "Incidents in the live pictures of this process", gauges.incidents);
  }

  /** Adds the figures of the link, where there is one. */
  watchLink(figures: () => Promise<LinkFigures>): void {
    registerLinkMetrics(this.#registry, figures);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }
}
