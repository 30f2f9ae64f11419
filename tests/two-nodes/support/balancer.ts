/** A proxy before the processes of one node: a connection goes to the next that answers, whichever it went to before. */
import { connect, createServer, type Server, type Socket } from "node:net";

export class Balancer {
  readonly #upstreams: number[] = [];
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #turn = 0;

  constructor(readonly port: number) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = createServer({ pauseOnConnect: true }, (near) => this.#pass(near, this.#upstreams.length));
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.#server = server;
  }

  add(port: number): void {
    this.#upstreams.push(port);
  }

  /** No new connection goes there; those that are open stay. */
  take(port: number): void {
    this.#upstreams.splice(this.#upstreams.indexOf(port), 1);
  }

  close(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #pass(near: Socket, triesLeft: number): void {
    this.#turn += 1;
    const port = this.#upstreams[this.#turn % Math.max(1, this.#upstreams.length)];
    if (port === undefined || triesLeft === 0) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: "127.0.0.1" });
    let isOpen = false;
    this.#sockets.add(near).add(far);
    far.once("connect", () => {
      isOpen = true;
      near.pipe(far).pipe(near);
    });
    far.on("error", () => undefined);
    far.once("close", () => {
      this.#sockets.delete(far);
      if (isOpen || near.destroyed) near.destroy();
      else this.#pass(near, triesLeft - 1);
    });
    near.on("error", () => near.destroy());
    near.once("close", () => {
      this.#sockets.delete(near);
      far.destroy();
    });
  }
}
