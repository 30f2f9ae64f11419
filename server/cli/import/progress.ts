/** Reports the import's progress: bad rows at once, a running count, and a summary at the end. */
import type { ReadAs } from "./history";
import type { Result } from "./send";

export type Output = { write: (text: string) => void; isTTY: boolean };

const everyRows = 50;
const rows = (count: number): string => (count === 1 ? "row" : "rows");

export class Progress {
  #sent = 0;
  #existing = 0;
  #refused = 0;
  #bad = 0;
  #historical = 0;
  #pastDangers = 0;
  #shown = false;

  constructor(
    private readonly total: number,
    private readonly output: Output,
  ) {}

  /** Whether every row is in the log. */
  get clean(): boolean {
    return this.#refused === 0 && this.#bad === 0;
  }

  get summary(): string {
    return `${this.#sent} sent, ${this.#existing} already there, ${this.#refused} refused, ${this.#bad} bad ${rows(this.#bad)}`;
  }

  /** Counts how a row was read, and tells at once where its danger to life became a note. */
  read(line: number, { historical, pastDanger }: ReadAs): void {
    if (historical) this.#historical += 1;
    if (!pastDanger) return;
    this.#pastDangers += 1;
    this.#print(`line ${line}: over a day old: its danger to life becomes a note`);
  }

  badRow(line: number, problem: string): void {
    this.#bad += 1;
    this.#print(`line ${line}: ${problem}`);
    this.#count();
  }

  result(result: Result): void {
    if (result.kind === "sent") this.#sent += 1;
    if (result.kind === "existing") this.#existing += 1;
    if (result.kind === "refused") {
      this.#refused += 1;
      this.#print(`line ${result.line}: refused: ${result.reason}`);
    }
    this.#count();
  }

  /** Ends the line of the running count, and says what was imported as history. */
  end(): void {
    if (this.#shown) this.output.write("\n");
    this.#shown = false;
    const [historical, pastDangers] = [this.#historical, this.#pastDangers];
    if (historical === 0) return;
    const all = `${historical} ${rows(historical)} over a day old: imported as history, which calls nobody and waits to be verified`;
    this.output.write(`${all}\n`);
    if (pastDangers === 0) return;
    const some = `${pastDangers} ${rows(pastDangers)} of them with danger to life: it stands in a note; where it goes on, revise the incident`;
    this.output.write(`${some}\n`);
  }

  get #done(): number {
    return this.#sent + this.#existing + this.#refused + this.#bad;
  }

  #print(sentence: string): void {
    this.output.write(`${this.#shown ? "\r\u001B[K" : ""}${sentence}\n`);
    this.#shown = false;
  }

  /** On a terminal one line that is overwritten; elsewhere a line for every 50 rows. */
  #count(): void {
    const text = `${this.#done} of ${this.total} rows`;
    if (this.output.isTTY) {
      this.output.write(`\r\u001B[K${text}`);
      this.#shown = true;
    } else if (this.#done % everyRows === 0) this.output.write(`${text}\n`);
  }
}
