"use client";
/** What is to be decided about the link, or is off with it: over the desk's and the administrator's screen until it is not so. */
import { CircleAlert, Clock, Hourglass, type LucideIcon, RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { type LinkNotice, linkNotices } from "@/domain/freshness/link-notices";
import { foldVersion } from "@/domain/protocol/version";
import { partnerOf } from "@/domain/vocabulary";
import { useHeads } from "../../live/hooks/use-connection";
import { useUser } from "../../live/hooks/use-live";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { HeldDialog } from "./held-dialog";
import { useHeldReason } from "./held-reason";

type StripProps = {
  name: LinkNotice["name"];
  icon: LucideIcon;
  alarm: boolean;
  title: string;
  text: string;
  children?: ReactNode;
};

function Strip({ name, icon: Icon, alarm, title, text, children }: StripProps) {
  return (
    <section
      role={alarm ? "alert" : "status"}
      data-testid="link-notice"
      data-name={name}
      className={classes(
        "flex items-center gap-3 border-b px-4 py-2",
        alarm ? "bg-down text-on-down" : "bg-surface-2 text-ink-1",
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 flex-1 text-desk-body">
        <b className="font-bold">{title}</b> <span className="break-words">{text}</span>
      </p>
      {children}
    </section>
  );
}

/** A button on a strip takes the strip's colours, so that it can be read on either. */
const onStrip = "shrink-0 border-current bg-transparent text-current hover:bg-transparent hover:underline";

function Waiting({ notice }: { notice: Extract<LinkNotice, { waits: unknown }> }) {
  const t = useTranslations("link");
  const country = useTranslations("country")(partnerOf(useUser().country));
  const reasonOf = useHeldReason();
  const [open, setOpen] = useState(false);
  const { waits } = notice;
  const alarm = notice.name === "quarantined";
  const named = [t("number", { seq: waits.seq }), waits.type, reasonOf(waits)].filter(Boolean).join(" · ");
  return (
    <>
      <Strip
        name={notice.name}
        icon={alarm ? CircleAlert : Hourglass}
        alarm={alarm}
        title={t(alarm ? "quarantinedTitle" : "heldTitle", { country })}
        text={named}
      >
        <Button className={onStrip} onClick={() => setOpen(true)}>
          {t("look")}
        </Button>
      </Strip>
      {open ? <HeldDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Notice({ notice }: { notice: LinkNotice }) {
  const t = useTranslations("link");
  const state = useTranslations("state");
  const country = useTranslations("country")(partnerOf(useUser().country));
  switch (notice.name) {
    case "quarantined":
    case "held":
      return <Waiting notice={notice} />;
    case "clock": {
      const title = t("clockTitle", { country, seconds: notice.offset.seconds });
      return <Strip name="clock" icon={Clock} alarm title={title} text={t("clockText")} />;
    }
    case "reload":
      return (
        <Strip name="reload" icon={RefreshCw} alarm={false} title={t("reloadTitle")} text={t("reloadText")}>
          <Button className={onStrip} onClick={() => window.location.reload()}>
            {state("reload")}
          </Button>
        </Strip>
      );
  }
}

export function LinkNotices() {
  const notices = linkNotices(useHeads(), foldVersion);
  return notices.map((notice) => <Notice key={notice.name} notice={notice} />);
}
