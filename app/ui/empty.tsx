import type { ReactNode } from "react";
import { classes } from "./classes";

/** What an empty panel says instead of staying blank. */
export const Empty = ({ children, className }: { children: ReactNode; className?: string }) => (
  <p className={classes("px-4 py-6 text-center text-ink-2", className)}>{children}</p>
);
