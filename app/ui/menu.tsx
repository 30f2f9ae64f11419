"use client";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

export const Menu = Radix.Root;
export const MenuTrigger = Radix.Trigger;

export function MenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        className={classes(
          "z-50 max-h-[70vh] min-w-48 overflow-y-auto rounded-2 bg-surface-2 p-1 shadow-lift",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}

const item =
  "flex min-h-8 select-none items-center gap-2.5 rounded-1 px-2.5 py-1 text-desk-body outline-none data-[disabled]:text-ink-3 data-[highlighted]:bg-surface-3 [&_svg]:shrink-0";

export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item className={classes(item, className)} {...rest} />;
}

export function MenuRadio({ children, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={item} {...rest}>
      <span className="grid size-4 place-items-center">
        <Radix.ItemIndicator>
          <Check size={15} aria-hidden />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.RadioItem>
  );
}

export const MenuRadioGroup = Radix.RadioGroup;
export const MenuSeparator = () => <Radix.Separator className="my-1 border-t" />;
export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2.5 pt-1.5 pb-0.5 text-desk-note text-ink-3">{children}</Radix.Label>
);
