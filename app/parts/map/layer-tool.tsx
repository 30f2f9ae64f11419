"use client";
/** The operator's own layers behind one button; refused files are listed with the reason. */
import { Layers } from "lucide-react";
import { Popover } from "radix-ui";
import { useTranslations } from "use-intl";
import { usePreferences } from "../../i18n/provider";
import type { MapEngine } from "../../map/engine/engine";
import { Button } from "../../ui/button";
import { LayerControl, useShownLayers } from "./layer-control";
import { type LayerList, layerFolder, useOwnLayers } from "./own-layers";
import { toolClass } from "./tool-class";

function Refusals({ layers, refused, failed }: LayerList) {
  const t = useTranslations("layer");
  if (failed) return <p role="alert">{t("failed")}</p>;
  return (
    <>
      {layers.length + refused.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {refused.map(({ file, code, values }) => (
        <p key={file} className="text-stale">
          {t("refused", { file, reason: t(`reason.${code}`, values) })}
        </p>
      ))}
    </>
  );
}

export function LayerTool({ engine }: { engine: MapEngine }) {
  const t = useTranslations("layer");
  const { language } = usePreferences();
  const list = useOwnLayers();
  const { shown, toggle } = useShownLayers(engine, list.layers, layerFolder);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button
          look="quiet"
          size="squareSmall"
          className={toolClass}
          title={t("title")}
          aria-label={t("title")}
          data-testid="layers"
        >
          <Layers size={16} aria-hidden />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="left"
          align="start"
          sideOffset={8}
          aria-label={t("title")}
          className="z-40 grid max-h-[70vh] w-72 gap-2 overflow-y-auto rounded-2 bg-surface-2 p-3.5 text-desk-body shadow-lift"
        >
          {list.layers.length > 0 ? (
            <LayerControl {...list} shown={shown} toggle={toggle} language={language} label={t("title")} />
          ) : null}
          <Refusals {...list} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
