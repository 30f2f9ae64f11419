"use client";
/** Sends a command and says in words what became of it. */
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { CommandBody, CommandType } from "@/domain/commands";
import type { Vector } from "@/domain/envelope";
import { type DenialReason, denialReasons, type WireError } from "@/domain/errors";
import { sentences } from "@/domain/protocol/sentences";
import { usePreferences } from "../i18n/provider";
import { useSend } from "../live/hooks/use-commands";
import { toast } from "../ui/toast";

const isReason = (reason: string | undefined): reason is DenialReason =>
  reason !== undefined && Object.hasOwn(denialReasons, reason);

/** What is wrong and what to do next, in the language of the screen. */
export function useErrorText(): (error: WireError) => string {
  const t = useTranslations("error");
  const { language } = usePreferences();
  return useCallback(
    ({ code, message, reason, path }) => {
      if (isReason(reason)) return sentences[reason][language].replace("{path}", path ?? "?");
      return message || t(code);
    },
    [t, language],
  );
}

/** The sentence for a denial that a rehearsal gave. */
export function useDenialText(): (reason: DenialReason) => string {
  const { language } = usePreferences();
  return useCallback((reason) => sentences[reason][language].replace("{path}", ""), [language]);
}

export type SendCommand = <Type extends CommandType>(
  type: Type,
  subject: string,
  body: CommandBody<Type>,
  basis?: Vector,
) => Promise<boolean>;

/** True when its event has come back; otherwise the error has been said. */
export function useSendCommand(): SendCommand {
  const send = useSend();
  const errorText = useErrorText();
  return useCallback(
    async (type, subject, body, basis) => {
      const outcome = await send(type, subject, body, basis);
      if (!outcome.ok) toast("bad", errorText(outcome.error));
      return outcome.ok;
    },
    [send, errorText],
  );
}
