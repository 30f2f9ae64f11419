"use client";
/** Short messages at the edge: what was sent and what failed. Errors stay until dismissed. */
import { CircleCheck, OctagonAlert, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { type Listener, Listeners } from "../lib/listeners";
import { Button } from "./button";

type Tone = "good" | "bad";
type Toast = { id: number; tone: Tone; title: string; text?: string };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Listeners();
const none: readonly Toast[] = [];

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.notify();
}

const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id));

export function toast(tone: Tone, title: string, text?: string): void {
  const id = nextId++;
  change([...toasts.slice(-3), { id, tone, title, ...(text ? { text } : {}) }]);
  if (tone === "good") setTimeout(() => dismiss(id), 4_000);
}

const subscribe = (listener: Listener) => listeners.add(listener);

const icons = { good: CircleCheck, bad: OctagonAlert };

export function Toaster() {
  const t = useTranslations("act");
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <section
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-1/2 z-50 grid w-96 max-w-[calc(100vw-32px)] -translate-x-1/2 gap-2"
    >
      {shown.map(({ id, tone, title, text }) => {
        const Icon = icons[tone];
        return (
          <div
            key={id}
            role={tone === "bad" ? "alert" : "status"}
            className="pointer-events-auto flex items-start gap-3 rounded-2 bg-surface-3 p-3 shadow-lift"
          >
            <Icon
              size={18}
              aria-hidden
              className={tone === "bad" ? "mt-0.5 text-clock-alarm" : "mt-0.5 text-live"}
            />
            <div className="min-w-0 flex-1">
              <div className="font-semibold">{title}</div>
              {text ? <div className="text-desk-note text-ink-2">{text}</div> : null}
            </div>
            <Button
              look="quiet"
              size="small"
              aria-label={t("dismiss")}
              onClick={() => dismiss(id)}
              className="px-1.5"
            >
              <X size={16} aria-hidden />
            </Button>
          </div>
        );
      })}
    </section>
  );
}
