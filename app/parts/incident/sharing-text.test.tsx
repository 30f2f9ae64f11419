import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it, vi } from "vitest";
import { isIncident } from "@/domain/incident/schema";
import { languages } from "@/domain/vocabulary";
import { flood, Stage } from "@/tests/support/given";
import texts from "../../i18n/texts/sharing.json";
import { SharingText } from "./sharing-text";

const underWay = vi.hoisted(() => ({ now: undefined as "released" | "recalled" | undefined }));
vi.mock("../../live/hooks/use-not-yet-there", () => ({ useNotYetThere: () => underWay.now }));

const incident = new Stage().released(flood).seen("KH");

function shown(language: (typeof languages)[number]): string {
  if (!isIncident(incident)) throw new Error("no incident");
  const sharing = Object.fromEntries(Object.entries(texts).map(([key, all]) => [key, all[language]]));
  return renderToStaticMarkup(
    <IntlProvider locale={language} timeZone="UTC" messages={{ sharing }}>
      <SharingText incident={incident} />
    </IntlProvider>,
  );
}

describe("how far an incident is shared", () => {
  it.each(languages)("says in %s what is still on its way, and only then", (language) => {
    underWay.now = "released";
    expect(shown(language)).toContain(texts.releasedNotThere[language]);
    underWay.now = "recalled";
    expect(shown(language)).toContain(texts.recalledNotThere[language]);
    underWay.now = undefined;
    expect(shown(language)).toBe(texts.released[language]);
  });
});
