/** `node --import tsx --import ./tests/support/next-version/register.mjs …` runs the next version. */
import { register } from "node:module";

register("./load.mjs", import.meta.url);
