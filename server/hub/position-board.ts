/** Gathers positions and shows them, several times a second, to whom they may be shown; to other processes too. */
import { z } from "zod";
import type { Account } from "@/domain/actor";
import { type Positions, positionsSchema } from "@/domain/protocol/down";
import { type Country, countrySchema, partnerOf } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { parseJson } from "../json";
import { fieldSees, type Position, PositionBook, partnerSees } from "./positions";
import { audienceRoom, positionsRoom, seesPositions } from "./rooms";
import type { Hub, ScreenData } from "./types";

export const positionsChannel = "sekong_positions";
/** NOTIFY carries fewer than 8 000 bytes. */
const positionsPerNotice = 60;

const noticeSchema = z.strictObject({
  process: z.string().max(64),
  country: countrySchema,
  positions: positionsSchema,
});

export type BoardOptions = {
  io: Hub;
  views: ReadonlyMap<Country, CountryView>;
  process: string;
  nowMs: () => number;
  /** Tells the other processes of this node. */
  notify: (payload: string) => Promise<void>;
  /** Hears of each position this process has accepted, and of no other's. */
  onAccepted: (country: Country, position: Position) => void;
};

const none: ReadonlyMap<string, Position> = new Map();

/** The newest position of each unit, until it is taken. */
class Waiting {
  #byCountry = new Map<Country, Map<string, Position>>();

  add(country: Country, position: Position): void {
    const byUnit = this.#byCountry.get(country) ?? new Map<string, Position>();
    this.#byCountry.set(country, byUnit.set(position[0], position));
  }

  take(): ReadonlyMap<Country, ReadonlyMap<string, Position>> {
    const taken = this.#byCountry;
    this.#byCountry = new Map();
    return taken;
  }
}

export class PositionBoard {
  readonly #book: PositionBook;
  readonly #unshown = new Waiting();
  readonly #untold = new Waiting();
  #telling = false;

  constructor(private readonly options: BoardOptions) {
    this.#book = new PositionBook(options.nowMs);
  }

  /** Takes what an account says of its own unit, from a screen or from the exercise; anything else is dropped. */
  accept({ account }: { account: Account }, payload: unknown): void {
    const position = this.#book.read(account, payload);
    if (!position || !this.#book.keep(account.country, position)) return;
    this.#unshown.add(account.country, position);
    this.#untold.add(account.country, position);
    this.options.onAccepted(account.country, position);
  }

  /** Shows what is new since the last call, each position once. */
  async flush(): Promise<void> {
    this.#show(this.#unshown.take());
    // While the database is slow, newer positions take the place of those that wait: there is never a queue.
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (const [country, positions] of this.#untold.take())
        await this.#tell(country, [...positions.values()]);
    } finally {
      this.#telling = false;
    }
  }

  /** Takes what another process has accepted. */
  hear(payload: string): void {
    const parsed = noticeSchema.safeParse(parseJson(payload));
    if (!parsed.success || parsed.data.process === this.options.process) return;
    const { country, positions } = parsed.data;
    for (const position of positions) {
      if (this.#book.keep(country, position)) this.#unshown.add(country, position);
    }
  }

  /** All that a screen may see now. */
  fullSet({ country, liveTasks }: CountryView, data: ScreenData): Positions {
    const own = this.#book.of(country);
    if (!seesPositions(data)) return fieldSees(liveTasks, data.account, own);
    const partner = partnerOf(country);
    return [...own.values(), ...this.#shared(partner, this.#book.of(partner))];
  }

  /** One message to each country: of two volatile ones in a row to the same screen, the second is dropped. */
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

  /** What the partner may see of these. The units' own country decides, by its own picture. */
  #shared(country: Country, positions: ReadonlyMap<string, Position>): Positions {
    const view = this.options.views.get(country);
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

  async #tell(country: Country, positions: Positions): Promise<void> {
    const { notify, process } = this.options;
    for (let start = 0; start < positions.length; start += positionsPerNotice) {
      const part = positions.slice(start, start + positionsPerNotice);
      await notify(JSON.stringify({ process, country, positions: part }));
    }
  }
}
