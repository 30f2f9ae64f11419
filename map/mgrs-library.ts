/** The mgrs package for every loader: Node sees CommonJS behind a default export, bundlers see named exports. */
import * as named from "mgrs";

type Library = Pick<typeof named, "forward" | "toPoint">;

const inner: unknown = "default" in named ? named.default : undefined;

function isLibrary(value: unknown): value is Library {
  return typeof value === "object" && value !== null && "forward" in value && "toPoint" in value;
}

export const mgrs: Library = isLibrary(inner) ? inner : named;
