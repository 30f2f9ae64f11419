/** Node's load hook that gives the changed files as the next version has them. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { changes, nextVersionOf } from "./changes.mjs";

const root = new URL("../../../", import.meta.url).href;

export async function load(url, context, nextLoad) {
  const [address] = url.split("?");
  const file = address.startsWith(root) ? address.slice(root.length) : "";
  if (!Object.hasOwn(changes, file)) return nextLoad(url, context);
  const text = await readFile(fileURLToPath(address), "utf8");
  const { code } = await transform(nextVersionOf(file, text), {
    loader: "ts",
    format: "esm",
    target: "node20",
  });
  return { format: "module", source: code, shortCircuit: true };
}
