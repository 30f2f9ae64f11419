import { derived, type Name, type Place, type Position, remembered, seen } from "./place";

/** Where the label of a province stands: our choice, clear of towns and the border. */
const label = (lng: number, lat: number): Position => ({ lng, lat, mark: "P" });

/** The five border provinces (docs/domain.md §5). The partner-language names are drafts. */
export const borderProvinces: readonly Place[] = [
  {
    id: "KH-13",
    kind: "province",
    names: { en: seen("Preah Vihear"), km: seen("ព្រះវិហារ"), lo: remembered("ພະວິຫານ") },
    aliases: [],
    country: "KH",
    province: "KH-13",
    extent: [104.3533, 13.1155, 105.9391, 14.4374],
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
    extent: [105.525, 13.1159, 106.6645, 14.592],
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
    extent: [106.5542, 13.1643, 107.6277, 14.6902],
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
    extent: [105.2055, 13.9097, 106.8222, 15.4898],
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
    extent: [106.1733, 14.2928, 107.5915, 15.2763],
    position: label(107.16, 15.05),
    rank: 1,
  },
];

type Neighbour = { id: string; en: string; km?: Name; lo?: Name; lng: number; lat: number };

const neighbours: readonly Neighbour[] = [
  { id: "KH-10", en: "Kratié", km: seen("ក្រចេះ"), lng: 106.2, lat: 12.85 },
  { id: "KH-11", en: "Mondulkiri", km: seen("មណ្ឌលគិរី"), lng: 107.2, lat: 12.82 },
  { id: "KH-6", en: "Kampong Thom", km: seen("កំពង់ធំ"), lng: 105.1, lat: 12.88 },
  { id: "KH-17", en: "Siem Reap", km: seen("សៀមរាប"), lng: 104.05, lat: 13.45 },
  { id: "KH-22", en: "Oddar Meanchey", km: seen("ឧត្ដរមានជ័យ"), lng: 103.75, lat: 14.08 },
  { id: "LA-SL", en: "Salavan", lo: seen("ສາລະວັນ"), lng: 106.25, lat: 15.92 },
  { id: "LA-XE", en: "Sekong", km: derived("សេកុង"), lo: seen("ເຊກອງ"), lng: 107.0, lat: 15.5 },
];

/** Provinces around them, named quietly for orientation. */
export const neighbourProvinces: readonly Place[] = neighbours.map(({ id, en, km, lo, lng, lat }) => ({
  id,
  kind: "province",
  names: { en: seen(en), ...(km ? { km } : {}), ...(lo ? { lo } : {}) },
  aliases: [],
  country: id.startsWith("LA") ? "LA" : "KH",
  position: label(lng, lat),
  rank: 3,
}));
