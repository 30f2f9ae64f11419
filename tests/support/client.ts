/**
 * A screen for tests: a Socket.IO client that folds its events with the domain's own fold, checks that none is missing or
 * duplicated, and keeps everything it has received.
 */
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { fromWire } from "@/domain/derive";
import { streams, type Vector } from "@/domain/envelope";
import { Fold } from "@/domain/fold";
import { type Evolve, evolve } from "@/domain/picture";
import type {
  CommandAnswer,
  Fences,
  HeadsMessage,
  HistoryAnswer,
  OwnMessage,
  PictureMessage,
  Positions,
  Presence,
  ServerToClient,
  WireEvent,
} from "@/domain/protocol/down";
import type { Screen } from "@/domain/protocol/up";
import { protocolVersion } from "@/domain/protocol/version";

/** Any name and payload may be sent: tests send what the protocol does not know. */
type ScreenSocket = Socket<ServerToClient, Record<string, (...args: unknown[]) => void>>;

const stepMs = 20;

/** Waits until a condition holds; throws with `what` when it does not in time. */
export async function until(holds: () => boolean, what: string, timeoutMs = 15_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`did not happen in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
}

export type SignedIn = { status: number; cookie: string; text: string };

export async function signIn(address: string, username: string, password = "sekong-demo"): Promise<SignedIn> {
  const response = await fetch(`${address}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  return { status: response.status, cookie, text: await response.text() };
}

export type ScreenOptions = {
  screen?: Screen;
  vector?: Vector;
  /** The client's fold; a test replaces it by a wrong one. */
  evolveWith?: Evolve;
  /** The handshake as sent; a valid one when absent. */
  auth?: unknown;
  cookie?: string;
};

export class TestScreen {
  fold = new Fold();
  heads: HeadsMessage | undefined;
  own: OwnMessage | undefined;
  positions: Positions = [];
  presence: Presence = [];
  fences: Fences | undefined;
  ended: string | undefined;
  refused: { code?: string; server?: number } | undefined;
  connections = 0;
  /** How often heads at this screen's vector had another digest. */
  differed = 0;
  /** Every picture message and every event, in order of arrival. */
  readonly pictures: PictureMessage[] = [];
  readonly events: WireEvent[] = [];
  /** Violations of the protocol: gaps, duplicates, events before a picture. */
  readonly faults: string[] = [];
  /** Everything received, as text. */
  readonly received: string[] = [];
  #hasPicture = false;
  #evolveWith: Evolve;

  private constructor(
    readonly socket: ScreenSocket,
    evolveWith: Evolve,
  ) {
    this.#evolveWith = evolveWith;
    socket.onAny((name: string, payload: unknown) =>
      this.received.push(`${name} ${JSON.stringify(payload)}`),
    );
    socket.on("connect", () => {
      this.connections += 1;
    });
    socket.on("connect_error", (error: Error & { data?: { code?: string; server?: number } }) => {
      this.refused = error.data ?? {};
    });
    socket.on("picture", (picture) => this.#onPicture(picture));
    socket.on("events", (events) => this.#onEvents(events));
    socket.on("heads", (heads) => {
      this.heads = heads;
      if (this.#isLevel && !this.same) this.differed += 1;
      this.report();
    });
    socket.on("own", (own) => {
      this.own = own;
    });
    socket.on("positions", (positions) => {
      this.positions = positions;
    });
    socket.on("presence", (presence) => {
      this.presence = presence;
    });
    socket.on("fences", (fences) => {
      this.fences = fences;
    });
    socket.on("ended", ({ code }) => {
      this.ended = code;
    });
  }

  /** Connects without waiting. */
  static dial(address: string, options: ScreenOptions = {}): TestScreen {
    let screen: TestScreen | undefined;
    const socket: ScreenSocket = io(address, {
      forceNew: true,
      transports: ["websocket"],
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      extraHeaders: options.cookie ? { cookie: options.cookie } : {},
      auth: (give) =>
        give(
          (options.auth as object) ?? {
            protocol: protocolVersion,
            screen: options.screen ?? "command",
            vector: screen?.vectorToResume ?? options.vector,
          },
        ),
    });
    screen = new TestScreen(socket, options.evolveWith ?? evolve);
    return screen;
  }

  /** Signs in, opens a screen and waits for its picture. */
  static async open(address: string, username: string, options: ScreenOptions = {}): Promise<TestScreen> {
    const cookie = options.cookie ?? (await signIn(address, username)).cookie;
    const screen = TestScreen.dial(address, { ...options, cookie });
    await until(() => screen.pictures.length > 0, `a picture for ${username}`);
    return screen;
  }

  get vectorToResume(): Vector | undefined {
    return this.#hasPicture ? this.fold.vector : undefined;
  }

  /** Whether the latest heads have this screen's vector and digest. */
  get same(): boolean {
    const { version, digest } = this.fold.mark;
    return this.#isLevel && this.heads?.fold.digest === digest && this.heads.fold.version === version;
  }

  get #isLevel(): boolean {
    const heads = this.heads?.heads;
    return (
      heads !== undefined && streams.every((stream) => (heads[stream]?.seq ?? 0) === this.fold.seq(stream))
    );
  }

  command(
    type: string,
    subject: string,
    body: unknown = {},
    id: string = randomUUID(),
  ): Promise<CommandAnswer> {
    return this.send("command", { id, type, subject, body });
  }

  history(query: unknown): Promise<HistoryAnswer> {
    return this.send("history", query);
  }

  /** Sends any message and waits for its acknowledgement. */
  async send<Answer>(name: string, payload: unknown): Promise<Answer> {
    const answer: Answer = await this.socket.timeout(20_000).emitWithAck(name, payload);
    this.received.push(`answer ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Sends a command that must succeed. */
  async must(type: string, subject: string, body: unknown = {}): Promise<void> {
    const answer = await this.command(type, subject, body);
    if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer.error)}`);
  }

  report(): void {
    this.socket.emit("applied", { vector: this.fold.vector, fold: this.fold.mark });
  }

  /** Drops the picture and connects again, as a screen does whose digest differs. */
  reload(evolveWith: Evolve = evolve): void {
    this.#evolveWith = evolveWith;
    this.#hasPicture = false;
    this.socket.disconnect().connect();
  }

  close(): void {
    this.socket.disconnect();
  }

  #onPicture(picture: PictureMessage): void {
    this.pictures.push(picture);
    if (picture.mode === "snapshot") {
      this.fold = new Fold(fromWire(picture.picture), picture.vector, this.#evolveWith);
    } else if (JSON.stringify(sorted(picture.vector)) !== JSON.stringify(sorted(this.fold.vector))) {
      this.faults.push(
        `resumed from ${JSON.stringify(picture.vector)}, held ${JSON.stringify(this.fold.vector)}`,
      );
    }
    this.#hasPicture = true;
  }

  #onEvents(events: WireEvent[]): void {
    if (!this.#hasPicture) this.faults.push("events before a picture");
    for (const event of events) {
      this.events.push(event);
      try {
        if (!this.fold.apply(event)) this.faults.push(`twice: ${event.stream} ${event.seq}`);
      } catch (error) {
        this.faults.push(String(error));
      }
    }
  }
}

const sorted = (vector: Vector): [string, number][] =>
  Object.entries(vector).sort(([a], [b]) => (a < b ? -1 : 1));

/** A new subject of a country. */
export const newSubject = (country: "KH" | "LA"): string => `${country}-${randomUUID()}`;

/** A valid report; `parts` override its fields. */
export function reportBody(parts: object = {}): object {
  return {
    kind: "drug-seizure",
    impact: "high",
    place: { lng: 106.0, lat: 13.93 },
    occurredAt: new Date().toISOString(),
    ...parts,
  };
}
