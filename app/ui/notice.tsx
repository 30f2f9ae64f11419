import type { ReactNode } from "react";

/** One sentence in the middle of an otherwise empty screen. */
export function Notice({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <main className="grid h-dvh place-content-center gap-3 bg-surface-0 px-6 text-center">
      <h1 className="text-desk-heading font-semibold">{title}</h1>
      {text ? <p className="text-ink-2">{text}</p> : null}
      <div className="flex justify-center gap-2 pt-2">{children}</div>
    </main>
  );
}
