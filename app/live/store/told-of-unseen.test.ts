import { expect, it } from "vitest";
import { account, Stage, subject } from "@/tests/support/given";
import { LiveStore } from "./store";
import { unseenIn } from "./told-of-unseen";

const request = "KH-00000000-0000-4000-8000-000000000003";

/** What a Lao screen holds of a request, in a country that has not written anything national yet. */
function laoScreen(isDisplay: boolean): LiveStore {
  const asked = { incidentId: subject, action: "patrol", urgency: "urgent" };
  const stage = new Stage().released().do(account("KH", "commander"), "request.make", asked, request);
  const store = new LiveStore();
  store.isDisplay = isDisplay;
  store.apply(stage.nodes.LA.applied);
  return store;
}

it("K10 a desk is told what is unseen from the first event on, also before its country wrote one of its own", () => {
  expect(unseenIn(laoScreen(false), subject, "LA").map(({ what }) => what)).toEqual(["request-made"]);
});

it("K10 a display that is sent nothing national is told nothing of it", () => {
  expect(unseenIn(laoScreen(true), subject, "LA")).toEqual([]);
});
