/** `GET /api/link`: the state of the link to the partner's node, for desks and administrators. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Account } from "@/domain/actor";
import type { Role } from "@/domain/vocabulary";
import type { LinkReport } from "../link/report";
import { HttpError, sendJson } from "./answer";

const mayRead: Record<Role, boolean> = {
  officer: false,
  operator: true,
  commander: true,
  protection: true,
  auditor: true,
  admin: true,
  display: false,
  system: false,
};

export type LinkRouteOptions = {
  /** The account of the request's live session, or null. */
  accountOf: (request: IncomingMessage) => Promise<Pick<Account, "role"> | null>;
  /** Undefined where no link is set up. */
  report: (() => Promise<LinkReport>) | undefined;
};

/** Who may not read is refused before it is said whether there is a link. */
export function createLinkRoute({ accountOf, report }: LinkRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const account = await accountOf(request);
    if (!account) throw new HttpError("unauthenticated", "Not signed in.");
    if (!mayRead[account.role]) throw new HttpError("forbidden", "The link is for desks and administrators.");
    if (!report) throw new HttpError("not-found", "No link is set up.");
    sendJson(response, 200, await report());
  };
}
