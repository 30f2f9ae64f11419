"use client";
/** Sends a command and shows an error in the language of the screen. */
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

/** What went wrong and what to do next, in the language of the screen. */
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

/** The sentence for a denial that `canSend` gave. */
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

/** Resolves to true once the command's events are in the picture; to false once its error was shown. */
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
