"use client";
/**
 * A report whose answer was lost had arrived: its reference, and what was changed since, to be sent as a revision.
 * Nothing that was typed is lost, a danger to life least of all.
 */
import { CircleCheckBig, PencilLine } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { type SendCommand, useSendCommand } from "../../act/send-command";
import { usePreferences } from "../../i18n/provider";
import { newSubject } from "../../live/commands";
import { useLive } from "../../live/hooks/use-live";
import type { SessionUser } from "../../live/session";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { type FactName, factNames, useFactText } from "../incident/fact-text";
import type { Draft } from "./draft";
import { type EditSince, editSince, isSame } from "./edit-since";
import type { Attempted } from "./report-outbox";

type Props = {
  record: Incident;
  draft: Draft;
  attempts: Attempted["attempts"];
  /** Large, for a thumb. */
  field?: boolean;
  /** Called once nothing of the report is left to send. */
  onDone: () => void;
  /** Called when it was meant as another incident. */
  onAnother: () => void;
};

/** A note is a desk's; what an officer adds is a message on the incident. */
function sendNote(
  send: SendCommand,
  user: SessionUser,
  id: string,
  text: EditSince["note"],
  lang: "en" | "km" | "lo",
) {
  const body = { text: { text, lang } };
  return user.role === "officer"
    ? send("message.post", newSubject(user.country), { incidentId: id, ...body })
    : send("incident.note", id, body);
}

/** Sends what differs; true once all of it was accepted. */
function useSendEdit({ id }: Incident, { changes, note }: EditSince): () => Promise<boolean> {
  const { client, user } = useLive();
  const { language } = usePreferences();
  const send = useSendCommand();
  return async () => {
    const basis = client.store.vector;
    const hasChanges = Object.keys(changes).length > 0;
    const revised = !hasChanges || (await send("incident.revise", id, { changes }, basis));
    return revised && (note === "" || (await sendNote(send, user, id, note, language)));
  };
}

function Differences({ edit: { changes, note } }: { edit: EditSince }) {
  const t = useTranslations("report");
  const fields = useTranslations("field");
  const text = useFactText();
  const { protection, ...facts } = changes;
  const names = factNames.filter((name: FactName) => facts[name] !== undefined);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
      {names.map((name) => (
        <div key={name} className="contents" data-field={name}>
          <dt className="text-ink-2">{fields(name)}</dt>
          <dd className="font-semibold">{text(facts, name)}</dd>
        </div>
      ))}
      {protection ? <dd className="col-span-2 font-semibold">{t("protection")}</dd> : null}
      {note ? (
        <div className="contents">
          <dt className="text-ink-2">{t("note")}</dt>
          <dd className="font-semibold break-words">{note}</dd>
        </div>
      ) : null}
    </dl>
  );
}

export function AlreadyReported({ record, draft, attempts, field = false, onDone, onAnother }: Props) {
  const t = useTranslations("report");
  const { store } = useLive().client;
  const edit = editSince(record, draft, attempts, store.time.now());
  const send = useSendEdit(record, edit);
  const [isSending, setIsSending] = useState(false);
  const same = isSame(edit);
  const submit = async () => {
    setIsSending(true);
    const sent = await send();
    setIsSending(false);
    if (sent) onDone();
  };
  const button = field ? "h-14 text-field-body" : "";
  return (
    <section
      role="alert"
      data-testid="already-reported"
      data-ref={record.ref}
      className={classes(
        "grid gap-2",
        field ? "border-b bg-surface-2 px-4 py-2.5 text-field-body" : "text-desk-body",
      )}
    >
      <p>
        <b className="flex items-center gap-2 font-semibold">
          <CircleCheckBig size={18} aria-hidden className="shrink-0" />
          {t("arrived", { ref: record.ref })}
        </b>
        {t(same ? "arrivedSame" : "arrivedChanged")}
      </p>
      {same ? null : <Differences edit={edit} />}
      <div className="flex flex-wrap gap-2">
        {same ? (
          <Button look="primary" className={button} onClick={onDone}>
            {t("arrivedDone")}
          </Button>
        ) : (
          <Button
            look="primary"
            data-testid="send-edit"
            className={button}
            disabled={isSending}
            onClick={() => void submit()}
          >
            <PencilLine size={17} aria-hidden /> {t(isSending ? "submitting" : "sendEdit")}
          </Button>
        )}
        <Button className={button} disabled={isSending} onClick={onAnother}>
          {t("asAnother")}
        </Button>
      </div>
    </section>
  );
}
