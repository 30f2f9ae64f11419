"use client";
/** A sheet at the bottom edge, within a thumb's reach; the focus stays inside and returns where it came from. */
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  text?: ReactNode;
  children: ReactNode;
};

export function Sheet({ open, onOpenChange, title, text, children }: Props) {
  const t = useTranslations("act");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(text ? {} : { "aria-describedby": undefined })}
          className="fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[calc(100dvh-40px)] w-full max-w-xl flex-col rounded-t-[14px] bg-surface-1 text-field-body shadow-lift"
        >
          <header className="flex items-start justify-between gap-3 px-4 pt-3">
            <div className="pt-1.5">
              <Radix.Title className="text-field-title font-bold">{title}</Radix.Title>
              {text ? (
                <Radix.Description className="mt-1 text-field-body text-ink-2">{text}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <Button look="quiet" aria-label={t("cancel")} className="-mr-2 size-12 shrink-0 p-0">
                <X size={22} aria-hidden />
              </Button>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-3 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
