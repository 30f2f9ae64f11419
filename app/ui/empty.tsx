import type { ReactNode } from "react";
import { classes } from "./classes";

/** Nothing here, in one sentence: never a blank panel. */
export const Empty = ({ children, className }: { children: ReactNode; className?: string }) => (
  <p className={classes("px-4 py-6 text-center text-ink-2", className)}>{children}</p>
);
