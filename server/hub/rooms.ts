/** The rooms of each screen. Who is sent what is enforced here and in `domain/audience.ts`, not on screens. */

import type { AudienceView } from "@/domain/slices";
import type { Country } from "@/domain/vocabulary";
import type { ScreenData } from "./types";

export const audienceRoom = (country: Country, audience: AudienceView): string => `${country}:${audience}`;
export const countryRoom = (country: Country): string => `${country}`;
/** The screens that see all positions of their country's own units: desks and walls. */
export const positionsRoom = (country: Country): string => `${country}:positions`;

export function seesPositions({ audience, screen }: ScreenData): boolean {
  return audience === "full" || (audience === "redacted" && screen === "wall");
}

export function roomsOf(data: ScreenData): string[] {
  const { country } = data.account;
  const rooms = [countryRoom(country), audienceRoom(country, data.audience)];
  return seesPositions(data) ? [...rooms, positionsRoom(country)] : rooms;
}
