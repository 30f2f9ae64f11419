/** One thing that an administrator must still do: a plain sentence, with the reason. */
export type Finding = string;

/** Something stands in the way of a command that sets a link up; the message is one sentence for the administrator. */
export class LinkSetupError extends Error {
  override readonly name = "LinkSetupError";
}
