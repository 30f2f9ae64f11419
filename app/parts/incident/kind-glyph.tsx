import type { Kind } from "@/domain/vocabulary";
import { glyphOfKind, glyphPath } from "../../map/symbols/catalogue";
import { Glyph } from "../../ui/glyph";

type Props = { kind: Kind; size: number; className?: string };

/** The sign of a kind of incident, beside its word. */
export const KindGlyph = ({ kind, ...glyph }: Props) => (
  <Glyph path={glyphPath(glyphOfKind[kind])} {...glyph} />
);
