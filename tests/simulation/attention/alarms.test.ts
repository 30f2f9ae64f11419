/** What calls a centre can be answered there, and every screen of it is called to the same. */
import { expect, test } from "vitest";
import { pictureFor } from "@/domain/audience";
import { alarmsFor, alarmViewer } from "@/domain/clock/alarms";
import { clocksOf } from "@/domain/clock/clocks";
import { takeoversOf } from "@/domain/takeover";
import { accountsOf } from "../world";
import { eachPicture } from "./each-picture";
import { canSomebody, lateMs, ordersEnding } from "./offers";

const site = { alarmRepeatSeconds: 30, escalateMinutes: 5 };

test("K3 every alarm that sounds in a centre can be acknowledged there, and what it asks for can be done there", () => {
  eachPicture((node) => {
    const { picture } = node.fold;
    const clocks = clocksOf(picture);
    const sounding = accountsOf(node.country).flatMap((account) =>
      alarmsFor(clocks, picture, alarmViewer(picture, account), lateMs, site).filter(
        ({ audible }) => audible,
      ),
    );
    for (const clock of new Set(sounding.map((alarm) => alarm.clock))) {
      const acknowledge = { type: "alarm.acknowledge", subject: clock.id, body: {} };
      const said = `${clock.kind} about ${clock.about} in ${node.country}`;
      expect([said, canSomebody(node, [acknowledge])]).toEqual([said, true]);
      expect([said, canSomebody(node, ordersEnding(clock, picture))]).toEqual([said, true]);
    }
  });
});

test("K5 desks and walls of a centre are taken over by the same", () => {
  eachPicture(({ fold: { picture }, country }) => {
    expect(takeoversOf(pictureFor("redacted", picture), country)).toEqual(takeoversOf(picture, country));
  });
});
