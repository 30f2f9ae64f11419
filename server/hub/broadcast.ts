/** What is sent to every screen of an audience: events as they come, heads, presence, and pictures sent again. */
import type { Logger } from "pino";
import type { Projections } from "@/db/types";
import type { FullEvent } from "@/domain/events";
import type { Presence } from "@/domain/protocol/down";
import { audienceViews } from "@/domain/slices";
import type { Country } from "@/domain/vocabulary";
import type { Auditor } from "../feed/audit";
import type { CountryView, Delivery } from "../feed/country-view";
import type { Feed } from "../feed/feed";
import { type HeadsSources, headsMessage } from "./heads";
import type { Openings } from "./opening";
import { Outbox } from "./outbox";
import { getsOwn, ownIncidents, touchesOwn } from "./own";
import { audienceRoom, countryRoom } from "./rooms";
import type { Hub, ScreenSocket } from "./types";

export type BroadcastServices = {
  io: Hub;
  views: ReadonlyMap<Country, CountryView>;
  feed: Feed;
  auditor: Auditor;
  projections: Projections;
  openings: Openings;
  headsSources: HeadsSources;
  logger: Logger;
  nowMs: () => number;
};

export class Broadcast {
  /** The presence last sent. */
  presence: Presence = [];
  readonly #outbox: Outbox;

  constructor(private readonly services: BroadcastServices) {
    this.#outbox = new Outbox((room, events) => services.io.to(room).emit("events", events), services.nowMs);
  }

  /** Sends what the outbox holds: a screen that joins afterwards has those events in its picture already. */
  flush(): void {
    this.#outbox.flush();
  }

  close(): void {
    this.#outbox.flush();
    this.#outbox.close();
  }

  /** Folds events from the feed in every country's view and sends each audience what it may see of them. */
  deliver(events: readonly FullEvent[]): void {
    for (const view of this.services.views.values()) {
      try {
        this.#deliverTo(view, view.apply(events));
      } catch (error) {
        this.services.logger.error({ err: error, country: view.country }, "an event could not be folded");
        this.services.auditor.reportMismatch(view, { source: "fold", detail: String(error) });
      }
    }
    this.#outbox.schedule();
  }

  #deliverTo(view: CountryView, { full, redacted, joint, changes }: Delivery): void {
    if (full.length === 0) return;
    const { country } = view;
    this.services.projections.note(country, changes, { vector: view.vector, mark: view.mark("full") });
    this.#outbox.add(audienceRoom(country, "full"), full);
    this.#outbox.add(audienceRoom(country, "redacted"), redacted);
    this.#outbox.add(audienceRoom(country, "joint"), joint);
    if (changes.some(({ collection }) => collection === "units")) this.#sendToAdmins(view);
    for (const socket of this.#in(audienceRoom(country, "redacted"))) {
      const { account } = socket.data;
      if (!getsOwn(socket.data) || !changes.some((change) => touchesOwn(view, change, account))) continue;
      socket.emit("own", ownIncidents(view, account));
    }
  }

  /** Administrators are sent no events but their small picture again. */
  #sendToAdmins(view: CountryView): void {
    const room = audienceRoom(view.country, "admin");
    if (!this.services.io.sockets.adapter.rooms.has(room)) return;
    this.services.io.to(room).emit("picture", this.services.openings.snapshot(view, "admin").picture);
  }

  /** Sends the heads to every screen, after the events that they count. */
  sendHeads(): void {
    this.#outbox.flush();
    // Without heads a screen says that its data is stale, which is then true.
    if (!this.services.feed.healthy) return;
    for (const view of this.services.views.values()) this.#sendHeadsOf(view);
  }

  #sendHeadsOf(view: CountryView): void {
    for (const audience of audienceViews) {
      const room = audienceRoom(view.country, audience);
      if (!this.services.io.sockets.adapter.rooms.has(room)) continue;
      this.services.io.to(room).emit("heads", headsMessage(view, audience, this.services.headsSources));
    }
  }

  /** After an audit replaced a fold: the corrected digests first, so that no screen still says "same", then the picture. */
  resendPicture(view: CountryView): void {
    this.#outbox.flush();
    this.#sendHeadsOf(view);
    for (const audience of audienceViews) {
      const room = audienceRoom(view.country, audience);
      if (!this.services.io.sockets.adapter.rooms.has(room)) continue;
      this.services.io.to(room).emit("picture", this.services.openings.snapshot(view, audience).picture);
    }
  }

  /** Sends the presence of all screens to every screen, when it has changed. */
  sendPresence(presence: Presence): void {
    if (JSON.stringify(presence) === JSON.stringify(this.presence)) return;
    this.presence = presence;
    for (const country of this.services.views.keys())
      this.services.io.to(countryRoom(country)).emit("presence", presence);
  }

  #in(room: string): ScreenSocket[] {
    const ids = this.services.io.sockets.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => this.services.io.sockets.sockets.get(id) ?? []);
  }
}
