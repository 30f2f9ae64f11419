"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";

const afterMs = 300;

/** Grey placeholder rows, only when loading takes long enough to be noticed. */
export function Skeleton({ rows }: { rows: number }) {
  const t = useTranslations("state");
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div role="status" className="grid gap-px">
      <span className="sr-only">{t("connecting")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} aria-hidden className="flex gap-3 border-t px-3.5 py-3">
          <div className="size-9 rounded-2 bg-surface-2" />
          <div className="grid flex-1 content-center gap-2">
            <div className="h-3 w-3/5 rounded-1 bg-surface-2" />
            <div className="h-2.5 w-4/5 rounded-1 bg-surface-2" />
          </div>
        </div>
      ))}
    </div>
  );
}
