"use client";
/** What must not be overlooked about an incident: danger to life, protection, an urgent release, what waits to be sent. */
import { Send, ShieldAlert, Siren } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Incident } from "@/domain/incident/schema";
import { Fact } from "./fact";

export function Flags({ incident }: { incident: Incident }) {
  const t = useTranslations("detail");
  const field = useTranslations("field");
  const { national } = incident;
  const pending = Object.keys(national?.pending ?? {}) as (keyof NonNullable<typeof national>["pending"] &
    Parameters<typeof field>[0])[];
  const urgent = national?.approved?.urgent;
  return (
    <>
      {incident.dangerToLife ? (
        <Fact icon={Siren} tone="text-clock-alarm">
          <b className="font-semibold text-clock-alarm">{t("danger")}</b>
        </Fact>
      ) : null}
      {national?.protection ? (
        <Fact icon={ShieldAlert} tone={national.protection === "raised" ? "text-stale" : undefined}>
          <span className={national.protection === "raised" ? "font-semibold text-stale" : ""}>
            {t(national.protection === "raised" ? "protection" : "protectionCleared")}
          </span>
        </Fact>
      ) : null}
      {urgent && !urgent.reviewed && national?.approved ? (
        <Fact icon={Siren} tone="text-stale">
          <span className="font-semibold text-stale">
            {t("urgentReview", { desk: national.approved.desk })}
          </span>
        </Fact>
      ) : null}
      {national?.refused ? <Fact icon={ShieldAlert}>{t("refused", national.refused)}</Fact> : null}
      {pending.length > 0 ? (
        <Fact icon={Send} tone="text-stale">
          <span className="font-semibold text-stale">
            {t("pending", { fields: pending.map((name) => field(name)).join(", ") })}
          </span>
        </Fact>
      ) : null}
    </>
  );
}
