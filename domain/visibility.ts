/**
 * Who is shown which field of an entity (rule A10). Every slice has a table that names each field, nested ones too, with
 * those who are shown it. A field that no table names is shown to nobody, and `Visibility` has the compiler ask for it.
 */

/**
 * `full`: the own country's desks. `redacted`: its walls and field screens. `admin`: its administrators. `partner`: the
 * joint part, which both countries hold. `record`: what of an incident crosses on release and comes back on recall.
 * `tombstone`: what a recalled incident leaves behind.
 */
export type Viewer = "full" | "redacted" | "admin" | "partner" | "record" | "tombstone";
export type Viewers = readonly Viewer[];

/** Every screen of the own country, and the partner. */
export const everyone: Viewers = ["full", "redacted", "partner"];
/** The desks of both countries. */
export const desks: Viewers = ["full", "partner"];
/** Every screen of the own country, and not the partner. */
export const ownScreens: Viewers = ["full", "redacted"];
/** The own country's desks alone. */
export const ownDesks: Viewers = ["full"];

/** A table for stamps, which say when and by which desk. */
export const stampFor = (shownTo: Viewers) => ({ at: shownTo, desk: shownTo });
/** A table for news. */
export const newsFor = (shownTo: Viewers) => ({
  what: shownTo,
  stream: shownTo,
  seq: shownTo,
  at: shownTo,
  unit: shownTo,
});
/** A table for a vector. */
export const vectorFor = (shownTo: Viewers) => ({
  "KH.joint": shownTo,
  "KH.national": shownTo,
  "LA.joint": shownTo,
  "LA.national": shownTo,
});
/** A table for a place. */
export const placeFor = (shownTo: Viewers) => ({
  lng: shownTo,
  lat: shownTo,
  accuracyM: shownTo,
  province: shownTo,
  district: shownTo,
  coarse: shownTo,
});
/** A table for a value of each country. */
export const perCountry = <Table>(table: Table) => ({ KH: table, LA: table });

/** Hidden from some, but its place must be filled: they are shown `instead`. */
export class Filled<Inner, Value> {
  constructor(
    readonly inner: Inner,
    readonly instead: Value,
  ) {}
}

type Plain = string | number | boolean | null | undefined;
type ItemOf<Value> = Value extends readonly (infer Item)[] ? ItemOf<Item> : Value;
type KeysOf<Value> = Value extends unknown ? keyof Value : never;
type ValueAt<Value, Key> = Value extends unknown ? (Key extends keyof Value ? Value[Key] : never) : never;
type Fields<Value> = {
  [Key in KeysOf<Value>]-?:
    | Visibility<ValueAt<Value, Key>>
    | Filled<Visibility<ValueAt<Value, Key>>, ValueAt<Value, Key>>;
};
/** An object of no fields has none to name. */
type WithFields<Value> = Value extends Record<string, never> ? never : Value;
type OfItem<Item> = [Item] extends [Plain] ? Viewers : string extends KeysOf<Item> ? Viewers : Fields<Item>;

/**
 * Those who are shown a value: for a plain one, or a list of plain ones, a list of viewers; for an object a table of
 * all its fields, for a list of objects the table of one of them, for a choice of objects the fields of all.
 */
export type Visibility<Value> = OfItem<WithFields<ItemOf<NonNullable<Value>>>>;

/** A table as the picker walks it, whatever it is about. */
type Node = Viewers | Table | Filled<unknown, unknown>;
type Table = { readonly [Field in string]: Node };

/** What of a value is shown: the value itself when all of it is. */
type Pick = (value: unknown) => unknown;
const whole: Pick = (value) => value;
const isViewers = (node: Node): node is Viewers => Array.isArray(node);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** How a value is shown to a viewer; null when nothing of it is. */
function pickOf(node: Node, viewer: Viewer): Pick | null {
  if (isViewers(node)) return node.includes(viewer) ? whole : null;
  // What is filled is asked of the object it stands in: by itself it makes nothing visible.
  if (node instanceof Filled) return pickOf(node.inner as Node, viewer);
  const seen = Object.entries(node).flatMap(([name, inner]): [string, Pick][] => {
    const pick = pickOf(inner, viewer);
    if (pick) return [[name, pick]];
    return inner instanceof Filled ? [[name, () => inner.instead]] : [];
  });
  const isShown = Object.values(node).some((inner) => pickOf(inner, viewer) !== null);
  if (!isShown) return null;
  const pickOne: Pick = (value) => (isObject(value) ? pickFields(value, seen) : undefined);
  return (value) => (Array.isArray(value) ? pickEach(value, pickOne) : pickOne(value));
}

/** The items as shown; the list itself when none is changed. */
function pickEach(items: readonly unknown[], pickOne: Pick): readonly unknown[] {
  const isSame = items.every((item) => pickOne(item) === item);
  return isSame ? items : items.map(pickOne);
}

/** The named fields that are there; the object itself when it holds no others and none is changed. */
function pickFields(value: Record<string, unknown>, fields: readonly [string, Pick][]): object {
  return holdsOnly(value, fields) ? value : copyOf(value, fields);
}

function holdsOnly(value: Record<string, unknown>, fields: readonly [string, Pick][]): boolean {
  let left = 0;
  for (const name in value) if (value[name] !== undefined) left += 1;
  if (left > fields.length) return false;
  for (const [name, pick] of fields) {
    const inner = value[name];
    if (inner === undefined) continue;
    if (pick !== whole && pick(inner) !== inner) return false;
    left -= 1;
  }
  return left === 0;
}

function copyOf(value: Record<string, unknown>, fields: readonly [string, Pick][]): object {
  const copy: Record<string, unknown> = {};
  for (const [name, pick] of fields) {
    const inner = value[name];
    if (inner !== undefined) copy[name] = pick(inner);
  }
  return copy;
}

/**
 * What a viewer is shown of an entity: the entity itself when that is all of it, null when it is nothing. The result
 * has the entity's own form, as what is left out is optional there or filled; a test parses it.
 */
export function picker<Entity extends object>(
  visibility: Visibility<Entity>,
  viewer: Viewer,
): (entity: Entity) => Entity | null {
  // Each table is made for one type of entity; the walk over a table is the same for all.
  const pick = pickOf(visibility as Node, viewer);
  return (entity) => (pick ? (pick(entity) as Entity) : null);
}

/** Remembers a result per entity: entities never change. */
export function perEntity<Entity extends object, Result extends object | null>(
  make: (entity: Entity) => Result,
): (entity: Entity) => Result {
  const known = new WeakMap<Entity, { result: Result }>();
  return (entity) => {
    const found = known.get(entity);
    if (found) return found.result;
    const result = make(entity);
    known.set(entity, { result });
    return result;
  };
}
