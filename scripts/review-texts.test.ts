import { expect, it } from "vitest";
import { reviewList } from "./review-texts";
import { readTexts } from "./texts.mjs";

const text = { key: "act.save", en: "Save", km: "រក្សាទុក", lo: "ບັນທຶກ" };

it("lists every text of the screens that no native reader has approved", () => {
  const list = reviewList(readTexts());
  const waiting = readTexts().filter(({ reviewed = [] }) => reviewed.length < 2);
  expect(waiting.filter(({ key }) => !list.includes(`| ${key} |`))).toEqual([]);
});

it("begins with the terms", () => {
  expect(reviewList([])).toContain("| commander | decides releases | មេបញ្ជាការ | ຜູ້ບັນຊາການ |");
});

it("leaves out what is approved", () => {
  expect(reviewList([text])).toContain("| act.save | Save | រក្សាទុក | ບັນທຶກ |");
  expect(reviewList([{ ...text, reviewed: ["km"] }])).toContain("| act.save | Save |  | ບັນທຶກ |");
  expect(reviewList([{ ...text, reviewed: ["km", "lo"] }])).not.toContain("act.save");
});
