"use client";
/** Drawing on the map of a desk: choose a shape, set its points, describe it; open, change or remove existing ones. */
import { MapPin, PenLine, Pentagon, Spline, Type } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { type Drawing, type DrawingGeometry, drawingShapes } from "@/domain/drawing/schema";
import { roleMay } from "@/domain/permissions";
import { useDrawings } from "../../live/hooks/use-drawings";
import { useUser } from "../../live/hooks/use-live";
import type { MapEngine } from "../../map/engine/engine";
import { Button } from "../../ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../ui/menu";
import { toast } from "../../ui/toast";
import { toolClass } from "../map/tool-class";
import { type Draft, draftOf, newDraft, type Shape } from "./draft";
import { DrawingCard } from "./drawing-card";
import { DrawingDialog } from "./drawing-dialog";

type Doing =
  | { name: "nothing" }
  | { name: "open"; id: string }
  | { name: "drawing"; shape: Shape }
  | { name: "reshaping"; before: Drawing; geometry: DrawingGeometry }
  | { name: "asking"; draft: Draft };

const nothing: Doing = { name: "nothing" };
const icons = { point: MapPin, line: Spline, area: Pentagon, label: Type };
const hints = { point: "hintPoint", label: "hintPoint", line: "hintLine", area: "hintArea" } as const;

type Drawings = { doing: Doing; go: (doing: Doing) => void; drawings: readonly Drawing[] };

/** The step of drawing that is under way; starts and ends the map's own tool with it. */
export function useDrawing(engine: MapEngine): Drawings {
  const t = useTranslations("draw");
  const drawings = useDrawings();
  const [doing, go] = useState<Doing>(nothing);
  const { name } = doing;
  const shape = doing.name === "drawing" ? doing.shape : undefined;
  const before = doing.name === "reshaping" ? doing.before : undefined;
  useEffect(() => engine.onDrawing((id) => go({ name: "open", id })), [engine]);
  useEffect(() => {
    const drawn = shape ?? before?.shape;
    if (!drawn) return;
    const begin = engine.sketch({
      shape: drawn,
      before: before?.geometry,
      onGeometry: (geometry) =>
        go(
          before
            ? { name: "reshaping", before, geometry }
            : { name: "asking", draft: newDraft(drawn, geometry) },
        ),
    });
    begin.catch((error: unknown) => {
      console.error("the drawing tool did not load", error);
      toast("bad", t("failed"));
      go(nothing);
    });
    return () => engine.endSketch();
  }, [engine, shape, before, t]);
  useEffect(() => {
    if (name !== "drawing" && name !== "reshaping") return;
    const end = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      go(nothing);
    };
    window.addEventListener("keydown", end, { capture: true });
    return () => window.removeEventListener("keydown", end, { capture: true });
  }, [name]);
  return { doing, go, drawings };
}

function Hint({ doing, go }: Omit<Drawings, "drawings">) {
  const t = useTranslations("draw");
  const act = useTranslations("act");
  if (doing.name !== "drawing" && doing.name !== "reshaping") return null;
  const reshaped = doing.name === "reshaping" ? doing : undefined;
  return (
    <div className="absolute top-14 left-1/2 z-10 flex w-max max-w-[calc(100%-24px)] -translate-x-1/2 items-center gap-3 rounded-2 bg-surface-3 py-1.5 pr-1.5 pl-4 text-desk-body shadow-lift">
      <output>{t(doing.name === "drawing" ? hints[doing.shape] : "hintChange")}</output>
      {reshaped ? (
        <Button
          look="primary"
          size="small"
          onClick={() =>
            go({ name: "asking", draft: { ...draftOf(reshaped.before), geometry: reshaped.geometry } })
          }
        >
          {t("save")}
        </Button>
      ) : null}
      <Button look="quiet" size="small" onClick={() => go(nothing)}>
        {act("cancel")}
      </Button>
    </div>
  );
}

/** The button of the tool: the shapes to draw, and the existing drawings. */
export function DrawMenu({
  engine,
  go,
  drawings,
}: Pick<Drawings, "go" | "drawings"> & { engine: MapEngine }) {
  const t = useTranslations("draw");
  const may = roleMay(useUser().role, "drawing.put");
  if (!may && drawings.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          look="quiet"
          size="squareSmall"
          className={toolClass}
          title={t("tool")}
          aria-label={t("tool")}
          data-testid="draw"
        >
          <PenLine size={16} aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent side="left" align="start" className="max-h-[60vh] overflow-y-auto">
        {may
          ? drawingShapes.map((shape) => {
              const Icon = icons[shape];
              return (
                <MenuItem key={shape} onSelect={() => go({ name: "drawing", shape })}>
                  <Icon size={16} aria-hidden /> {t(shape)}
                </MenuItem>
              );
            })
          : null}
        {drawings.map((drawing) => (
          <MenuItem
            key={drawing.id}
            onSelect={() => {
              engine.showGeometry(drawing.geometry);
              go({ name: "open", id: drawing.id });
            }}
          >
            <span className="w-4 shrink-0 text-center font-semibold text-desk-note">{drawing.owner}</span>
            {drawing.label ?? t(drawing.shape)}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

/** What lies over the map while drawing: the hint, the opened drawing, the dialog. `selected` is the selected incident. */
export function DrawOver({ doing, go, drawings, selected }: Drawings & { selected: string | undefined }) {
  const open = doing.name === "open" ? drawings.find(({ id }) => id === doing.id) : undefined;
  return (
    <>
      <Hint doing={doing} go={go} />
      {open ? (
        <DrawingCard
          drawing={open}
          onShape={() => go({ name: "reshaping", before: open, geometry: open.geometry })}
          onDetails={() => go({ name: "asking", draft: draftOf(open) })}
          onClose={() => go(nothing)}
        />
      ) : null}
      {doing.name === "asking" ? (
        <DrawingDialog start={doing.draft} selected={selected} onDone={() => go(nothing)} />
      ) : null}
    </>
  );
}
