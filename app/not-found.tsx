"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Notice } from "./shell/notice";
import { Button } from "./ui/button";

export default function NotFound() {
  const t = useTranslations("state");
  return (
    <Notice title={t("notFoundTitle")}>
      <Button asChild look="primary">
        <Link href="/sign-in">{t("backHome")}</Link>
      </Button>
    </Notice>
  );
}
