import type { Kind } from "@/domain/vocabulary";
import { glyphOfKind, glyphPath } from "../../map/symbols/catalogue";
import { classes } from "../../ui/classes";

/** The sign of a kind alone, beside its word. */
export const KindGlyph = ({ kind, size, className }: { kind: Kind; size: number; className?: string }) => (
  <svg
    aria-hidden
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    className={classes("shrink-0", className)}
  >
    <path d={glyphPath(glyphOfKind[kind])} />
  </svg>
);
