import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { defaultClockConfig } from "@/domain/clock/config";
import { type Role, roles } from "@/domain/vocabulary";
import type { LinkReport } from "../link/report";
import { HttpError, sendError } from "./answer";
import { createLinkRoute, type LinkRouteOptions } from "./link-route";

const report: LinkReport = {
  state: "behind",
  since: "2026-10-14T00:12:00.000Z",
  behind: { events: 3, seconds: 12 },
  waiting: 3,
  certificateDays: 700,
  clocks: { KH: defaultClockConfig, LA: { ...defaultClockConfig, review: 60 } },
};

let server: Server | undefined;
afterEach(() => server?.close());

/** Asks once; the cookie is the role of who asks. */
async function ask(role: Role | "", options: Pick<LinkRouteOptions, "report">) {
  const accountOf: LinkRouteOptions["accountOf"] = async ({ headers: { cookie } }) => {
    const found = roles.find((one) => one === cookie);
    return found ? { role: found } : null;
  };
  const handle = createLinkRoute({ accountOf, ...options });
  const started = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (error instanceof HttpError) sendError(response, error);
      else response.destroy();
    });
  });
  server = started;
  await new Promise<void>((resolve) => void started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/link`, { headers: { cookie: role } });
  return { status: answer.status, body: await answer.json() };
}

describe("GET /api/link", () => {
  it.each(["operator", "commander", "protection", "auditor", "admin"] as const)(
    "answers the %s",
    async (role) => {
      expect(await ask(role, { report: async () => report })).toEqual({ status: 200, body: report });
    },
  );

  it.each(["officer", "display", "system"] as const)(
    "refuses the %s, whether there is a link or not",
    async (role) => {
      expect((await ask(role, { report: async () => report })).status).toBe(403);
      expect((await ask(role, { report: undefined })).status).toBe(403);
    },
  );

  it("answers nobody who is not signed in", async () => {
    expect((await ask("", { report: async () => report })).status).toBe(401);
  });

  it("says that there is none where none is set up", async () => {
    const { status, body } = await ask("admin", { report: undefined });
    expect([status, body.error.code]).toEqual([404, "not-found"]);
  });
});
