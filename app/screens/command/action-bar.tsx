"use client";
/** What this role can do here and now: the most pressing first, the rest behind one button, each with its key. */
import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { useActionLabel } from "../../act/action-label";
import { type ActionName, type Offered, offers } from "../../act/actions";
import { type SendCommand, useDenialText, useSendCommand } from "../../act/send-command";
import { usePending } from "../../live/hooks/use-commands";
import { useIncident } from "../../live/hooks/use-entity";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../ui/menu";
import { useShortcuts } from "../../ui/shortcuts";
import { Tooltip } from "../../ui/tooltip";

const inSight = 2;

/** Sends what needs no question; false when it asks first. */
async function runNow(run: SendCommand, name: ActionName, entity: IncidentEntity): Promise<void> {
  switch (name) {
    case "take":
      await run("incident.take", entity.id, {});
      break;
    case "verify":
      await run("incident.verify", entity.id, {});
      break;
    case "request":
      await run("release.request", entity.id, {});
      break;
    case "review":
      await run("release.review", entity.id, {});
      break;
    case "acknowledge":
      await run("incident.acknowledge", entity.id, {});
      break;
    case "acknowledgeRecall":
      await run("release.acknowledge-recall", entity.id, {});
      break;
    case "sendPending":
      if (isIncident(entity) && entity.national?.pending) {
        await run("incident.revise", entity.id, { changes: entity.national.pending });
      }
      break;
    default:
      throw new Error(`${name} asks first`);
  }
}

function ActionButton({
  offered,
  primary,
  sending,
  onAct,
}: {
  offered: Offered;
  primary: boolean;
  sending: boolean;
  onAct: () => void;
}) {
  const label = useActionLabel();
  const state = useTranslations("state");
  const denialText = useDenialText();
  const { name, icon: Icon, key, denial, destructive } = offered;
  const button = (
    <Button
      look={primary && !denial ? "primary" : destructive ? "grave" : "outline"}
      className="min-w-0 flex-auto px-2.5"
      aria-disabled={denial !== undefined || sending}
      data-action={name}
      onClick={() => denial === undefined && !sending && onAct()}
    >
      <Icon size={15} aria-hidden />
      <span className="truncate">{sending ? state("sending") : label(name)}</span>
      <kbd className="border-current text-inherit opacity-75">{key}</kbd>
    </Button>
  );
  return denial ? <Tooltip text={denialText(denial)}>{button}</Tooltip> : button;
}

function MoreActions({ offered, onAct }: { offered: readonly Offered[]; onAct: (name: ActionName) => void }) {
  const label = useActionLabel();
  const detail = useTranslations("detail");
  const denialText = useDenialText();
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="square" aria-label={detail("more")}>
          <Ellipsis size={17} aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-80">
        {offered.map(({ name, icon: Icon, key, denial, destructive }) => (
          <MenuItem
            key={name}
            data-action={name}
            disabled={denial !== undefined}
            onSelect={() => onAct(name)}
          >
            <Icon
              size={15}
              aria-hidden
              className={destructive && !denial ? "text-clock-alarm" : "text-ink-2"}
            />
            <span className="min-w-0 flex-1">
              {label(name)}
              {denial ? <span className="block text-desk-note text-ink-3">{denialText(denial)}</span> : null}
            </span>
            <kbd>{key}</kbd>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

type Props = { id: string; onAsk: (name: ActionName) => void };

export function ActionBar({ id, onAsk }: Props) {
  const t = useTranslations("act");
  const { client, user } = useLive();
  const entity = useIncident(id);
  const pending = usePending(id);
  const run = useSendCommand();
  const offered = entity ? offers(client.store, user, entity) : [];
  const act = (name: ActionName) => {
    const found = offered.find((offer) => offer.name === name);
    if (!entity || !found || found.denial) return;
    if (found.needsForm) onAsk(name);
    else if (!pending.some(({ type }) => type === found.type)) void runNow(run, name, entity);
  };
  // Two actions may share a key when they can never be offered together; the first offered one has it.
  useShortcuts(Object.fromEntries([...offered].reverse().map(({ key, name }) => [key, () => act(name)])));
  if (offered.length === 0)
    return <p className="border-t px-4 py-3 text-desk-note text-ink-3">{t("none")}</p>;
  const possible = [...offered].sort((a, b) => Number(Boolean(a.denial)) - Number(Boolean(b.denial)));
  const shown = possible.slice(0, inSight);
  const rest = possible.slice(inSight);
  return (
    <div role="toolbar" aria-label={t("done")} className="flex gap-2 border-t px-4 pt-2.5 pb-3">
      {shown.map((offer, index) => (
        <ActionButton
          key={offer.name}
          offered={offer}
          primary={index === 0}
          sending={pending.some(({ type }) => type === offer.type)}
          onAct={() => act(offer.name)}
        />
      ))}
      {rest.length > 0 ? <MoreActions offered={rest} onAct={act} /> : null}
    </div>
  );
}
