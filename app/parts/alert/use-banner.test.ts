import { describe, expect, it } from "vitest";
import { LiveStore } from "@/app/live/store/store";
import { UnseenIncidents } from "@/app/live/views/unseen-incidents";
import { account, flood, otherSubject, Stage, subject } from "@/tests/support/given";
import { bannerItems } from "./use-banner";

const request = "KH-00000000-0000-4000-8000-000000000003";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const noBoat = { reason: "no boat" };

/** Two incidents with a request each, of which the first answer is a no to the graver or to the lesser one. */
function stageOf(first: object) {
  return new Stage()
    .released(first)
    .released({ ...flood, impact: "low" }, {}, otherSubject)
    .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request);
}

function shownIn(stage: Stage, seconds: number) {
  const store = new LiveStore();
  const view = new UnseenIncidents(store, "KH");
  view.subscribe(() => undefined);
  const { applied } = stage.nodes.KH;
  store.apply(applied);
  const now = Date.parse(applied.at(-1)?.at ?? "") + seconds * 1_000;
  return bannerItems(view.list, [], now, 0).map(({ entity, grade }) => [entity.id, grade]);
}
const message = (stage: Stage, incidentId: string, end: string) =>
  stage.do(
    lao,
    "message.post",
    { incidentId, text: { text: "Road is dry", lang: "en" } },
    `LA-00000000-0000-4000-8000-0000000000${end}`,
  );

describe("the banner", () => {
  it("shows the gravest unseen, not the newest, and a no until it has been seen", () => {
    const stage = stageOf({ ...flood, impact: "high" }).do(lao, "request.decline", noBoat, request);
    message(stage, otherSubject, "c1");
    expect(shownIn(stage, 1)).toEqual([
      [subject, "declined"],
      [otherSubject, "low"],
    ]);
    expect(shownIn(stage, 3_600)).toEqual([[subject, "declined"]]);
    stage.do(account("KH", "operator"), "incident.attend", { through: stage.nodes.KH.fold.vector });
    expect(shownIn(stage, 1)).toEqual([]);
  });

  it("keeps anything about a danger to life or a pursuit until it has been seen", () => {
    for (const [grade, first] of [
      ["danger-to-life", { ...flood, impact: "low", dangerToLife: true }],
      ["pursuit", { ...flood, impact: "low", kind: "pursuit" }],
    ] as const) {
      const stage = stageOf(first);
      message(stage, subject, "c1");
      message(stage, otherSubject, "c2");
      expect(shownIn(stage, 1)).toEqual([
        [subject, grade],
        [otherSubject, "low"],
      ]);
      expect(shownIn(stage, 3_600)).toEqual([[subject, grade]]);
    }
  });

  it("takes away by hand only what does not stay", () => {
    const stage = stageOf({ ...flood, impact: "high" }).do(lao, "request.decline", noBoat, request);
    message(stage, otherSubject, "c1");
    const store = new LiveStore();
    const view = new UnseenIncidents(store, "KH");
    view.subscribe(() => undefined);
    store.apply(stage.nodes.KH.applied);
    const now = Date.parse(stage.nodes.KH.applied.at(-1)?.at ?? "") + 1_000;
    expect(bannerItems(view.list, [], now, now).map(({ entity }) => entity.id)).toEqual([subject]);
  });
});
