"use client";
/** What belongs to one incident or unit, and what follows from it. */
import type { Unit } from "@/domain/unit/schema";
import type { UnitStatus } from "@/domain/vocabulary";
import { type Related, type Relation, relationKey } from "../store/related";
import { useLive } from "./use-live";
import { useStoreKey } from "./use-store-key";

/** What belongs to one incident or unit; renders again only when that changes. */
export function useRelated<Name extends Relation>(
  relation: Name,
  id: string,
): ReturnType<Related[Name]["of"]> {
  const { store } = useLive().client;
  // Each relation's group answers its own kind of thing; the compiler cannot follow the name to it.
  const read = () => store.related[relation].of(id) as ReturnType<Related[Name]["of"]>;
  return useStoreKey(relationKey(relation, id), read);
}

/** A unit's status as its live tasks make it. */
export function useUnitStatus(unit: Unit): UnitStatus {
  const { store } = useLive().client;
  useRelated("tasksOfUnit", unit.id);
  return store.unitStatusOf(unit);
}
