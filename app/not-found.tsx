"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";

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
