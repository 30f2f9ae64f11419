/** The optional details of a report that come in rows. Counts and codes, never names. */
import type { ReactNode } from "react";
import type { Draft } from "./draft";
import { DrugRows } from "./drug-rows";
import { PeopleRows } from "./people-rows";
import { ResponseRows } from "./response-rows";
import type { DetailRowsProps } from "./row-list";
import { VehicleRows } from "./vehicle-rows";

type DetailName = keyof Pick<Draft, "people" | "drugs" | "vehicles" | "response">;

export const detailRows: Record<DetailName, (props: DetailRowsProps) => ReactNode> = {
  people: PeopleRows,
  drugs: DrugRows,
  vehicles: VehicleRows,
  response: ResponseRows,
};
