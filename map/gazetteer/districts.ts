import { type Name, type Place, type Position, seen } from "./place";

/** A place inside the district that a source does give; districts themselves have no position anywhere we could look. */
const inside = (lng: number, lat: number): Position => ({ lng, lat, mark: "D" });

type Row = {
  code: string;
  en: string;
  native: Name;
  province: string;
  position?: Position;
  aliases?: readonly string[];
};

const rows: readonly Row[] = [
  {
    code: "KH-1303",
    en: "Choam Ksant",
    native: seen("ជាំក្សាន្ដ"),
    province: "KH-13",
    position: inside(104.947, 14.215),
    aliases: ["1303"],
  },
  {
    code: "KH-1302",
    en: "Chhaeb",
    native: seen("ឆែប"),
    province: "KH-13",
    position: inside(105.456, 13.903),
    aliases: ["1302"],
  },
  {
    code: "KH-1905",
    en: "Thala Barivat",
    native: seen("ថាឡាបរិវ៉ាត់"),
    province: "KH-19",
    position: inside(105.609, 13.536),
    aliases: ["1905", "Thalabarivat"],
  },
  {
    code: "KH-1906",
    en: "Borei Ou Svay Senchey",
    native: seen("បុរីអូរស្វាយសែនជ័យ"),
    province: "KH-19",
    position: inside(106.002, 13.88),
    aliases: ["1906", "O'Svay district"],
  },
  {
    code: "KH-1903",
    en: "Siem Pang",
    native: seen("សៀមប៉ាង"),
    province: "KH-19",
    position: inside(106.388, 14.117),
    aliases: ["1903"],
  },
  {
    code: "KH-1609",
    en: "Veun Sai",
    native: seen("វើនសៃ"),
    province: "KH-16",
    position: inside(106.811, 13.976),
    aliases: ["1609"],
  },
  { code: "KH-1608", en: "Ta Veaeng", native: seen("តាវែង"), province: "KH-16", aliases: ["1608", "Taveng"] },
  {
    code: "LA-khong",
    en: "Khong",
    native: seen("ໂຂງ"),
    province: "LA-CH",
    position: inside(105.855, 14.118),
  },
  {
    code: "LA-mounlapamok",
    en: "Mounlapamok",
    native: seen("ມູນລະປະໂມກ"),
    province: "LA-CH",
    aliases: ["Moonlapamok", "ມຸນລະປະໂມກ"],
  },
  { code: "LA-pathoumphone", en: "Pathoumphone", native: seen("ປະທຸມພອນ"), province: "LA-CH" },
  { code: "LA-sanamxay", en: "Sanamxay", native: seen("ສະໜາມໄຊ"), province: "LA-AT", aliases: ["Sanamxai"] },
  { code: "LA-phouvong", en: "Phouvong", native: seen("ພູວົງ"), province: "LA-AT", aliases: ["Phuvong"] },
];

/** The districts at the border (docs/domain.md §5). */
export const districts: readonly Place[] = rows.map((row) => {
  const country = row.province.startsWith("KH") ? ("KH" as const) : ("LA" as const);
  return {
    id: `district-${row.code}`,
    kind: "district",
    names: { en: seen(row.en), ...(country === "KH" ? { km: row.native } : { lo: row.native }) },
    aliases: row.aliases ?? [],
    country,
    province: row.province,
    ...(row.position ? { position: row.position } : {}),
    rank: 3,
  };
});
