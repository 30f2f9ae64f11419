/** What all screens of an audience are told: events as they come, heads, presence, and a picture made anew. */
import type { Logger } from "pino";
import type { Projections } from "@/db/types";
import type { FullEvent } from "@/domain/events";
import type { Presence } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { showings } from "../feed/audience-view";
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
  /** As last told to all. */
  presence: Presence = [];
  readonly #outbox: Outbox;

  constructor(private readonly services: BroadcastServices) {
    this.#outbox = new Outbox((room, events) => services.io.to(room).emit("events", events), services.nowMs);
  }

  /** Sends what is gathered: whoever joins afterwards has it in its picture already. */
  flush(): void {
    this.#outbox.flush();
  }

  close(): void {
    this.#outbox.flush();
    this.#outbox.close();
  }

  /** Folds what the feed has read and hands each audience its part. */
  deliver(events: readonly FullEvent[]): void {
    for (const view of this.services.views.values()) {
      try {
        this.#deliverTo(view, view.apply(events));
      } catch (error) {
        this.services.logger.error({ err: error, country: view.country }, "an event could not be folded");
        this.services.auditor.suspect(view, { source: "fold", detail: String(error) });
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
    if (changes.some(({ collection }) => collection === "units")) this.#showAdmins(view);
    for (const socket of this.#in(audienceRoom(country, "redacted"))) {
      const { account } = socket.data;
      if (!getsOwn(socket.data) || !changes.some((change) => touchesOwn(view, change, account))) continue;
      socket.emit("own", ownIncidents(view, account));
    }
  }

  /** Administrators get no events; their small picture is sent again. */
  #showAdmins(view: CountryView): void {
    const room = audienceRoom(view.country, "admin");
    if (!this.services.io.sockets.adapter.rooms.has(room)) return;
    this.services.io.to(room).emit("picture", this.services.openings.snapshot(view, "admin").picture);
  }

  /** Tells every screen what this process holds, after the events that covers have gone out. */
  tellHeads(): void {
    this.#outbox.flush();
    // Silence makes screens say that they are stale, which is then true.
    if (!this.services.feed.healthy) return;
    for (const view of this.services.views.values()) this.#tellHeadsOf(view);
  }

  #tellHeadsOf(view: CountryView): void {
    for (const audience of showings) {
      const room = audienceRoom(view.country, audience);
      if (!this.services.io.sockets.adapter.rooms.has(room)) continue;
      this.services.io.to(room).emit("heads", headsMessage(view, audience, this.services.headsSources));
    }
  }

  /** After an audit replaced a fold: the true digests first, so that no screen goes on saying "same", then the picture. */
  showAnew(view: CountryView): void {
    this.#outbox.flush();
    this.#tellHeadsOf(view);
    for (const audience of showings) {
      const room = audienceRoom(view.country, audience);
      if (!this.services.io.sockets.adapter.rooms.has(room)) continue;
      this.services.io.to(room).emit("picture", this.services.openings.snapshot(view, audience).picture);
    }
  }

  /** Tells every screen who else looks on, when that has changed. */
  tellPresence(presence: Presence): void {
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
