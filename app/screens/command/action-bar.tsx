"use client";
/** What this account can do here and now: the most urgent first, the rest behind one button, each with its key. */
import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Incident, Tombstone } from "@/domain/incident/schema";
import { type IncidentActionName, useActionLabel } from "../../act/action-label";
import type { ActionName } from "../../act/actions";
import { DenialTooltip } from "../../act/denial";
import { type Offer, offers, sendImmediate } from "../../act/offers";
import { useDenialText, useSendCommand } from "../../act/send-command";
import { useSendingText } from "../../act/sending";
import type { Pending } from "../../live/commands";
import { usePending } from "../../live/hooks/use-commands";
import { useLive } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../ui/menu";
import { useShortcuts } from "../../ui/shortcuts";

type AnyOffer = Offer<IncidentActionName>;

const inSight = 2;

type ButtonProps = { offer: AnyOffer; primary: boolean; pending: Pending | undefined; onAct: () => void };

function ActionButton({ offer, primary, pending, onAct }: ButtonProps) {
  const label = useActionLabel();
  const sending = useSendingText()(pending);
  const { name, icon: Icon, key, denial, destructive } = offer;
  return (
    <DenialTooltip denial={denial}>
      <Button
        look={primary && !denial ? "primary" : destructive ? "destructive" : "outline"}
        className="min-w-0 flex-auto px-2.5"
        aria-disabled={denial !== undefined || pending !== undefined}
        data-action={name}
        onClick={() => denial === undefined && !pending && onAct()}
      >
        {Icon ? <Icon size={15} aria-hidden /> : null}
        <span className="truncate">{sending ?? label(name)}</span>
        <kbd className="border-current text-inherit opacity-75">{key}</kbd>
      </Button>
    </DenialTooltip>
  );
}

function ActionItem({ offer, onAct }: { offer: AnyOffer; onAct: () => void }) {
  const label = useActionLabel();
  const denialText = useDenialText();
  const { name, icon: Icon, key, denial, destructive } = offer;
  return (
    <MenuItem data-action={name} disabled={denial !== undefined} onSelect={onAct}>
      {Icon ? (
        <Icon size={15} aria-hidden className={destructive && !denial ? "text-clock-alarm" : "text-ink-2"} />
      ) : null}
      <span className="min-w-0 flex-1">
        {label(name)}
        {denial ? <span className="block text-desk-note text-ink-3">{denialText(denial)}</span> : null}
      </span>
      <kbd>{key}</kbd>
    </MenuItem>
  );
}

type MoreProps<Name extends IncidentActionName> = {
  offered: readonly Offer<Name>[];
  onAct: (offer: Offer<Name>) => void;
};

function MoreActions<Name extends IncidentActionName>({ offered, onAct }: MoreProps<Name>) {
  const detail = useTranslations("detail");
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="square" aria-label={detail("more")}>
          <Ellipsis size={17} aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-80">
        {offered.map((offer) => (
          <ActionItem key={offer.name} offer={offer} onAct={() => onAct(offer)} />
        ))}
      </MenuContent>
    </Menu>
  );
}

type BarProps<Name extends IncidentActionName> = {
  subject: string;
  offered: readonly Offer<Name>[];
  onOpenForm?: (name: Name) => void;
};

function ActionBar<Name extends IncidentActionName>({ subject, offered, onOpenForm }: BarProps<Name>) {
  const t = useTranslations("act");
  const pending = usePending(subject);
  const send = useSendCommand();
  const pendingOf = (offer: Offer<Name>) => pending.find(({ type }) => type === offer.type);
  const act = (offer: Offer<Name>) => {
    if (offer.denial) return;
    if (!offer.immediate) onOpenForm?.(offer.name);
    else if (!pendingOf(offer)) void sendImmediate(send, offer.immediate);
  };
  // Two actions may share a key when they can never be offered together; the first offered one has it.
  useShortcuts(Object.fromEntries([...offered].reverse().map((offer) => [offer.key, () => act(offer)])));
  if (offered.length === 0)
    return <p className="border-t px-4 py-3 text-desk-note text-ink-3">{t("none")}</p>;
  const possible = [...offered].sort((a, b) => Number(Boolean(a.denial)) - Number(Boolean(b.denial)));
  const rest = possible.slice(inSight);
  return (
    <div role="toolbar" aria-label={t("done")} className="flex gap-2 border-t px-4 pt-2.5 pb-3">
      {possible.slice(0, inSight).map((offer, index) => (
        <ActionButton
          key={offer.name}
          offer={offer}
          primary={index === 0}
          pending={pendingOf(offer)}
          onAct={() => act(offer)}
        />
      ))}
      {rest.length > 0 ? <MoreActions offered={rest} onAct={act} /> : null}
    </div>
  );
}

type IncidentProps = { incident: Incident; onOpenForm: (name: ActionName<"incident">) => void };

export function IncidentActionBar({ incident, onOpenForm }: IncidentProps) {
  const { client, user } = useLive();
  const offered = offers("incident", { entity: incident, user, store: client.store });
  return <ActionBar subject={incident.id} offered={offered} onOpenForm={onOpenForm} />;
}

/** Of an incident that was recalled: nothing that is done to it needs a form. */
export function RecalledActionBar({ tombstone }: { tombstone: Tombstone }) {
  const { client, user } = useLive();
  const offered = offers("recalled", { entity: tombstone, user, store: client.store });
  return <ActionBar subject={tombstone.id} offered={offered} />;
}
