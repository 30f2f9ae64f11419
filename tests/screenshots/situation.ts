/** What the pictures show: fictional incidents of both sides, requests on their way, tasks under way. */
import { demoUnitId } from "@/db/seed/units";
import type { Country } from "@/domain/vocabulary";
import { newSubject, reportBody, TestScreen, until } from "../support/client";

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

type Desks = Record<"operator" | "commander" | "lao" | "laoOperator", TestScreen>;

/** Where a country's node serves; in the demo both are one process. */
export type AddressOf = (country: Country) => string;

async function openDesks(addressOf: AddressOf): Promise<Desks> {
  const [kh, la] = [addressOf("KH"), addressOf("LA")];
  return {
    operator: await TestScreen.open(kh, "kh.operator"),
    commander: await TestScreen.open(kh, "kh.commander"),
    lao: await TestScreen.open(la, "la.commander"),
    laoOperator: await TestScreen.open(la, "la.operator"),
  };
}

async function released(by: TestScreen, approver: TestScreen, country: "KH" | "LA", parts: object) {
  const id = newSubject(country);
  await by.must("incident.report", id, reportBody(parts));
  await by.must("release.request", id);
  await approver.must("release.approve", id);
  return id;
}

async function reportAll({ operator, commander, lao, laoOperator }: Desks) {
  const national = { kind: "timber", impact: "medium", place: { lng: 106.9, lat: 14.1 } };
  await operator.must("incident.report", newSubject("KH"), reportBody(national));
  const wildlife = { kind: "wildlife", impact: "low", place: { lng: 105.6, lat: 13.6 } };
  await operator.must("incident.report", newSubject("KH"), reportBody(wildlife));
  const flood = { kind: "flood", impact: "high", place: { lng: 106.85, lat: 14.78 } };
  await released(laoOperator, lao, "LA", flood);
  const victims = {
    kind: "victims-in-transit",
    impact: "very-high",
    place: { lng: 105.97, lat: 13.53 },
    people: [{ role: "possible-victim", count: 6 }],
  };
  await released(operator, commander, "KH", victims);
  const boat = { kind: "drug-transport-river", impact: "high", place: { lng: 105.99, lat: 13.94 } };
  return released(operator, commander, "KH", boat);
}

/** Reports, releases, asks and assigns through the ordinary commands; answers with the reference of the incident that both work on. */
export async function arrange(addressOf: AddressOf): Promise<string> {
  const desks = await openDesks(addressOf);
  const { commander, lao } = desks;
  const incidentId = await reportAll(desks);
  await until(() => lao.fold.picture.incidents.has(incidentId), "the incident in Laos");
  await lao.must("incident.acknowledge", incidentId);
  const ask = { incidentId, action: "patrol", urgency: "urgent", dueAt: minutes(90) };
  await commander.must("request.make", newSubject("KH"), ask);
  const order = { incidentId, unitId: demoUnitId("STR-21"), action: "stop-and-check", dueAt: minutes(40) };
  const task = newSubject("KH");
  await commander.must("task.assign", task, { ...order, shared: true });
  const watch = { incidentId, unitId: demoUnitId("STR-24"), action: "watch", dueAt: minutes(120) };
  await commander.must("task.assign", newSubject("KH"), watch);
  for (const desk of Object.values(desks)) desk.close();
  return commander.fold.picture.incidents.get(incidentId)?.ref ?? "";
}

/** A task runs out, and a danger to life of the other side takes over. */
export async function endanger(addressOf: AddressOf): Promise<void> {
  const desks = await openDesks(addressOf);
  const { commander, operator, laoOperator } = desks;
  const incidentId = newSubject("KH");
  await operator.must("incident.report", incidentId, reportBody({ place: { lng: 106.02, lat: 13.85 } }));
  const late = { incidentId, unitId: demoUnitId("STR-31"), action: "patrol", dueAt: minutes(-1) };
  await commander.must("task.assign", newSubject("KH"), late);
  const id = newSubject("LA");
  const accident = { kind: "river-accident", impact: "very-high", place: { lng: 105.99, lat: 13.95 } };
  await laoOperator.must("incident.report", id, reportBody({ ...accident, dangerToLife: true }));
  await laoOperator.must("release.urgent", id, { reason: "people in the water" });
  for (const desk of Object.values(desks)) desk.close();
}
