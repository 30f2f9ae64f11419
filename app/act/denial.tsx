"use client";
import type { ReactElement } from "react";
import type { DenialReason } from "@/domain/errors";
import { Tooltip } from "../ui/tooltip";
import { useDenialText } from "./send-command";

/** A tooltip with the reason why its button is disabled; none while it is enabled. */
export function DenialTooltip({
  denial,
  children,
}: {
  denial: DenialReason | undefined;
  children: ReactElement;
}) {
  const text = useDenialText();
  return denial ? <Tooltip text={text(denial)}>{children}</Tooltip> : children;
}
