import { describe, expect, it } from "vitest";
import { classes } from "./classes";
import { textSteps } from "./type-scale";

describe("classes", () => {
  it.each(textSteps)("keeps the size text-%s beside a colour", (step) => {
    expect(classes(`text-${step}`, "text-ink-2")).toBe(`text-${step} text-ink-2`);
    expect(classes("text-on-danger", `text-${step}`)).toBe(`text-on-danger text-${step}`);
  });

  it("lets the later size win, and the later colour", () => {
    expect(classes("text-desk-body text-ink-1", "text-field-body text-ink-2")).toBe(
      "text-field-body text-ink-2",
    );
    expect(classes("leading-tight", false, "leading-plate")).toBe("leading-plate");
  });

  it("lets a later size bring its own line height, and keeps a line height given after it", () => {
    expect(classes("leading-tight", "text-desk-body")).toBe("text-desk-body");
    expect(classes("text-desk-body", "leading-tight")).toBe("text-desk-body leading-tight");
  });
});
