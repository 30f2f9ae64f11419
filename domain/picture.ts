/** The picture: the fold of the events by one pure function that the server and every browser run. */
import { compareLogOrder } from "./envelope";
import { type Collection, collectionOf, collections, type FullEvent, isEventIn } from "./events";
import { withNews } from "./pending-actions/leave-news";
import { isRedacted, type RedactedEvent, type WireEvent } from "./protocol/down";
import { type Entities, perCollection, slices } from "./slices";

export { type Collection, collections, type Entities };

export type Picture = { [Name in Collection]: Map<string, Entities[Name]> };

/** One entity before and after an event; undefined means not in the picture. */
export type ChangeOf<Name extends Collection> = {
  [In in Name]: {
    collection: In;
    id: string;
    before: Entities[In] | undefined;
    after: Entities[In] | undefined;
  };
}[Name];
export type Change = ChangeOf<Collection>;

/** A picture made collection by collection. */
export const pictureOf = (
  make: <Name extends Collection>(name: Name) => Map<string, Entities[Name]>,
): Picture =>
  // `make` is called once for each name; the compiler cannot follow that into the whole.
  perCollection(make) as Picture;

export const emptyPicture = (): Picture => pictureOf(() => new Map());

/** The same entities in maps of their own: entities never change, maps do. */
export const copyPicture = (picture: Picture): Picture => pictureOf((name) => new Map(picture[name]));

function evolveIn<Name extends Collection>(picture: Picture, name: Name, event: FullEvent): ChangeOf<Name> {
  if (!isEventIn(name, event)) throw new TypeError(`${event.type} does not write ${name}`);
  const before = picture[name].get(event.subject);
  const after = slices[name].evolve(before, event);
  return { collection: name, id: event.subject, before, after: withNews(name, event, { before, after }) };
}

function evolveRedacted(picture: Picture, event: RedactedEvent): Change {
  const collection = collectionOf(event.type);
  const id = event.subject;
  const before = picture[collection].get(id);
  // A redacted event carries its entity whole; the collection follows from the type, which the compiler cannot see.
  return { collection, id, before, after: event.body.after ?? undefined } as Change;
}

/** A discarded event changes nothing, whatever its type. */
function passedOver(picture: Picture, { subject: id }: WireEvent): Change {
  const before = picture.incidents.get(id);
  return { collection: "incidents", id, before, after: before };
}

export type Evolve = (picture: Picture, event: WireEvent) => Change;

/** What an event changes. Pure: reads the picture, changes nothing; total over erased bodies. */
export const evolve: Evolve = (picture, event) =>
  event.discarded
    ? passedOver(picture, event)
    : isRedacted(event)
      ? evolveRedacted(picture, event)
      : evolveIn(picture, collectionOf(event.type), event);

function put<Name extends Collection>(picture: Picture, { collection, id, after }: ChangeOf<Name>): void {
  if (after === undefined) picture[collection].delete(id);
  else picture[collection].set(id, after);
}

/** The change by which an entity enters the picture. */
export const addition = <Name extends Collection>(
  collection: Name,
  id: string,
  after: Entities[Name],
): ChangeOf<Name> => ({ collection, id, before: undefined, after });

/** Carries a change out on the picture it was made for. */
export const applyChange = (picture: Picture, change: Change): void => put(picture, change);

/** The change that takes another back. */
export const reverse = <Name extends Collection>(change: ChangeOf<Name>): ChangeOf<Name> => ({
  ...change,
  before: change.after,
  after: change.before,
});

/** Events in the order of the log, for replay. */
export const inLogOrder = <E extends WireEvent>(events: readonly E[]): E[] =>
  [...events].sort(compareLogOrder);
