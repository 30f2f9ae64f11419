"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { languageCookie } from "../../i18n/languages";
import { usePreferences } from "../../i18n/provider";
import { useExercise } from "../../live/mode";
import { fetchSession, homeOf, type SessionUser } from "../../live/session";
import { type SignInFailure, signIn } from "../../live/sign-in";
import { LanguageMenu, ThemeButton } from "../../parts/account/preferences";
import { ExerciseMark, ExerciseStrip } from "../../ui/exercise";
import { DemoAccounts } from "./demo-accounts";
import { SignInForm } from "./form";

/** Redirects a signed-in user. The account's language counts until another one was chosen on this machine. */
function useEnter(): (user: SessionUser) => Promise<void> {
  const router = useRouter();
  const { setLanguage } = usePreferences();
  return async (user) => {
    const chosen = document.cookie.includes(`${languageCookie}=`);
    if (!chosen) await setLanguage(user.lang);
    router.replace(homeOf(user.role));
  };
}

export function SignIn() {
  const t = useTranslations("signIn");
  const exercise = useExercise();
  const enter = useEnter();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<SignInFailure>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    void fetchSession()
      .then((user) => (user ? enter(user) : undefined))
      .catch(() => setFailure("unreachable"));
  }, []);

  const submit = async (username: string, password: string) => {
    setBusy(username);
    setFailure(undefined);
    const answer = await signIn(username, password);
    if (answer.ok) return enter(answer.user);
    setFailure(answer.failure);
    setBusy(undefined);
  };

  return (
    <div className="flex min-h-dvh flex-col bg-surface-0">
      {exercise ? <ExerciseStrip /> : null}
      <header className="flex items-center gap-3 px-5 py-3">
        {exercise ? <ExerciseMark className="text-desk-note" /> : null}
        <span className="flex-1" />
        <LanguageMenu />
        <ThemeButton />
      </header>
      <main className="mx-auto grid w-full max-w-5xl flex-1 content-center gap-x-14 gap-y-8 px-5 pb-16 md:grid-cols-[320px_1fr]">
        <div>
          <h1 className="text-desk-display font-semibold">Sekong</h1>
          <p className="mt-1 text-ink-2">{t("about")}</p>
          <SignInForm busy={busy !== undefined} failure={failure} onSubmit={submit} />
        </div>
        {exercise ? <DemoAccounts busy={busy} onPick={submit} /> : null}
      </main>
    </div>
  );
}
