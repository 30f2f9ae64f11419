/** The state of the link in numbers, for metrics. */
import type { HeadsMessage } from "@/domain/protocol/down";
import type { Slot } from "./slot";

export type LinkFigures = {
  partner: HeadsMessage["partner"];
  /** Own joint events that the partner has not confirmed. */
  waiting: number;
  /** Since the partner was last heard; undefined before it ever was. Seconds. */
  heardSeconds: number | undefined;
  /** Known to the one process of a node that writes into the gateway. */
  slot: Slot | undefined;
  /** Whole days until the sooner of the two certificates ends; undefined when they cannot be read. */
  certificateDays: number | undefined;
};
