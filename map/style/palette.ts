/** The colours of the map and its marks, from the look's tokens. The screens' CSS holds the same values by name. */

export type Theme = "dark" | "light";
export type Screen = "wall" | "command" | "field";

export type Palette = {
  surface: string;
  ink1: string;
  ink2: string;
  ink3: string;
  inkInverse: string;
  KH: string;
  LA: string;
  low: string;
  medium: string;
  mediumFill: string;
  high: string;
  veryHigh: string;
  onHigh: string;
  onVeryHigh: string;
  veryHighEdge: string;
  stale: string;
  focus: string;
  out: string;
  land: string;
  landKH: string;
  landLA: string;
  water: string;
  river: string;
  /** What rivers are named in: readable where their own colour is not. */
  riverName: string;
  line: string;
  edge: string;
  border: string;
  borderCase: string;
  otherBorder: string;
  text: string;
  textQuiet: string;
  province: string;
  halo: string;
};

const dark: Palette = {
  surface: "#12181B",
  ink1: "#EEF2F1",
  ink2: "#BAC5C7",
  ink3: "#93A0A4",
  inkInverse: "#0E1416",
  KH: "#58C2BC",
  LA: "#BCA8F0",
  low: "#A3B3B9",
  medium: "#E3CB72",
  mediumFill: "#484632",
  high: "#F39A4B",
  veryHigh: "#D9282F",
  onHigh: "#1A0E04",
  onVeryHigh: "#FFFFFF",
  veryHighEdge: "#FFFFFF",
  stale: "#F2BE54",
  focus: "#8CC8FF",
  out: "#0B0F11",
  land: "#11171A",
  landKH: "#17272A",
  landLA: "#1E1F31",
  water: "#24465A",
  river: "#3A6E8A",
  riverName: "#74AECB",
  line: "#33424A",
  edge: "#4C6068",
  border: "#E4EAE8",
  borderCase: "#0B0F11",
  otherBorder: "#55646B",
  text: "#C3CDCF",
  textQuiet: "#7A898F",
  province: "#8FA0A5",
  halo: "#0E1416",
};

const light: Palette = {
  surface: "#FFFFFF",
  ink1: "#0F1619",
  ink2: "#39464B",
  ink3: "#566469",
  inkInverse: "#FFFFFF",
  KH: "#0B6764",
  LA: "#5E40A3",
  low: "#4B5D65",
  medium: "#7A5E00",
  mediumFill: "#DCD5BD",
  high: "#B3520A",
  veryHigh: "#B3151C",
  onHigh: "#FFFFFF",
  onVeryHigh: "#FFFFFF",
  veryHighEdge: "#0F1619",
  stale: "#7A5200",
  focus: "#0B5CAD",
  out: "#D9DFE0",
  land: "#ECEFEE",
  landKH: "#D9EAE8",
  landLA: "#E5E0F0",
  water: "#A9CBDD",
  river: "#6FA5C2",
  riverName: "#2C678A",
  line: "#B4BFC3",
  edge: "#7E8D93",
  border: "#1A2327",
  borderCase: "#FFFFFF",
  otherBorder: "#8C999E",
  text: "#1D272B",
  textQuiet: "#5B6A70",
  province: "#4C5B61",
  halo: "#FFFFFF",
};

export const palettes: Record<Theme, Palette> = { dark, light };
