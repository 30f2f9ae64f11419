/** Rows of long ago are imported as history, so that they call nobody (docs/import.md). */
import type { Report } from "@/domain/incident/details";
import type { Language } from "@/domain/vocabulary";

const dayMs = 86_400_000;

/** How a row is told in the sum: as history, and that its danger to life became a note. */
export type ReadAs = { historical?: true; pastDanger?: true };

/** What becomes of a past danger to life: the flag would call the centre, a note keeps what the row said. */
const pastDangerNote: Record<Language, string> = {
  en: "Danger to life when it happened.",
  km: "គ្រោះថ្នាក់ដល់ជីវិត នៅពេលកើតហេតុ។",
  lo: "ອັນຕະລາຍເຖິງຊີວິດ ໃນຕອນເກີດເຫດ.",
};

/** The body as it is sent at a moment (ISO 8601 UTC): history where it happened over a day before. */
export function asHistory(stated: Report, at: string): { body: Report } & ReadAs {
  if (Date.parse(at) - Date.parse(stated.occurredAt) <= dayMs) {
    return { body: stated, ...(stated.historical ? { historical: true as const } : {}) };
  }
  const { dangerToLife, note, ...rest } = stated;
  const kept = { ...rest, historical: true as const };
  if (!dangerToLife) return { body: { ...kept, ...(note ? { note } : {}) }, historical: true };
  const lang = note?.lang ?? "en";
  const text = [note?.text, pastDangerNote[lang]].filter(Boolean).join("\n");
  return { body: { ...kept, note: { text, lang } }, historical: true, pastDanger: true };
}
