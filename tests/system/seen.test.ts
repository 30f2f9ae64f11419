import { afterAll, beforeAll, expect, it } from "vitest";
import { isIncident } from "@/domain/incident/schema";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
const screens: TestScreen[] = [];
async function open(account: string) {
  const opened = await TestScreen.open(server.address, account, {
    screen: account.endsWith(".wall") ? "wall" : "command",
  });
  screens.push(opened);
  return opened;
}

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.remove();
});

const through = (screen: TestScreen) => ({ through: screen.fold.vector });

it("K10 over the socket: an answer is unseen until an own desk attends, and the partner gets no trace of it", async () => {
  const [desk, khmer, lao, watch] = await Promise.all(
    ["kh.operator", "kh.commander", "la.commander", "la.operator"].map((one) => open(one)),
  );
  if (!desk || !khmer || !lao || !watch) throw new Error("no desks");
  const [subject, request] = [newSubject("KH"), newSubject("KH")];
  await desk.must("incident.report", subject, reportBody());
  await desk.must("release.request", subject);
  await khmer.must("release.approve", subject);
  await khmer.must("request.make", request, { incidentId: subject, action: "patrol", urgency: "urgent" });
  await lao.must("request.decline", request, { reason: "no boat" });
  await until(() => desk.fold.picture.requests.get(request)?.status === "declined", "the answer is here");

  const told = async (account: string) => {
    const fresh = await open(account);
    const [picture] = fresh.pictures;
    if (picture?.mode !== "snapshot") throw new Error("no snapshot");
    return picture.picture.incidents.find((one) => one.id === subject);
  };
  expect((await told("kh.operator2"))?.national?.unseen).toMatchObject([{ what: "request-declined" }]);
  const wall = await told("kh.wall");
  expect([wall?.unseen, wall?.why, wall?.national]).toEqual([1, "request-declined", undefined]);
  const partner = await told("la.operator");
  expect(isIncident(partner) && partner.national?.unseen).toBeFalsy();

  await desk.must("incident.attend", subject, through(desk));
  await until(() => desk.events.some(({ type }) => type === "incident.attended"), "it is told at home");
  expect((await told("kh.operator2"))?.national?.unseen).toBeUndefined();
  await lao.must("incident.note", subject, { text: { text: "later", lang: "en" }, audience: "joint" });
  await until(() => watch.events.some(({ type }) => type === "incident.noted"), "a later event is there");
  expect(watch.events.some(({ type }) => type === "incident.attended")).toBe(false);
  expect(JSON.stringify(watch.events)).not.toContain("attended");
});
