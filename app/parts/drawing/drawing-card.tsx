"use client";
/** One drawing as text: its owner, its audience, its expiry; the owner can change and remove it. */
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Drawing } from "@/domain/drawing/schema";
import { roleMay } from "@/domain/permissions";
import { useSendCommand } from "../../act/send-command";
import { useFormats } from "../../i18n/format";
import { useUser } from "../../live/hooks/use-live";
import { useNow } from "../../live/ticker";
import { Button } from "../../ui/button";
import { CountryPlate } from "../../ui/country";

type Props = {
  drawing: Drawing;
  onShape: () => void;
  onDetails: () => void;
  onClose: () => void;
};

function Actions({ drawing, onShape, onDetails, onClose }: Props) {
  const t = useTranslations("draw");
  const user = useUser();
  const send = useSendCommand();
  const commander = user.role === "commander";
  const may = user.country === drawing.owner && roleMay(user.role, "drawing.put");
  if (!may || (drawing.shared && !commander)) return null;
  const remove = async () => {
    if (await send("drawing.remove", drawing.id, {})) onClose();
  };
  return (
    <div className="flex flex-wrap gap-2 pt-2">
      <Button size="small" onClick={onShape}>
        {t("editShape")}
      </Button>
      <Button size="small" onClick={onDetails}>
        {t("editDetails")}
      </Button>
      <Button size="small" look="destructive" onClick={() => void remove()}>
        {t("remove")}
      </Button>
    </div>
  );
}

export function DrawingCard(props: Props) {
  const { drawing, onClose } = props;
  const t = useTranslations("draw");
  const act = useTranslations("act");
  const { moment } = useFormats();
  const now = useNow();
  return (
    <section
      aria-label={t("drawings")}
      data-testid="drawing-card"
      className="absolute bottom-14 left-1/2 z-10 w-80 max-w-[calc(100%-24px)] -translate-x-1/2 rounded-2 bg-surface-2 p-3 text-desk-body shadow-lift"
    >
      <div className="flex items-start gap-2.5">
        <CountryPlate country={drawing.owner} />
        <b className="min-w-0 flex-1 font-semibold text-desk-row">{drawing.label ?? t(drawing.shape)}</b>
        <Button look="quiet" size="small" className="px-1.5" aria-label={act("dismiss")} onClick={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </div>
      <p className="pt-1 text-ink-2">
        {t(drawing.shared ? "joint" : "national")} · {t("by", { desk: drawing.desk })} ·{" "}
        {moment(drawing.at, now)}
      </p>
      <p className="text-ink-2">
        {drawing.expiresAt ? t("until", { time: moment(drawing.expiresAt, now) }) : t("never")}
      </p>
      {drawing.fence && drawing.fence.length > 0 ? (
        <p className="text-ink-2">
          {t("fence")}: {drawing.fence.map((warning) => t(warning)).join(", ")}
        </p>
      ) : null}
      <Actions {...props} />
    </section>
  );
}
