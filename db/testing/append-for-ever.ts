/** Appends events until it is killed, printing their number after each commit. Argument: the data folder. */
import { connect } from "../connect";
import { createLog } from "../log/log";
import { pendingOf } from "./pending";

const log = createLog(await connect({ dataDir: process.argv[2] ?? "" }));
for (let count = 1; ; count += 1) {
  await log.transact(async (tx) => {
    tx.chain([pendingOf("KH", "national")]);
    await tx.flush([]);
  });
  process.stdout.write(`${count}\n`);
}
