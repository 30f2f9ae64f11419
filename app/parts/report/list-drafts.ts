/** The rows of a report as they are typed, and what they mean. What cannot be read is named, never left out. */
import type { z } from "zod";
import { isVisibleText, trimInvisible } from "@/domain/text";
import type {
  Action,
  ageBandSchema,
  drugUnitSchema,
  personRoleSchema,
  sexSchema,
  substanceSchema,
} from "@/domain/vocabulary";
import { type TypedNumber, typedAmount, typedCount } from "../../i18n/typed-number";

export type PeopleDraft = {
  role: z.infer<typeof personRoleSchema>;
  sex: z.infer<typeof sexSchema>;
  ageBand: z.infer<typeof ageBandSchema>;
  count: string;
};
export type DrugDraft = {
  substance: z.infer<typeof substanceSchema>;
  quantity: string;
  /** How an amount is meant that can be read in two ways; undefined until the writer has said so. */
  reading?: "whole" | "fraction" | undefined;
  unit: z.infer<typeof drugUnitSchema>;
  count: string;
};
export type VehicleDraft = { kind: string; colour: string; count: string };
export type ResponseDraft = { action: Action; state: "done" | "planned" };

export type ListDrafts = {
  people: PeopleDraft[];
  drugs: DrugDraft[];
  vehicles: VehicleDraft[];
  response: ResponseDraft[];
};

/** A count of something that is there: at least one. */
export function countOf(text: string): TypedNumber {
  const typed = typedCount(text);
  return typed.state === "number" && typed.value < 1 ? { state: "unclear" } : typed;
}

/** An amount with what its writer said about it. */
export function quantityOf({ quantity, reading }: DrugDraft): TypedNumber {
  const typed = typedAmount(quantity);
  if (typed.state === "unsure") return reading ? { state: "number", value: typed[reading] } : typed;
  return typed.state === "number" && typed.value <= 0 ? { state: "unclear" } : typed;
}

const understood = (typed: TypedNumber): number | undefined =>
  typed.state === "number" ? typed.value : undefined;

const isReadable = ({ state }: TypedNumber): boolean => state === "number" || state === "empty";

/** Whether every row says what it means; a report is not sent before. */
export function areListsReadable({ people, drugs, vehicles }: ListDrafts): boolean {
  return (
    people.every(({ count }) => countOf(count).state === "number") &&
    vehicles.every(({ count, kind }) => countOf(count).state === "number" && isVisibleText(kind)) &&
    drugs.every((row) => isReadable(quantityOf(row)) && isReadable(countOf(row.count)))
  );
}

/** The rows as the protocol wants them. */
export function listsOf(draft: ListDrafts) {
  const people = draft.people.flatMap((group) => {
    const count = understood(countOf(group.count));
    return count === undefined ? [] : [{ ...group, count }];
  });
  const drugs = draft.drugs.map((row) => {
    const quantity = understood(quantityOf(row));
    const count = understood(countOf(row.count));
    return {
      substance: row.substance,
      ...(quantity === undefined ? {} : { quantity, unit: row.unit }),
      ...(count === undefined ? {} : { count }),
    };
  });
  const vehicles = draft.vehicles.flatMap(({ kind, colour, count: typed }) => {
    const count = understood(countOf(typed));
    if (count === undefined || !isVisibleText(kind)) return [];
    const shade = trimInvisible(colour);
    return [{ kind: trimInvisible(kind), ...(shade ? { colour: shade } : {}), count }];
  });
  return { people, drugs, vehicles, response: draft.response };
}
