/** The coded lists of the wire (docs/protocol.md). Every officer reads them in their own language. */
import { z } from "zod";

export const countries = ["KH", "LA"] as const;
export const countrySchema = z.enum(countries);
export type Country = z.infer<typeof countrySchema>;

/** The other country: there are exactly two. */
export function partnerOf(country: Country): Country {
  return country === "KH" ? "LA" : "KH";
}

export const languages = ["en", "km", "lo"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const roles = [
  "officer",
  "operator",
  "commander",
  "protection",
  "auditor",
  "admin",
  "display",
  "system",
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

export const purposes = [
  "trafficking",
  "drugs",
  "wildlife",
  "smuggling",
  "persons",
  "border-safety",
] as const;
export type Purpose = (typeof purposes)[number];

/** The closed list of purposes (safeguard S1) and the kinds each holds. There is no "public order" and no "other". */
export const kindsByPurpose = {
  trafficking: [
    "victims-in-transit",
    "forced-labour-site",
    "recruitment",
    "rescue",
    "sexual-exploitation",
    "child-at-risk",
  ],
  drugs: ["drug-seizure", "drug-transport-road", "drug-transport-river", "drug-laboratory", "drug-storage"],
  wildlife: ["timber", "wildlife", "fishing"],
  smuggling: ["arms", "goods", "stolen-vehicle", "fuel", "cash"],
  persons: ["missing-person", "abducted-person", "found-person"],
  "border-safety": ["river-accident", "flood", "unexploded-ordnance", "irregular-crossing", "pursuit"],
} as const satisfies Record<Purpose, readonly string[]>;

export const kinds = [
  ...kindsByPurpose.trafficking,
  ...kindsByPurpose.drugs,
  ...kindsByPurpose.wildlife,
  ...kindsByPurpose.smuggling,
  ...kindsByPurpose.persons,
  ...kindsByPurpose["border-safety"],
] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

const purposeByKind = new Map<Kind, Purpose>(
  purposes.flatMap((purpose) => kindsByPurpose[purpose].map((kind): [Kind, Purpose] => [kind, purpose])),
);

/** The purpose a kind serves; every kind has exactly one. */
export function purposeOf(kind: Kind): Purpose {
  const purpose = purposeByKind.get(kind);
  if (!purpose) throw new Error(`kind without a purpose: ${kind}`);
  return purpose;
}

export const impacts = ["low", "medium", "high", "very-high"] as const;
export const impactSchema = z.enum(impacts);
export type Impact = z.infer<typeof impactSchema>;

export const incidentStatuses = [
  "reported",
  "verified",
  "responding",
  "closed",
  "merged",
  "expired",
] as const;
export const incidentStatusSchema = z.enum(incidentStatuses);
export type IncidentStatus = z.infer<typeof incidentStatusSchema>;

export const sharings = ["national", "requested", "released", "refused", "recalled"] as const;
export const sharingSchema = z.enum(sharings);
export type Sharing = z.infer<typeof sharingSchema>;

export const taskStatuses = [
  "assigned",
  "acknowledged",
  "en_route",
  "on_scene",
  "completed",
  "declined",
  "cancelled",
] as const;
export const taskStatusSchema = z.enum(taskStatuses);
export const requestStatuses = [
  "made",
  "accepted",
  "countered",
  "declined",
  "completed",
  "withdrawn",
] as const;
export const requestStatusSchema = z.enum(requestStatuses);
export const urgencySchema = z.enum(["danger-to-life", "pursuit", "urgent", "routine"]);
export type Urgency = z.infer<typeof urgencySchema>;
export const outcomes = ["resolved", "handed-over", "unfounded", "duplicate", "referred"] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Europol handling codes: H0 only to prevent and combat crime, up to H3 other restrictions. */
export const handlings = ["H0", "H1", "H2", "H3"] as const;
export const handlingSchema = z.enum(handlings);
export type Handling = z.infer<typeof handlingSchema>;

export const directionSchema = z.enum(["KH-LA", "LA-KH", "unknown"]);
export const transportSchema = z.enum(["road", "river", "foot", "air", "post", "unknown"]);
export const detectionSchema = z.enum(["crossing-check", "patrol", "public", "partner", "other"]);

/** The details of an incident that are one code each, in the order of forms and cards. */
export const detailCodes = {
  direction: directionSchema,
  transport: transportSchema,
  detection: detectionSchema,
} as const;
export type DetailName = keyof typeof detailCodes;
export type DetailCodes = { [Name in DetailName]: z.infer<(typeof detailCodes)[Name]> };
export const detailNames = Object.keys(detailCodes).filter((name): name is DetailName => name in detailCodes);

export const personRoles = ["victim", "possible-victim", "suspect", "unknown"] as const;
export const personRoleSchema = z.enum(personRoles);
export const sexSchema = z.enum(["female", "male", "unknown"]);
export const ageBandSchema = z.enum(["child", "adult", "unknown"]);

export const substanceSchema = z.enum([
  "methamphetamine",
  "heroin",
  "ketamine",
  "cannabis",
  "precursor",
  "other",
  "unknown",
]);
export const drugUnitSchema = z.enum(["kg", "g", "l", "tablet"]);

export const actions = [
  "stop-and-check",
  "watch",
  "patrol",
  "joint-patrol",
  "pursuit-notice",
  "request-information",
  "rescue",
  "screen",
  "refer",
  "protective-transfer",
  "liaison-meeting",
  "handover",
  "return-property",
  "close-post",
] as const;
export const actionSchema = z.enum(actions);
export type Action = z.infer<typeof actionSchema>;

export const unitKinds = [
  "patrol",
  "boat",
  "checkpoint",
  "liaison-office",
  "investigators",
  "medical",
] as const;
export const unitKindSchema = z.enum(unitKinds);
export type UnitKind = z.infer<typeof unitKindSchema>;
export const unitStatuses = [
  "available",
  "assigned",
  "en_route",
  "on_scene",
  "busy",
  "out_of_service",
] as const;
export const unitStatusSchema = z.enum(unitStatuses);
export type UnitStatus = z.infer<typeof unitStatusSchema>;

/** Admiralty grading: how good the source is, and how likely the information. */
export const sourceGrades = ["A", "B", "C", "D", "E", "F"] as const;
export const infoGrades = ["1", "2", "3", "4", "5", "6"] as const;
export const gradingSchema = z.strictObject({ source: z.enum(sourceGrades), info: z.enum(infoGrades) });
export type Grading = z.infer<typeof gradingSchema>;

/** "Cannot be judged" on both axes: the default of a first report. */
export const ungraded: Grading = { source: "F", info: "6" };

/** The five border provinces by ISO code (docs/domain.md §5), with the letters used in a ref. */
export const provinces = {
  "KH-19": { country: "KH", letters: "STR" },
  "KH-13": { country: "KH", letters: "PVH" },
  "KH-16": { country: "KH", letters: "RAT" },
  "LA-CH": { country: "LA", letters: "CHA" },
  "LA-AT": { country: "LA", letters: "ATT" },
} as const satisfies Record<string, { country: Country; letters: string }>;
export const provinceCodes = ["KH-19", "KH-13", "KH-16", "LA-CH", "LA-AT"] as const;
export const provinceCodeSchema = z.enum(provinceCodes);
export type ProvinceCode = z.infer<typeof provinceCodeSchema>;
