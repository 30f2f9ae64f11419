import { type Place, type Position, remembered, seen } from "./place";

/** Where the label of a province stands: our choice, clear of towns and the border. */
const label = (lng: number, lat: number): Position => ({ lng, lat, mark: "P" });

/** The five border provinces (domain facts §5). The partner-language names are drafts. */
export const borderProvinces: readonly Place[] = [
  {
    id: "KH-13",
    kind: "province",
    names: { en: seen("Preah Vihear"), km: seen("ព្រះវិហារ"), lo: remembered("ພະວິຫານ") },
    aliases: [],
    country: "KH",
    province: "KH-13",
    position: label(104.98, 13.53),
    rank: 1,
  },
  {
    id: "KH-19",
    kind: "province",
    names: { en: seen("Stung Treng"), km: seen("ស្ទឹងត្រែង"), lo: remembered("ສະຕຶງແຕຣງ") },
    aliases: ["Stueng Traeng"],
    country: "KH",
    province: "KH-19",
    position: label(105.86, 13.32),
    rank: 1,
  },
  {
    id: "KH-16",
    kind: "province",
    names: { en: seen("Ratanakiri"), km: seen("រតនគិរី"), lo: remembered("ລັດຕະນະຄີຣີ") },
    aliases: ["Ratanak Kiri", "Rattanakiri", "Ratanakkiri"],
    country: "KH",
    province: "KH-16",
    position: label(107.08, 13.52),
    rank: 1,
  },
  {
    id: "LA-CH",
    kind: "province",
    names: { en: seen("Champasak"), km: remembered("ចំប៉ាសាក់"), lo: seen("ຈຳປາສັກ") },
    aliases: ["Champassak", "Champasack", "LA16"],
    country: "LA",
    province: "LA-CH",
    position: label(106.12, 14.66),
    rank: 1,
  },
  {
    id: "LA-AT",
    kind: "province",
    names: { en: seen("Attapeu"), km: remembered("អាត់តាពឺ"), lo: seen("ອັດຕະປື") },
    aliases: ["Attapu", "LA17"],
    country: "LA",
    province: "LA-AT",
    position: label(107.16, 15.05),
    rank: 1,
  },
];

/** Provinces around them, named quietly for orientation. */
export const neighbourProvinces: readonly Place[] = [
  ["KH-10", "Kratié", "ក្រចេះ", "", 106.2, 12.85, "KH"],
  ["KH-11", "Mondulkiri", "មណ្ឌលគិរី", "", 107.2, 12.82, "KH"],
  ["KH-6", "Kampong Thom", "កំពង់ធំ", "", 105.1, 12.88, "KH"],
  ["KH-17", "Siem Reap", "សៀមរាប", "", 104.05, 13.45, "KH"],
  ["KH-22", "Oddar Meanchey", "ឧត្ដរមានជ័យ", "", 103.75, 14.08, "KH"],
  ["LA-SL", "Salavan", "", "ສາລະວັນ", 106.25, 15.92, "LA"],
  ["LA-XE", "Sekong", "", "ເຊກອງ", 107.0, 15.5, "LA"],
].map(([id, en, km, lo, lng, lat, country]) => ({
  id: String(id),
  kind: "province" as const,
  names: {
    en: seen(String(en)),
    ...(km ? { km: seen(String(km)) } : {}),
    ...(lo ? { lo: seen(String(lo)) } : {}),
  },
  aliases: [],
  country: country === "LA" ? ("LA" as const) : ("KH" as const),
  position: label(Number(lng), Number(lat)),
  rank: 3 as const,
}));
