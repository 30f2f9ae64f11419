/** Gathers positions and shows them, several times a second, to whom they may be shown; to other processes too. */
import { z } from "zod";
import { type Positions, positionsSchema } from "@/domain/protocol/down";
import { type Country, countrySchema, partnerOf } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { parseJson } from "../json";
import { fieldSees, type Position, PositionBook, partnerSees } from "./positions";
import { positionsRoom, seesPositions } from "./rooms";
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
};

export class PositionBoard {
  readonly #book: PositionBook;
  #fresh = new Map<Country, Map<string, Position>>();

  constructor(private readonly options: BoardOptions) {
    this.#book = new PositionBook(options.nowMs);
  }

  /** Takes what a screen sent; what is not its own unit's position is dropped. */
  accept({ account }: Pick<ScreenData, "account">, payload: unknown): void {
    const position = this.#book.read(account, payload);
    if (position) this.#keep(account.country, position);
  }

  /** Shows what is new since the last call, each position once. */
  async flush(): Promise<void> {
    const fresh = this.#fresh;
    this.#fresh = new Map();
    for (const [country, byUnit] of fresh) {
      const positions = [...byUnit.values()];
      this.#show(country, positions);
      await this.#tell(country, positions);
    }
  }

  /** Takes what another process has accepted. */
  hear(payload: string): void {
    const parsed = noticeSchema.safeParse(parseJson(payload));
    if (!parsed.success || parsed.data.process === this.options.process) return;
    const { country, positions } = parsed.data;
    const news = positions.filter((position) => this.#book.keep(country, position));
    this.#show(country, news);
  }

  /** All that a screen may see now. */
  fullSet(view: CountryView, data: ScreenData): Positions {
    const own = this.#book.of(view.country);
    if (!seesPositions(data))
      return own.filter((position) => fieldSees(view.picture, data.account, position));
    const theirs = this.#book.of(partnerOf(view.country));
    return [...own, ...theirs.filter((position) => partnerSees(view.picture, position))];
  }

  #keep(country: Country, position: Position): void {
    if (!this.#book.keep(country, position)) return;
    const byUnit = this.#fresh.get(country) ?? new Map<string, Position>();
    this.#fresh.set(country, byUnit.set(position[0], position));
  }

  #show(country: Country, positions: Positions): void {
    const { io, views } = this.options;
    const view = views.get(country);
    if (!view || positions.length === 0) return;
    io.to(positionsRoom(country)).volatile.emit("positions", positions);
    const shared = positions.filter((position) => partnerSees(view.picture, position));
    if (shared.length > 0) io.to(positionsRoom(partnerOf(country))).volatile.emit("positions", shared);
    for (const socket of io.sockets.sockets.values()) {
      const { account, screen, audience } = socket.data;
      if (account.country !== country || audience !== "redacted" || screen === "wall") continue;
      const seen = positions.filter((position) => fieldSees(view.picture, account, position));
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
