/** A disposal stack, as `AsyncDisposableStack` is one in newer versions of Node. */
type Dispose = () => Promise<unknown>;

export class DisposalStack {
  readonly #disposers: Dispose[] = [];

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Adds what is to be done at disposal, before everything added so far. */
  defer(dispose: Dispose): void {
    this.#disposers.push(dispose);
  }

  /** Runs everything added, last in first out; one that fails is reported and the others still run. Never rejects. */
  async dispose(): Promise<void> {
    for (const dispose of this.#disposers.splice(0).reverse()) await dispose().catch(this.onError);
  }
}
