import { expect, it } from "vitest";
import type { Task } from "@/domain/task/schema";
import { happenedAt } from "./happened-at";

/** 07:42 on 14 October at UTC+7. */
const now = Date.parse("2026-10-14T00:42:00.000Z");
const last = "2026-10-14T00:20:30.000Z";
const task = { times: { assigned: "2026-10-14T00:10:00.000Z", acknowledged: last } } as Task;

it.each([
  ["", { ok: true, at: undefined }],
  ["07:35", { ok: true, at: "2026-10-14T00:35:00.000Z" }],
  ["07.35", { ok: true, at: "2026-10-14T00:35:00.000Z" }],
  ["0735", { ok: true, at: "2026-10-14T00:35:00.000Z" }],
  ["07:20", { ok: true, at: last }],
  ["07:19", { ok: false, why: "beforeLast", last }],
  ["07:50", { ok: false, why: "beforeLast", last }],
  ["soon", { ok: false, why: "notATime" }],
])("a step that happened at %j", (text, expected) => {
  expect(happenedAt(text, task, now)).toEqual(expected);
});
