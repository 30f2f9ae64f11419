/** Opens a screen's connection: what it is sent first, and the rooms it joins. */
import type { WireEvent } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import type { Broadcast } from "./broadcast";
import { type HeadsSources, headsMessage } from "./heads";
import { handleMessages, type MessageServices } from "./messages";
import type { Opening, Openings } from "./opening";
import { getsOwn, ownIncidents } from "./own";
import { roomsOf } from "./rooms";
import { cutOff } from "./slow";
import type { ScreenSocket } from "./types";

/** Events per message of a long resume, so that no single frame grows large. */
const eventsPerMessage = 500;

export type ConnectionServices = MessageServices & {
  views: ReadonlyMap<Country, CountryView>;
  openings: Openings;
  headsSources: HeadsSources;
  broadcast: Broadcast;
};

/** Sends a screen what it lacks, then joins it to its rooms. Never rejects. */
export async function open(socket: ScreenSocket, services: ConnectionServices): Promise<void> {
  const { data } = socket;
  const view = services.views.get(data.account.country);
  if (!view) return cutOff(socket);
  handleMessages(socket, view, services);
  try {
    await services.auditor.idle(view.country);
    await services.openings.open(view, data.audience, data.vector, (opening) => {
      if (socket.connected) sendOpening(socket, view, opening, services);
    });
  } catch (error) {
    // The client reconnects by itself; no picture is better than part of one.
    services.logger.error({ err: error }, "a screen could not be opened");
    cutOff(socket);
  }
}

function sendOpening(
  socket: ScreenSocket,
  view: CountryView,
  opening: Opening,
  services: ConnectionServices,
): void {
  const { data } = socket;
  services.broadcast.flush();
  socket.emit("picture", opening.picture);
  for (const part of partsOf(opening.events)) socket.emit("events", part);
  if (getsOwn(data)) socket.emit("own", ownIncidents(view, data.account));
  if (data.audience !== "admin") socket.emit("positions", services.positions.fullSet(view, data));
  if (data.audience === "full") socket.emit("fences", services.fences.of(data.account.country));
  socket.emit("heads", headsMessage(view, data.audience, services.headsSources));
  socket.emit("presence", services.broadcast.presence);
  void socket.join(roomsOf(data));
}

function* partsOf(events: readonly WireEvent[]): Generator<WireEvent[]> {
  for (let start = 0; start < events.length; start += eventsPerMessage) {
    yield events.slice(start, start + eventsPerMessage);
  }
}
