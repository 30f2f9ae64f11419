"use client";
/** No screen without a session: fetches who is signed in, else redirects to the sign-in page. */
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { EndCode } from "@/domain/freshness/connection";
import type { Screen } from "@/domain/protocol/up";
import { useConnection } from "../live/hooks/use-connection";
import { LiveProvider } from "../live/hooks/use-live";
import { fetchSession, homeOf, type SessionUser } from "../live/session";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

type Session = { user: SessionUser } | "none" | "failed" | undefined;

const retryMs = 2_000;

function useSession(): Session {
  const [session, setSession] = useState<Session>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const ask = async () => {
      try {
        const user = await fetchSession();
        if (!gone) setSession(user ? { user } : "none");
      } catch {
        if (gone) return;
        setSession("failed");
        timer = setTimeout(() => void ask(), retryMs);
      }
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return session;
}

type EndText = {
  title: "endedTitle" | "forbiddenTitle" | "protocolTitle";
  text: "endedText" | "forbiddenText" | "protocolText";
};
const endTexts: Record<EndCode, EndText> = {
  unauthenticated: { title: "endedTitle", text: "endedText" },
  forbidden: { title: "forbiddenTitle", text: "forbiddenText" },
  protocol: { title: "protocolTitle", text: "protocolText" },
};

/** Covers the screen when no retry helps; what was typed stays in memory until the page is left. */
function Ended() {
  const t = useTranslations("state");
  const router = useRouter();
  const connection = useConnection();
  if (connection.name !== "ended") return null;
  const { title, text } = endTexts[connection.code];
  const isReload = connection.code === "protocol";
  return (
    <div className="fixed inset-0 z-50">
      <Notice title={t(title)} text={t(text)}>
        <Button
          look="primary"
          onClick={() => (isReload ? window.location.reload() : router.replace("/sign-in"))}
        >
          {t(isReload ? "reload" : "signIn")}
        </Button>
      </Notice>
    </div>
  );
}

export function Gate({ screen, children }: { screen: Screen; children: ReactNode }) {
  const session = useSession();
  const router = useRouter();
  const t = useTranslations("state");
  useEffect(() => {
    if (session === "none") router.replace("/sign-in");
    // A display shows the wall and nothing else.
    else if (typeof session === "object" && session.user.role === "display" && screen !== "wall") {
      router.replace(homeOf("display"));
    }
  }, [session, router, screen]);
  if (session === "failed") return <Notice title={t("failedTitle")} text={t("failedText")} />;
  if (session === undefined || session === "none") return <Notice title={t("connecting")} />;
  return (
    <LiveProvider screen={screen} user={session.user}>
      {children}
      <Ended />
    </LiveProvider>
  );
}
