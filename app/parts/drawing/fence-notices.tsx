"use client";
/** Notices of units that entered a watched area, left it or left it empty: to the whole centre, until a desk has seen them. */
import { BellRing, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FenceNotice } from "@/domain/protocol/down";
import { useFormats } from "../../i18n/format";
import { useLive } from "../../live/hooks/use-live";
import { useStoreKey } from "../../live/hooks/use-store-key";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";

const most = 3;
const wording = { enter: "entered", leave: "left", empty: "emptied" } as const;

type Seen = ((ids: readonly string[]) => void) | undefined;

function Notice({ notice, onSeen }: { notice: FenceNotice; onSeen: Seen }) {
  const t = useTranslations("draw");
  const act = useTranslations("act");
  const { moment } = useFormats();
  const now = useNow();
  const { id, warning, callsign, label, at } = notice;
  return (
    <div
      data-testid="fence-notice"
      className="flex max-w-sm items-start gap-2.5 rounded-2 bg-surface-3 py-2 pr-1.5 pl-3 text-desk-body shadow-lift"
    >
      <BellRing size={16} aria-hidden className="mt-0.5 shrink-0 text-stale" />
      <span className="min-w-0 flex-1 text-ink-1">
        {t(wording[warning], { unit: callsign, area: label ?? t("unnamed") })}
        <span className="pl-2 text-ink-3 tabular-nums">{moment(at, now)}</span>
      </span>
      {onSeen ? (
        <Button
          look="quiet"
          size="small"
          className="px-1.5"
          aria-label={act("dismiss")}
          onClick={() => onSeen([id])}
        >
          <X size={15} aria-hidden />
        </Button>
      ) : null}
    </div>
  );
}

export function FenceNotices() {
  const t = useTranslations("draw");
  const { client, user } = useLive();
  const notices = useStoreKey("fences", () => client.store.fences);
  const may = user.role === "operator" || user.role === "commander";
  // The server's next list says what became of it; without an answer the notice stays.
  const onSeen: Seen = may
    ? (ids) => void client.fencesSeen(ids).catch((error: unknown) => console.warn("fences", error))
    : undefined;
  return (
    <section
      aria-live="polite"
      aria-label={t("warnings")}
      className="absolute bottom-14 left-3 z-10 grid justify-items-start gap-2"
    >
      {notices.length > most ? (
        <p className="flex items-center gap-2 rounded-2 bg-surface-3 py-1 pr-1.5 pl-3 text-desk-body text-ink-2 shadow-lift">
          {t("moreWarnings", { count: notices.length - most })}
          {onSeen ? (
            <Button look="quiet" size="small" onClick={() => onSeen(notices.map(({ id }) => id))}>
              {t("seenAll")}
            </Button>
          ) : null}
        </p>
      ) : null}
      {notices
        .slice(0, most)
        .reverse()
        .map((notice) => (
          <Notice key={notice.id} notice={notice} onSeen={onSeen} />
        ))}
    </section>
  );
}
