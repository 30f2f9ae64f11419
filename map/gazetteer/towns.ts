import { derived, type Name, type Place, type PlaceCountry, remembered, seen } from "./place";

/**
 * Positions and Latin names: GeoNames. Khmer names: the directory of the Ministry of Interior, as districts,
 * municipalities and communes of the same name. Lao names: the open list of Lao districts. Others are remembered.
 */
type Row = {
  en: string;
  km?: Name;
  lo?: Name;
  lng: number;
  lat: number;
  country: PlaceCountry;
  province?: string;
  rank?: 1 | 2 | 3;
  aliases?: readonly string[];
};

const stungTreng: readonly Row[] = [
  {
    en: "Stung Treng",
    km: seen("ស្ទឹងត្រែង"),
    lo: remembered("ສະຕຶງແຕຣງ"),
    lng: 105.968,
    lat: 13.526,
    country: "KH",
    rank: 1,
    aliases: ["Stueng Traeng"],
  },
  {
    en: "Siem Pang",
    km: seen("សៀមប៉ាង"),
    lo: remembered("ສຽມປາງ"),
    lng: 106.388,
    lat: 14.117,
    country: "KH",
    rank: 2,
  },
  {
    en: "Ou Svay",
    km: seen("អូរស្វាយ"),
    lng: 106.002,
    lat: 13.88,
    country: "KH",
    rank: 3,
    aliases: ["O'Svay", "O Svay"],
  },
  { en: "Sesan", km: seen("សេសាន"), lng: 106.092, lat: 13.553, country: "KH", rank: 3 },
  { en: "Anlong Phe", km: seen("អន្លង់ភេ"), lng: 105.609, lat: 13.536, country: "KH", rank: 3 },
];

const preahVihear: readonly Row[] = [
  {
    en: "Tbeng Meanchey",
    km: seen("ត្បែងមានជ័យ"),
    lng: 104.98,
    lat: 13.807,
    country: "KH",
    rank: 1,
    aliases: ["Tbaeng Mean Chey", "Preah Vihear town"],
  },
  { en: "Kuleaen", km: seen("គូលែន"), lng: 104.698, lat: 13.821, country: "KH", rank: 3, aliases: ["Kulen"] },
  {
    en: "Sangkom Thmei",
    km: seen("សង្គមថ្មី"),
    lng: 104.913,
    lat: 13.581,
    country: "KH",
    rank: 3,
    aliases: ["Sangkum Thmei"],
  },
  { en: "Tuek Kraham", km: seen("ទឹកក្រហម"), lng: 104.947, lat: 14.215, country: "KH", rank: 3 },
  { en: "Mlu Prey Muoy", km: seen("ម្លូព្រៃមួយ"), lng: 105.276, lat: 13.81, country: "KH", rank: 3 },
  { en: "Dang Phlet", lng: 105.456, lat: 13.903, country: "KH", rank: 3 },
];

const ratanakiri: readonly Row[] = [
  {
    en: "Banlung",
    km: seen("បានលុង"),
    lo: remembered("ບານລຸງ"),
    lng: 106.987,
    lat: 13.739,
    country: "KH",
    rank: 1,
    aliases: ["Ban Lung"],
  },
  {
    en: "Veun Sai",
    km: seen("វើនសៃ"),
    lng: 106.811,
    lat: 13.976,
    country: "KH",
    rank: 2,
    aliases: ["Voen Sai"],
  },
  { en: "Lumphat", km: seen("លំផាត់"), lng: 106.98, lat: 13.491, country: "KH", rank: 3 },
  {
    en: "Ou Ya Dav",
    km: seen("អូរយ៉ាដាវ"),
    lng: 107.347,
    lat: 13.671,
    country: "KH",
    rank: 2,
    aliases: ["O Yadav", "Oyadav"],
  },
  { en: "Andoung Meas", km: seen("អណ្ដូងមាស"), lng: 107.297, lat: 13.867, country: "KH", rank: 3 },
  {
    en: "Bar Kaev",
    km: seen("បរកែវ"),
    lng: 107.214,
    lat: 13.686,
    country: "KH",
    rank: 3,
    aliases: ["Borkeo"],
  },
  { en: "Koun Mom", km: seen("កូនមុំ"), lng: 106.773, lat: 13.578, country: "KH", rank: 3 },
  { en: "Ou Chum", km: seen("អូរជុំ"), lng: 106.994, lat: 13.798, country: "KH", rank: 3 },
];

const champasak: readonly Row[] = [
  {
    en: "Pakse",
    km: remembered("ប៉ាក់សេ"),
    lo: seen("ປາກເຊ"),
    lng: 105.799,
    lat: 15.12,
    country: "LA",
    rank: 1,
    aliases: ["Pakxe"],
  },
  {
    en: "Khong",
    lo: seen("ໂຂງ"),
    lng: 105.855,
    lat: 14.118,
    country: "LA",
    rank: 2,
    aliases: ["Muang Khong", "ເມືອງໂຂງ"],
  },
  {
    en: "Champasak",
    km: remembered("ចំប៉ាសាក់"),
    lo: seen("ຈຳປາສັກ"),
    lng: 105.878,
    lat: 14.892,
    country: "LA",
    rank: 3,
    aliases: ["Champassak"],
  },
  {
    en: "Pakxong",
    lo: seen("ປາກຊ່ອງ"),
    lng: 106.23,
    lat: 15.182,
    country: "LA",
    rank: 2,
    aliases: ["Paksong"],
  },
  { en: "Phonthong", lo: seen("ໂພນທອງ"), lng: 105.654, lat: 15.101, country: "LA", rank: 3 },
  {
    en: "Bachiang",
    lo: derived("ບາຈຽງ"),
    lng: 105.932,
    lat: 15.253,
    country: "LA",
    rank: 3,
    aliases: ["Bachiangchaleunsook", "ບາຈຽງຈະເລີນສຸກ"],
  },
];

const attapeu: readonly Row[] = [
  {
    en: "Attapeu",
    km: remembered("អាត់តាពឺ"),
    lo: seen("ອັດຕະປື"),
    lng: 106.832,
    lat: 14.811,
    country: "LA",
    rank: 1,
    aliases: ["Attapu", "Samakkhixay", "ສາມະຄີໄຊ"],
  },
  {
    en: "Xaysetha",
    lo: seen("ໄຊເສດຖາ"),
    lng: 106.934,
    lat: 14.814,
    country: "LA",
    rank: 3,
    aliases: ["Saysetha"],
  },
  { en: "Sanxay", lo: seen("ສານໄຊ"), lng: 107.26, lat: 15.022, country: "LA", rank: 3, aliases: ["Sanaxy"] },
  { en: "Ban Hatgnao", lng: 106.582, lat: 14.68, country: "LA", rank: 2, aliases: ["Hat Nyao"] },
  { en: "Ban Antoum", lng: 107.271, lat: 14.746, country: "LA", rank: 3 },
];

const around: readonly Row[] = [
  { en: "Kratié", km: seen("ក្រចេះ"), lng: 106.019, lat: 12.488, country: "KH", rank: 2 },
  { en: "Sen Monorom", km: seen("សែនមនោរម្យ"), lng: 107.188, lat: 12.456, country: "KH", rank: 3 },
  { en: "Siem Reap", km: seen("សៀមរាប"), lng: 103.861, lat: 13.362, country: "KH", rank: 2 },
  { en: "Kampong Thom", km: seen("កំពង់ធំ"), lng: 104.889, lat: 12.711, country: "KH", rank: 2 },
  { en: "Samraong", km: seen("សំរោង"), lng: 103.518, lat: 14.182, country: "KH", rank: 3 },
  {
    en: "Anlong Veaeng",
    km: seen("អន្លង់វែង"),
    lng: 104.081,
    lat: 14.232,
    country: "KH",
    rank: 3,
    aliases: ["Anlong Veng"],
  },
  {
    en: "Salavan",
    lo: seen("ສາລະວັນ"),
    lng: 106.417,
    lat: 15.717,
    country: "LA",
    rank: 2,
    aliases: ["Saravan", "Saravane"],
  },
  {
    en: "Sekong",
    km: derived("សេកុង"),
    lo: seen("ເຊກອງ"),
    lng: 106.724,
    lat: 15.346,
    country: "LA",
    rank: 2,
    aliases: ["Xekong"],
  },
  {
    en: "Laongam",
    lo: seen("ເລົ່າງາມ"),
    lng: 106.167,
    lat: 15.465,
    country: "LA",
    rank: 3,
    aliases: ["Ban Laongam"],
  },
  {
    en: "Thateng",
    lo: seen("ທ່າແຕງ"),
    lng: 106.383,
    lat: 15.433,
    country: "LA",
    rank: 3,
    aliases: ["Ban Thateng"],
  },
  {
    en: "Dakcheung",
    lo: seen("ດາກຈຶງ"),
    lng: 107.267,
    lat: 15.467,
    country: "LA",
    rank: 3,
    aliases: ["Dak Cheung"],
  },
  { en: "Ubon Ratchathani", lo: remembered("ອຸບົນລາຊະທານີ"), lng: 104.849, lat: 15.238, country: "TH", rank: 2 },
  { en: "Pleiku", lng: 108, lat: 13.983, country: "VN", rank: 2 },
  { en: "Kon Tum", lng: 108.008, lat: 14.355, country: "VN", rank: 2 },
];

function townOf(row: Row, province?: string): Place {
  const slug = row.en
    .normalize("NFD")
    .replace(/[^A-Za-z]+/g, "-")
    .toLowerCase();
  return {
    id: `town-${slug.replace(/-$/, "")}`,
    kind: "town",
    names: { en: seen(row.en), ...(row.km ? { km: row.km } : {}), ...(row.lo ? { lo: row.lo } : {}) },
    aliases: row.aliases ?? [],
    country: row.country,
    ...(province ? { province } : {}),
    position: { lng: row.lng, lat: row.lat, mark: "V" },
    rank: row.rank ?? 3,
  };
}

/** Towns of the five provinces, then those around them. */
export const towns: readonly Place[] = [
  ...preahVihear.map((row) => townOf(row, "KH-13")),
  ...stungTreng.map((row) => townOf(row, "KH-19")),
  ...ratanakiri.map((row) => townOf(row, "KH-16")),
  ...champasak.map((row) => townOf(row, "LA-CH")),
  ...attapeu.map((row) => townOf(row, "LA-AT")),
  ...around.map((row) => townOf(row)),
];
