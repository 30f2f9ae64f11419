/** Reads a password from the environment or, without echo, from the terminal. */
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UserError } from "./terminal";

const minLength = 12;
const maxLength = 128;

/** The given password, else one typed twice. Throws UserError when there is neither, or its length is not allowed. */
export async function readPassword(given: string | undefined): Promise<string> {
  const password = given || (await askTwice());
  if (password.length < minLength || password.length > maxLength) {
    throw new UserError(`A password needs ${minLength} to ${maxLength} characters.`);
  }
  return password;
}

async function askTwice(): Promise<string> {
  if (!stdin.isTTY) throw new UserError("SEKONG_PASSWORD must be set when there is no terminal.");
  const first = await ask("Password: ");
  if ((await ask("Repeat: ")) !== first) throw new UserError("The two passwords differ.");
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
