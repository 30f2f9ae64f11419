"use client";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";

/** A screen that failed says so and offers the one thing that helps; nothing on the server is lost by it. */
export default function ScreenFailed({ error }: { error: Error }) {
  const t = useTranslations("state");
  useEffect(() => {
    console.error("A screen failed.", error);
  }, [error]);
  return (
    <Notice title={t("brokenTitle")} text={t("brokenText")}>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t("reload")}
      </Button>
    </Notice>
  );
}
