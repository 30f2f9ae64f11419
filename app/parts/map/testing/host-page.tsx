/** What the browser test of the map host runs in the page: the host alone, and what it gave its children. */
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { MessageTree } from "../../../i18n/messages";
import { loadMessages } from "../../../i18n/messages";
import { PreferencesProvider } from "../../../i18n/provider";
import { LiveProvider } from "../../../live/hooks/use-live";
import type { SessionUser } from "../../../live/session";
import type { MapIncident } from "../../../map/types";
import { MapHost } from "../map-host";

declare global {
  interface Window {
    /** Shows the host and returns its first text; `drawable` false disables WebGL before that. */
    showHost: (drawable: boolean) => Promise<string | null | undefined>;
  }
}

const user: SessionUser = {
  username: "kh.operator",
  desk: "KH-JOC-1",
  role: "operator",
  country: "KH",
  lang: "en",
};
const incident: MapIncident = {
  id: "flood",
  ref: "KH-STR-4009",
  owner: "KH",
  kind: "flood",
  impact: "high",
  status: "verified",
  sharing: "released",
  place: { lng: 106.05, lat: 13.75 },
  acknowledged: {},
};
const feed = { getAll: () => [incident], subscribe: () => () => undefined };

function Page({ messages }: { messages: MessageTree }) {
  return (
    <PreferencesProvider language="en" theme="dark" messages={messages}>
      <LiveProvider screen="command" user={user}>
        <MapHost screen="command" feed={feed} messageClass="message">
          {(engine) => <output data-testid="over">{engine.inView().length}</output>}
        </MapHost>
      </LiveProvider>
    </PreferencesProvider>
  );
}

window.showHost = async (drawable) => {
  if (!drawable) HTMLCanvasElement.prototype.getContext = () => null;
  const container = document.getElementById("map");
  if (!container) throw new Error("the page has no #map");
  const messages = await loadMessages("en");
  flushSync(() => createRoot(container).render(<Page messages={messages} />));
  return container.querySelector(".message")?.textContent;
};
