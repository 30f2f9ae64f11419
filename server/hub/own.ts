/** What an officer reported, whole: beside the redacted picture, outside fold and digest. */
import type { Account } from "@/domain/actor";
import type { Incident } from "@/domain/incident/schema";
import type { Change } from "@/domain/picture";
import type { OwnMessage } from "@/domain/protocol/down";
import { isOwn } from "@/domain/sharing";
import type { CountryView } from "../feed/country-view";
import type { ScreenData } from "./types";

export const getsOwn = ({ audience, account }: ScreenData): boolean =>
  audience === "redacted" && account.role !== "display";

export function ownIncidents(view: CountryView, account: Account): OwnMessage {
  const incidents: Incident[] = [];
  for (const entity of view.picture.incidents.values()) if (isOwn(entity, account)) incidents.push(entity);
  return { incidents };
}

/** Whether a change touches what this officer is shown whole. */
export function touchesOwn(change: Change, account: Account): boolean {
  if (change.collection !== "incidents") return false;
  return [change.before, change.after].some((entity) => entity !== undefined && isOwn(entity, account));
}
