"use client";
/** That the place of a report is a position which the device took some time ago, and how long. */
import { useTranslations } from "use-intl";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";
import type { Draft } from "./draft";
import { isFresh } from "./use-gps";

export function FixAge({ draft }: { draft: Pick<Draft, "place" | "fix"> }) {
  const t = useTranslations("report");
  const { age } = useFormats();
  const now = useNow();
  const { fix, place } = draft;
  if (!fix || fix.place !== place || now === 0 || isFresh(fix, now)) return null;
  return (
    <b role="status" data-testid="fix-age" className="block text-desk-note font-semibold text-stale">
      {t("oldPosition", { age: age(fix.atMs, now) })}
    </b>
  );
}
