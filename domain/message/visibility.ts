/** Who is shown which field of a message: phrases to all, as they are coded; free text to desks. */
import { desks, everyone, newsFor, perCountry, stampFor, type Visibility } from "../visibility";
import type { Message } from "./schema";

export const messageVisibility: Visibility<Message> = {
  id: everyone,
  incidentId: everyone,
  from: { desk: everyone, country: everyone },
  at: everyone,
  phrase: { id: everyone, slots: everyone },
  text: { text: desks, lang: desks },
  unshared: everyone,
  read: perCountry(stampFor(everyone)),
  news: newsFor(everyone),
};
