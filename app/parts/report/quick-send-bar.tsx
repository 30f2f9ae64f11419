"use client";
/** Sends a quick report, or names what is missing. */
import { Send } from "lucide-react";
import { useTranslations } from "use-intl";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { type Draft, missing } from "./draft";

export function QuickSendBar({ draft, onSend }: { draft: Draft; onSend: () => void }) {
  const t = useTranslations("report");
  const gaps = missing(draft, useNow());
  return (
    <div className="border-t bg-surface-1 px-4 pt-2 pb-4">
      <p className={classes("mb-2 text-field-detail", gaps.length > 0 ? "text-stale" : "text-ink-2")}>
        {gaps.length > 0 ? t("missing", { what: gaps.map((gap) => t(gap)).join(", ") }) : t("national")}
      </p>
      <Button
        look="primary"
        data-testid="send-report"
        aria-disabled={gaps.length > 0}
        className="h-[68px] w-full rounded-[14px] text-field-heading"
        onClick={() => gaps.length === 0 && onSend()}
      >
        <Send size={22} aria-hidden /> {t("send")}
      </Button>
    </div>
  );
}
