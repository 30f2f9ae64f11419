/** A load process: runs screens and senders apart from the server, so that the server is measured and not its clients. */
import { Crews } from "./crews";
import type { Call, Reply, Request } from "./protocol";
import { flood, pace } from "./senders";
import { Watchers } from "./watchers";

const watchers = new Watchers();
const crews = new Crews();

async function answer(call: Call): Promise<unknown> {
  switch (call.name) {
    case "open":
      return watchers.open(call.input, call.input.count);
    case "close":
      crews.close();
      return watchers.close();
    case "crews":
      return crews.open(call.input.address, call.input.crews);
    case "report":
      return crews.report(call.input);
    case "watch":
      return watchers.watch();
    case "seen":
      return watchers.seen(call.input);
    case "pace":
      return pace(call.input, call.input.work, call.input.perSecond, call.input.count);
    case "flood":
      return flood(call.input, call.input.work, call.input);
    case "arrivals":
      return watchers.arrivals(call.input);
    case "bytes":
      return watchers.bytes();
    case "sample":
      return watchers.sample();
  }
}

process.on("message", ({ id, call }: Request) => {
  const reply = (part: Omit<Reply, "id">) => void process.send?.({ id, ...part });
  answer(call).then(
    (result) => reply({ result }),
    (error: unknown) => reply({ result: undefined, error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
