/** Collects units' positions and sends the new ones, several times a second, to the screens that may see them and to this node's other processes. */
import { z } from "zod";
import type { Account } from "@/domain/actor";
import { isNearMap } from "@/domain/place";
import { type Positions, positionsSchema } from "@/domain/protocol/down";
import { type Country, countrySchema, partnerOf } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { parseJson } from "../json";
import { fieldSees, type Position, PositionBook, partnerSees, type Reading } from "./positions";
import { audienceRoom, positionsRoom, seesPositions } from "./rooms";
import type { Hub, ScreenData } from "./types";

export const positionsChannel = "sekong_positions";
/** Per NOTIFY, whose payload must be shorter than 8 000 bytes. */
const positionsPerNotice = 45;

const noticeSchema = z.strictObject({
  process: z.string().max(64),
  country: countrySchema,
  positions: positionsSchema,
  /** Per unit how far off its position may be, in metres, where its device says so. */
  accuracies: z.record(z.string(), z.number()).optional(),
});
type Notice = z.infer<typeof noticeSchema>;

export type BoardOptions = {
  io: Hub;
  views: ReadonlyMap<Country, CountryView>;
  process: string;
  nowMs: () => number;
  /** Sends a payload to the other processes of this node. */
  notify: (payload: string) => Promise<void>;
  /** Called for each position accepted by this process, not for those received from others. */
  onAccepted: (country: Country, position: Position) => void;
  /** Called for each newer position of a unit, wherever it came from: watched areas are judged by it. */
  onNewer: (country: Country, position: Position, accuracyM: number | undefined) => void;
};

const none: ReadonlyMap<string, Position> = new Map();

/** The newest of each unit since the last `take`. */
class Pending<Item> {
  #byCountry = new Map<Country, Map<string, Item>>();

  add(country: Country, unit: string, item: Item): void {
    const byUnit = this.#byCountry.get(country) ?? new Map<string, Item>();
    this.#byCountry.set(country, byUnit.set(unit, item));
  }

  take(): ReadonlyMap<Country, ReadonlyMap<string, Item>> {
    const taken = this.#byCountry;
    this.#byCountry = new Map();
    return taken;
  }
}

/** Empty while no device said how accurate it is. */
function accuraciesOf(readings: readonly Reading[]): Pick<Notice, "accuracies"> {
  const known = readings.flatMap(({ position: [unit], accuracyM }) =>
    accuracyM === undefined ? [] : [[unit, accuracyM] as const],
  );
  return known.length > 0 ? { accuracies: Object.fromEntries(known) } : {};
}

export class PositionBoard {
  readonly #book: PositionBook;
  readonly #toShow = new Pending<Position>();
  readonly #toForward = new Pending<Reading>();
  #forwarding = false;

  constructor(private readonly options: BoardOptions) {
    this.#book = new PositionBook(options.nowMs);
  }

  /** Takes the position an account sends of its own unit, from a screen or from the exercise; anything else is dropped. */
  accept({ account }: { account: Account }, payload: unknown): void {
    const reading = this.#book.read(account, payload);
    if (!reading || !this.#take(account.country, reading)) return;
    this.#toForward.add(account.country, reading.position[0], reading);
    this.options.onAccepted(account.country, reading.position);
  }

  /** Keeps and shows a position that is newer than the last of its unit; returns whether it is. */
  #take(country: Country, reading: Reading): boolean {
    if (!this.#book.keep(country, reading)) return false;
    const { position, accuracyM } = reading;
    this.#toShow.add(country, position[0], position);
    this.options.onNewer(country, position, accuracyM);
    return true;
  }

  /** Sends what is new since the last call, each position once. */
  async flush(): Promise<void> {
    this.#show(this.#toShow.take());
    // While the database is slow, newer positions replace those that wait, so that no queue builds up.
    if (this.#forwarding) return;
    this.#forwarding = true;
    try {
      for (const [country, readings] of this.#toForward.take())
        await this.#forward(country, [...readings.values()]);
    } finally {
      this.#forwarding = false;
    }
  }

  /** Takes positions that another process has accepted. */
  receive(payload: string): void {
    const parsed = noticeSchema.safeParse(parseJson(payload));
    if (!parsed.success || parsed.data.process === this.options.process) return;
    const { country, positions, accuracies } = parsed.data;
    for (const position of positions) this.#take(country, { position, accuracyM: accuracies?.[position[0]] });
  }

  /** The latest position of every unit that a screen may see. */
  fullSet({ country, liveTasks }: CountryView, data: ScreenData): Positions {
    const own = this.#book.of(country);
    if (!seesPositions(data)) return fieldSees(liveTasks, data.account, own);
    const partner = partnerOf(country);
    return [...own.values(), ...this.#shared(partner, this.#book.of(partner))];
  }

  /** One message per country: of two volatile messages in a row to one screen, Socket.IO drops the second. */
  #show(fresh: ReadonlyMap<Country, ReadonlyMap<string, Position>>): void {
    const { io, views } = this.options;
    for (const [country, view] of views) {
      const partner = partnerOf(country);
      const own = fresh.get(country) ?? none;
      const positions = [...own.values(), ...this.#shared(partner, fresh.get(partner) ?? none)];
      if (positions.length > 0) io.to(positionsRoom(country)).volatile.emit("positions", positions);
      if (own.size > 0) this.#showField(view, own);
    }
  }

  /** The radius in metres that the latest position of a unit may be off by, where its device said so. */
  accuracyOf(unitId: string): number | undefined {
    return this.#book.accuracyOf(unitId);
  }

  /** Those of the latest positions of a country's units that its partner may see. */
  sharedOf(country: Country): Positions {
    return this.#shared(country, this.#book.of(country));
  }

  /**
   * Takes positions that the partner's node sent of its units. What it may not send, or what comes from a wrong clock, is
   * dropped; returns how many were. A repeated one is none of these.
   */
  takeFromPartner(
    country: Country,
    positions: Positions,
    accuracies: Readonly<Record<string, number>> = {},
  ): number {
    const taken = this.#shared(country, new Map(positions.map((position) => [position[0], position]))).filter(
      (position) => this.#book.isTimely(position) && isNearMap({ lng: position[1], lat: position[2] }),
    );
    for (const position of taken) this.#take(country, { position, accuracyM: accuracies[position[0]] });
    return positions.length - taken.length;
  }

  /** The positions that the partner may see, decided by the picture of the units' own country where it is here. */
  #shared(country: Country, positions: ReadonlyMap<string, Position>): Positions {
    const { views } = this.options;
    const view = views.get(country) ?? views.get(partnerOf(country));
    return view ? partnerSees(view.liveTasks, country, positions.values()) : [];
  }

  #showField({ country, liveTasks }: CountryView, positions: ReadonlyMap<string, Position>): void {
    const { rooms } = this.options.io.sockets.adapter;
    for (const id of rooms.get(audienceRoom(country, "redacted")) ?? []) {
      const socket = this.options.io.sockets.sockets.get(id);
      if (!socket || seesPositions(socket.data)) continue;
      const seen = fieldSees(liveTasks, socket.data.account, positions);
      if (seen.length > 0) socket.volatile.emit("positions", seen);
    }
  }

  async #forward(country: Country, readings: readonly Reading[]): Promise<void> {
    const { notify, process } = this.options;
    for (let start = 0; start < readings.length; start += positionsPerNotice) {
      const part = readings.slice(start, start + positionsPerNotice);
      const positions = part.map(({ position }) => position);
      await notify(JSON.stringify({ process, country, positions, ...accuraciesOf(part) } satisfies Notice));
    }
  }
}
