/** National canaries on both sides under load, with releases mixed in; then a byte search on the partner's side. */
import { eq } from "drizzle-orm";
import { user } from "@/db/schema";
import { type Country, countries, partnerOf } from "@/domain/vocabulary";
import { newSubject, signIn, TestScreen, until } from "@/tests/support/client";
import { TwoNodes } from "../support/nodes";
import { Planter, placeMark, positionMark, textMark } from "./plant";
import { rowsOf, searchFiles } from "./search";

const lanes = 8;
/** Tracks are written in batches every five seconds. */
const tracksWithinMs = 30_000;

export type Found = {
  planted: number;
  released: number;
  /** Canaries that were not found at home: the search would not have found them at the partner's either. */
  unseenAtHome: string[];
  /** Where on the partner's side a canary was found. */
  leaks: string[];
  searchedBytes: number;
};

class Side {
  readonly screens: TestScreen[] = [];
  private constructor(
    readonly planter: Planter,
    readonly field: TestScreen,
    readonly commander: TestScreen,
  ) {}

  static async open(world: TwoNodes, country: Country): Promise<Side> {
    const { address, context } = world.servers[country];
    const name = (role: string) => `${country.toLowerCase()}.${role}`;
    const commander = await TestScreen.open(address, name("commander"));
    const unit = newSubject(country);
    await commander.must("unit.register", unit, { callsign: `${country}-FIELD`, kind: "patrol" });
    await context.connection.db
      .update(user)
      .set({ unitId: unit })
      .where(eq(user.username, name("officer")));
    const operator = await TestScreen.open(address, name("operator"));
    const field = await TestScreen.open(address, name("officer"), { screen: "field" });
    const { cookie } = await signIn(address, name("wall"));
    const wall = await TestScreen.open(address, name("wall"), { screen: "wall", cookie });
    const side = new Side(new Planter(country, { operator, commander }), field, commander);
    side.screens.push(commander, operator, field, wall);
    const { lng, lat } = side.planter.position();
    field.socket.emit("position", { unitId: unit, lng, lat, at: new Date().toISOString() });
    return side;
  }

  async plant(count: number): Promise<void> {
    let turn = 0;
    const lane = async () => {
      while (this.planter.canaries.length < count) await this.planter.plant(turn++);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
}

/** Plants `count` canaries on each side and searches; both nodes are stopped at the end. */
export async function playCanary(
  count: number,
  say: (line: string) => void,
): Promise<Record<Country, Found>> {
  const world = await TwoNodes.start();
  try {
    const sides = { KH: await Side.open(world, "KH"), LA: await Side.open(world, "LA") };
    say(`Both nodes are linked; planting ${count} canaries on each side.`);
    await Promise.all(countries.map((country) => sides[country].plant(count)));
    await Promise.all(countries.map((country) => crossed(world, sides, country)));
    say("All releases have crossed; searching.");
    for (const country of countries)
      for (const cluster of [world.nodes[country].ops, world.nodes[country].gateway])
        await cluster.admin("postgres", (admin) => admin.query("checkpoint"));
    const found = (country: Country) => look(world, sides, country);
    return { KH: await found("KH"), LA: await found("LA") };
  } finally {
    await world.stop();
  }
}

/** Resolves once all that a side released is on the partner's screens, and its unit's track is stored at home. */
async function crossed(world: TwoNodes, sides: Record<Country, Side>, country: Country): Promise<void> {
  const { planter } = sides[country];
  const there = sides[partnerOf(country)].commander;
  const arrived = () =>
    [...there.fold.picture.incidents.values()].filter(
      (incident) => incident.id.startsWith(country) && incident.sharing === "released",
    ).length;
  await until(() => arrived() >= planter.released, `${planter.released} releases of ${country}`, 120_000);
  const deadline = performance.now() + tracksWithinMs;
  for (;;) {
    const rows = await world.nodes[country].ops.admin("ops", (admin) =>
      admin.query("select from unit_tracks"),
    );
    if (rows.rows.length > 0 || performance.now() > deadline) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function look(world: TwoNodes, sides: Record<Country, Side>, country: Country): Promise<Found> {
  const { planter } = sides[country];
  const partner = partnerOf(country);
  const marks = [textMark(country), placeMark[country], positionMark[country]];
  const pattern = new RegExp(
    `${textMark(country)}\\d{6}z|${placeMark[country].replace(".", "\\.")}\\d{5}7|${positionMark[country]}`,
    "g",
  );
  const home = searchFiles(world.nodes[country].folder, marks, pattern);
  // A track's place is a number in its file and text only in its row.
  for await (const rows of rowsOf(world.nodes[country].ops, "ops"))
    for (const [text] of rows.matchAll(pattern)) home.found.add(text);
  const there = searchFiles(world.nodes[partner].folder, marks, pattern);
  const leaks = there.files.map((file) => `file ${file}`);
  const has = (text: string) => marks.some((mark) => text.includes(mark));
  for (const [cluster, database] of [
    [world.nodes[partner].ops, "ops"],
    [world.nodes[partner].gateway, "exchange"],
    [world.nodes[country].gateway, "exchange"],
  ] as const)
    for await (const rows of rowsOf(cluster, database))
      if (has(rows)) leaks.push(`rows of ${rows.split("\n", 1)[0]}`);
  // What the partner may copy as a whole: the own gateway's files.
  const gateway = searchFiles(`${world.nodes[country].folder}/gateway`, marks, pattern);
  leaks.push(...gateway.files.map((file) => `file ${file}`));
  for (const screen of sides[partner].screens)
    if (has(screen.received.join("\n"))) leaks.push("a partner's screen");
  if (has(JSON.stringify(world.servers[partner].logs))) leaks.push("the partner's log");
  if (has(JSON.stringify(world.servers[country].logs))) leaks.push("the own log");
  const received = sides[country].screens.flatMap((screen) => screen.received).join("\n");
  return {
    planted: planter.canaries.length,
    released: planter.released,
    unseenAtHome: planter.canaries.filter((canary) => !home.found.has(canary) || !received.includes(canary)),
    leaks,
    searchedBytes: there.bytes,
  };
}
