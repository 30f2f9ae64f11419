/** Asks for a password at the terminal without showing it. */
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UserError } from "./terminal";

const shortest = 12;
const longest = 128;

/** From SEKONG_PASSWORD, else typed twice. Throws UserError when there is neither, or it is too short. */
export async function readPassword(given: string | undefined): Promise<string> {
  const password = given || (await askTwice());
  if (password.length < shortest || password.length > longest) {
    throw new UserError(`A password needs ${shortest} to ${longest} characters.`);
  }
  return password;
}

async function askTwice(): Promise<string> {
  if (!stdin.isTTY) throw new UserError("SEKONG_PASSWORD must be set where there is no terminal to ask at.");
  const first = await ask("Password: ");
  if ((await ask("Again: ")) !== first) throw new UserError("The two passwords differ.");
  return first;
}

async function ask(question: string): Promise<string> {
  stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: silent, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    stdout.write("\n");
  }
}
