/** Writes a word as the browser itself does, with the map's own fonts: what the map's labels are compared with. */
import type { PlaceLanguage } from "@/map/gazetteer";
import { sizesOf } from "@/map/style/options";
import type { Screen } from "@/map/style/palette";
import type { Ink } from "./ink";

const files: Record<PlaceLanguage, string> = {
  en: "noto-sans-latin",
  km: "noto-sans-khmer-khmer",
  lo: "noto-sans-lao-lao",
};
const margin = 4;

async function family(language: PlaceLanguage): Promise<string> {
  const name = `measured-${language}`;
  const face = new FontFace(name, `url(/map/vendor/${files[language]}-600-normal.woff2)`, { weight: "600" });
  document.fonts.add(await face.load());
  return name;
}

/** The word in black on white, as large as a wall or desk writes the name of a province. */
export async function writeWord(text: string, language: PlaceLanguage, screen: Screen): Promise<Ink> {
  const size = sizesOf(screen).province;
  const font = `600 ${size}px ${await family(language)}`;
  const spacing = language === "en" ? `${size * 0.12}px` : "0px";
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser draws no canvas");
  context.font = font;
  context.letterSpacing = spacing;
  canvas.width = Math.ceil(context.measureText(text).width) + 2 * margin;
  canvas.height = size * 2;
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "black";
  context.font = font;
  context.letterSpacing = spacing;
  // The map sets Latin letters without pairing them.
  context.fontKerning = language === "en" ? "none" : "auto";
  context.textBaseline = "middle";
  context.fillText(text, margin, size);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const grey = Array.from({ length: width * height }, (_, index) => data[index * 4] ?? 255);
  return { data: grey, width, height };
}
