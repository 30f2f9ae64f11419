/**
 * A unit's position on its way to its centre: only while its officer shares it, by choice, and never when it is off.
 * Outside React, so that a test can hand in the device, the time and the connection.
 */
import type { z } from "zod";
import { type LngLat, metresBetween } from "@/domain/geo";
import { isNearMap } from "@/domain/place";
import type { positionSchema } from "@/domain/protocol/up";
import { type Listener, Listeners } from "../../lib/listeners";

/** One reading of the device. */
export type Fix = {
  lng: number;
  lat: number;
  /** Radius in metres within which the device believes it is. */
  accuracyM: number;
  /** When the device took it, by the server's time; epoch milliseconds. */
  atMs: number;
  /** Degrees clockwise from north; absent when it stands still. */
  headingDeg?: number;
  /** Metres per second. */
  speedMps?: number;
};

export type SharingState =
  | { name: "off" }
  /** The device has not given a reading yet. */
  | { name: "asking" }
  /** `sentAt`: epoch milliseconds when a position was last sent; absent before the first. */
  | { name: "on"; fix: Fix; sentAt?: number }
  /** The officer, or the settings of the device, forbid it. */
  | { name: "denied" }
  /** No signal; the last reading stays known, and nothing is sent until there is a new one. */
  | { name: "unavailable"; sentAt?: number };

export type PositionMessage = z.infer<typeof positionSchema>;
export type Device = Pick<Geolocation, "watchPosition" | "clearWatch">;

export type SharingOptions = {
  unitId: string;
  /** Absent where the browser has none, such as on a plain-HTTP address. */
  device: Device | undefined;
  /** Epoch milliseconds as the server has them. */
  now: () => number;
  /** When a reading with this stamp of the device was taken, by the server's time; both epoch milliseconds. */
  timeOfFix: (stampMs: number) => number;
  /** Sends a position; false when there is no connection. */
  send: (message: PositionMessage) => boolean;
};

/** At most this often while it moves, at least this often while it stands still; milliseconds. */
const movingMs = 2_000;
const stillMs = 20_000;
/** A smaller distance is no move, since a device at rest varies by as much; metres. */
const movedM = 5;

/** What the wire takes; nothing that far off says anything. Metres. */
const mostAccuracyM = 1_000_000;

const watching: PositionOptions = { enableHighAccuracy: true, maximumAge: 0, timeout: 20_000 };
/** GeolocationPositionError.PERMISSION_DENIED, which is no global outside browsers. */
const permissionDenied = 1;

/** Whether the unit has moved between two readings. */
export const hasMoved = (before: LngLat, after: LngLat): boolean => metresBetween(before, after) >= movedM;

/** What to do now: send the reading held, ask the device for a fresh one, or wait. */
export function dueNow(sent: { fix: Fix; at: number } | undefined, fix: Fix, nowMs: number) {
  if (!sent) return "send";
  const age = nowMs - sent.at;
  if (age >= movingMs && hasMoved(sent.fix, fix)) return "send";
  return age >= stillMs ? "ask" : "wait";
}

function fixOf({ longitude, latitude, accuracy, heading, speed }: GeolocationCoordinates, atMs: number): Fix {
  const known = (value: number | null): value is number => value !== null && Number.isFinite(value);
  return {
    lng: longitude,
    lat: latitude,
    accuracyM: Math.round(accuracy),
    atMs,
    ...(known(heading) ? { headingDeg: heading } : {}),
    ...(known(speed) ? { speedMps: Math.min(200, Math.max(0, speed)) } : {}),
  };
}

export class PositionSharing {
  #state: SharingState = { name: "off" };
  #watch: number | undefined;
  #sent: { fix: Fix; at: number } | undefined;
  #asking = false;
  /** Counts watches: readings of an earlier one are dropped. */
  #turn = 0;
  readonly #listeners = new Listeners();

  constructor(private readonly options: SharingOptions) {}

  get state(): SharingState {
    return this.#state;
  }

  /** Called when the state changes. Returns an unsubscribe function. */
  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  /** Asks the device; from its first answer on the position is sent. */
  start(): void {
    if (this.#watch !== undefined) return;
    const { device } = this.options;
    if (!device) {
      this.#set({ name: "unavailable" });
      return;
    }
    this.#set({ name: "asking" });
    this.#watchNow(device);
  }

  /** Ends it at once: no position leaves the device after this. */
  stop(): void {
    this.#leave();
    this.#set({ name: "off" });
  }

  /** Sends what is due; to be called about once a second while a screen shows it. */
  check(): void {
    if (this.#state.name !== "on") return;
    const { fix } = this.#state;
    const due = dueNow(this.#sent, fix, this.options.now());
    if (due === "send") this.#send(fix);
    else if (due === "ask") this.#askAgain();
  }

  #leave(): void {
    this.#turn += 1;
    if (this.#watch !== undefined) this.options.device?.clearWatch(this.#watch);
    this.#watch = undefined;
    this.#sent = undefined;
    this.#asking = false;
  }

  #watchNow(device: Device): void {
    const turn = ++this.#turn;
    if (this.#watch !== undefined) device.clearWatch(this.#watch);
    this.#watch = device.watchPosition(
      (position) => this.#onFix(turn, position),
      (error) => this.#onError(turn, error),
      watching,
    );
  }

  /**
   * A unit that stands still sends a fresh reading: an old one sent again would look newer than it is. Restarting the
   * watch gives one; a device that is being watched may not answer a single request.
   */
  #askAgain(): void {
    if (this.#asking || !this.options.device) return;
    this.#asking = true;
    this.#watchNow(this.options.device);
  }

  #onFix(turn: number, { coords, timestamp }: GeolocationPosition): void {
    if (turn !== this.#turn) return;
    const asked = this.#asking;
    this.#asking = false;
    const fix = fixOf(coords, this.options.timeOfFix(timestamp));
    // A place off the map is an error of the device, and the server would drop it.
    if (!isNearMap(fix)) {
      this.#withoutSignal();
      return;
    }
    this.#set({ name: "on", fix, ...(this.#sent ? { sentAt: this.#sent.at } : {}) });
    if (asked) this.#send(fix);
    else this.check();
  }

  #onError(turn: number, { code }: GeolocationPositionError): void {
    if (turn !== this.#turn) return;
    this.#asking = false;
    if (code === permissionDenied) {
      this.#leave();
      this.#set({ name: "denied" });
      return;
    }
    this.#withoutSignal();
  }

  /** The watch stays: it resumes with the next signal. */
  #withoutSignal(): void {
    this.#set({ name: "unavailable", ...(this.#sent ? { sentAt: this.#sent.at } : {}) });
  }

  #send(fix: Fix): void {
    const at = this.options.now();
    const { lng, lat, accuracyM, atMs, headingDeg, speedMps } = fix;
    const sent = this.options.send({
      unitId: this.options.unitId,
      lng,
      lat,
      // Its own time: an old reading sent as of now would look newer than it is.
      at: new Date(atMs).toISOString(),
      accuracyM: Math.min(mostAccuracyM, accuracyM),
      ...(headingDeg !== undefined ? { headingDeg } : {}),
      ...(speedMps !== undefined ? { speedMps } : {}),
    });
    if (!sent) return;
    this.#sent = { fix, at };
    this.#set({ name: "on", fix, sentAt: at });
  }

  #set(state: SharingState): void {
    this.#state = state;
    this.#listeners.notify();
  }
}
