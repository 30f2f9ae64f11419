"use client";
/** Nobody sees a screen without a session: asks who is signed in, else leads to the sign-in page. */
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

type Answer = { user: SessionUser } | "none" | "failed" | undefined;

const retryMs = 2_000;

function useSession(): Answer {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const ask = async () => {
      try {
        const user = await fetchSession();
        if (!gone) setAnswer(user ? { user } : "none");
      } catch {
        if (gone) return;
        setAnswer("failed");
        timer = setTimeout(() => void ask(), retryMs);
      }
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return answer;
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

/** Lies over the screen when no retry helps; what was typed stays in memory until the page is left. */
function Ended() {
  const t = useTranslations("state");
  const router = useRouter();
  const connection = useConnection();
  if (connection.name !== "ended") return null;
  const { title, text } = endTexts[connection.code];
  const anew = connection.code === "protocol";
  return (
    <div className="fixed inset-0 z-50">
      <Notice title={t(title)} text={t(text)}>
        <Button look="primary" onClick={() => (anew ? window.location.reload() : router.replace("/sign-in"))}>
          {t(anew ? "reload" : "signIn")}
        </Button>
      </Notice>
    </div>
  );
}

export function Gate({ screen, children }: { screen: Screen; children: ReactNode }) {
  const answer = useSession();
  const router = useRouter();
  const t = useTranslations("state");
  useEffect(() => {
    if (answer === "none") router.replace("/sign-in");
    // A display shows the wall and nothing else.
    else if (typeof answer === "object" && answer.user.role === "display" && screen !== "wall") {
      router.replace(homeOf("display"));
    }
  }, [answer, router, screen]);
  if (answer === "failed") return <Notice title={t("failedTitle")} text={t("failedText")} />;
  if (answer === undefined || answer === "none") return <Notice title={t("connecting")} />;
  return (
    <LiveProvider screen={screen} user={answer.user}>
      {children}
      <Ended />
    </LiveProvider>
  );
}
