"use client";
/** Requests that have ended, the latest in sight and the rest behind one press. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Request } from "@/domain/request/schema";
import { useFormats } from "../../i18n/format";
import { useNow } from "../../live/ticker";
import { useReasonText } from "../incident/reason-text";
import { useRequestTitle } from "./request-labels";

/** An ended request in one line: what, how it ended, by whom, and with what result or reason. */
function EndedRequest({ request }: { request: Request }) {
  const t = useTranslations("request");
  const status = useTranslations("requestStatus");
  const title = useRequestTitle();
  const { moment } = useFormats();
  const now = useNow(60_000);
  const reasonText = useReasonText();
  const { asked, answered } = request;
  const byAsker = request.status === "withdrawn" || asked.state === "counter-refused";
  const { at, desk } = byAsker ? asked : answered;
  const isCompleted = request.status === "completed";
  const text = isCompleted ? answered.result : byAsker ? asked.reason : answered.reason;
  const outcome = text && t(isCompleted ? "result" : "reason", { text: reasonText(text) });
  return (
    <p
      className="text-desk-body break-words text-ink-2"
      data-testid="ended-request"
      data-status={request.status}
    >
      <b className="font-semibold text-ink-1">{title(request)}</b>: {status(request.status)}, {desk}{" "}
      {at ? moment(at, now) : null}
      {outcome ? ` · ${outcome}` : null}
    </p>
  );
}

/** More ended ones than these wait behind one press. */
const endedInSight = 2;

export function EndedRequests({ requests }: { requests: readonly Request[] }) {
  const t = useTranslations("request");
  const [all, showAll] = useState(false);
  const Chevron = all ? ChevronDown : ChevronRight;
  return (
    <>
      {(all ? requests : requests.slice(0, endedInSight)).map((request) => (
        <EndedRequest key={request.id} request={request} />
      ))}
      {requests.length > endedInSight ? (
        <button
          type="button"
          aria-expanded={all}
          className="flex items-center gap-1 text-left text-desk-note text-ink-2 hover:text-ink-1"
          onClick={() => showAll(!all)}
        >
          <Chevron size={14} aria-hidden /> {t("ended", { count: requests.length })}
        </button>
      ) : null}
    </>
  );
}
