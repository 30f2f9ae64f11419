/** A response across the border on two nodes: as on one, and with the line cut in the middle. */
import { advance, askAndAccept, boardTask, complete, openCast, releasedIncident } from "./support/response";
import { bridge, expect, isSame, row, nationsTest as test } from "./support/test";

const bothCountries = ["acknowledged", "en_route", "on_scene"] as const;

test("a response crosses from node to node: each step is seen on both, and both hold the same picture", async ({
  screens,
  nations,
}) => {
  const cast = await openCast(screens, nations);
  await askAndAccept(cast);
  for (const status of bothCountries) await advance(cast, status, [cast.khmer, cast.lao]);
  await complete(cast);
});

test("with the line cut in the middle each side works on, and after the mend both show the same", async ({
  screens,
  nations,
}) => {
  const cast = await openCast(screens, nations);
  const { khmer, lao } = cast;
  await askAndAccept(cast);
  await advance(cast, "acknowledged", [khmer, lao]);

  await nations.setLine("cut");
  for (const page of [khmer, lao])
    await expect(bridge(page)).toHaveAttribute("data-state", "partner-down", { timeout: 15_000 });
  await advance(cast, "en_route", [lao]);
  const { ref } = await releasedIncident(nations.addressOf("KH"));
  await expect(row(khmer, ref)).toBeVisible();
  await expect(boardTask(khmer, "CHA-07")).toHaveAttribute("data-status", "acknowledged");
  await expect(row(lao, ref)).toHaveCount(0);

  await nations.setLine("up");
  await expect(boardTask(khmer, "CHA-07")).toHaveAttribute("data-status", "en_route");
  await expect(row(lao, ref)).toBeVisible();
  for (const page of [khmer, lao]) await isSame(page);
  await advance(cast, "on_scene", [khmer, lao]);
  await complete(cast);
});
