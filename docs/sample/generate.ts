/** Writes the sample files: `node --import tsx docs/sample/generate.ts`. */
import { writeFileSync } from "node:fs";
import { sampleFiles } from "./rows";

for (const [name, text] of Object.entries(sampleFiles())) writeFileSync(new URL(name, import.meta.url), text);
