"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { classes } from "./classes";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  text?: ReactNode;
  children: ReactNode;
  className?: string;
};

const controls = ":is(button, input, textarea, [tabindex='0']):not(:disabled)";

/** Focuses the first control of the body, not the close button. */
function focusBody(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const first = event.currentTarget.querySelector<HTMLElement>(`[data-body] ${controls}`);
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** A dialog in the middle of the screen; the focus stays inside and returns where it came from. */
export function Dialog({ open, onOpenChange, title, text, children, className }: Props) {
  const t = useTranslations("act");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(text ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={focusBody}
          className={classes(
            "fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col rounded-3 bg-surface-1 shadow-lift",
            className,
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div>
              <Radix.Title className="text-desk-title font-semibold">{title}</Radix.Title>
              {text ? <Radix.Description className="mt-1 text-ink-2">{text}</Radix.Description> : null}
            </div>
            <Radix.Close asChild>
              <Button look="quiet" size="squareSmall" aria-label={t("cancel")} className="-mt-1 -mr-2">
                <X size={18} aria-hidden />
              </Button>
            </Radix.Close>
          </header>
          <div data-body className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
