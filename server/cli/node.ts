/**
 * `npm run node -- <command>`: links this node to its partner's. Every command may be run again.
 * Exit code 0 when done or well, 1 when not well, 2 with a sentence when it could not be done.
 */
import { runNodeCommand } from "./node-commands";
import { runTool } from "./terminal";

await runTool(async () =>
  runNodeCommand(process.argv.slice(2), process.env, (...lines) => {
    for (const line of lines) console.log(line);
  }),
);
