"use client";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button";

type Props = { testid: string; disabled: boolean; onClick: () => void; children: ReactNode };

/** The one big button of a sheet, for a thumb. */
export const SheetButton = ({ testid, disabled, onClick, children }: Props) => (
  <Button
    look="primary"
    data-testid={testid}
    aria-disabled={disabled}
    className="min-h-16 text-field-title whitespace-normal"
    onClick={onClick}
  >
    {children}
  </Button>
);
