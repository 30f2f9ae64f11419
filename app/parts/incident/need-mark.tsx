"use client";
/** What an incident needs of this account, as a sign and a word. */
import {
  ArrowLeftRight,
  ArrowRight,
  BadgeCheck,
  CircleSlash2,
  Handshake,
  type LucideIcon,
  MessageCircleWarning,
  PencilLine,
  ShieldAlert,
  Siren,
  Undo2,
  UserRoundPlus,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Need } from "@/domain/pending-actions/needs";

const needIcons: Record<Need, LucideIcon> = {
  "answer-request": Handshake,
  "read-request": MessageCircleWarning,
  "answer-counter": Handshake,
  "cancel-task": CircleSlash2,
  "stand-down": CircleSlash2,
  "answer-transfer": ArrowLeftRight,
  "complete-transfer": ArrowLeftRight,
  "confirm-handover": BadgeCheck,
  "assign-unit": UserRoundPlus,
  "complete-request": Handshake,
  "decide-proposal": PencilLine,
  "clear-protection": ShieldAlert,
  read: MessageCircleWarning,
  approve: ArrowRight,
  review: Siren,
  "acknowledge-recall": Undo2,
  "send-revision": ArrowRight,
  verify: MessageCircleWarning,
};

export function NeedMark({ need }: { need: Need }) {
  const t = useTranslations("need");
  const Icon = needIcons[need];
  return (
    <span className="ml-auto inline-flex min-w-0 items-center gap-1 font-semibold text-clock-warn">
      <Icon size={13} aria-hidden className="shrink-0" />
      <span className="truncate">{t(need)}</span>
    </span>
  );
}
