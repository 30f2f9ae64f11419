"use client";
/** What came back, in words: "answered: declined", "unit declined", "2 messages". */
import { useTranslations } from "use-intl";
import type { What } from "@/domain/news";
import type { Unseen } from "@/domain/pending-actions/unseen";

/** The words for one kind, and for how many of it. */
export function useWhatText(): (what: What, count?: number) => string {
  const t = useTranslations("unseen.what");
  return (what, count = 1) => t(what, { count });
}

/** The gravest kind in words, and how many of other kinds there are beside it. */
export function useUnseenText(): (unseen: readonly Pick<Unseen, "what">[]) => string {
  const text = useWhatText();
  return (unseen) => {
    const [gravest] = unseen;
    if (!gravest) return "";
    const alike = unseen.filter(({ what }) => what === gravest.what).length;
    const others = unseen.length - alike;
    return others > 0 ? `${text(gravest.what, alike)} +${others}` : text(gravest.what, alike);
  };
}
