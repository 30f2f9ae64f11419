/** Every command of the wire: one schema per type. A body is parsed once, by `protocol/parse.ts`. */
import { z } from "zod";
import { clockCommands } from "./clock/schema";
import { drawingCommands } from "./drawing/schema";
import { subjectSchema, vectorSchema } from "./envelope";
import { incidentCommands } from "./incident/schema";
import { messageCommands } from "./message/schema";
import { proposalCommands } from "./proposal/schema";
import { releaseCommands } from "./release/schema";
import { requestCommands } from "./request/schema";
import { taskCommands } from "./task/schema";
import { transferCommands } from "./transfer/schema";
import { unitCommands } from "./unit/schema";

export const commandBodies = {
  ...incidentCommands,
  ...releaseCommands,
  ...transferCommands,
  ...proposalCommands,
  ...taskCommands,
  ...requestCommands,
  ...unitCommands,
  ...messageCommands,
  ...clockCommands,
  ...drawingCommands,
} as const;
export type CommandType = keyof typeof commandBodies;
export type CommandBody<Type extends CommandType> = z.infer<(typeof commandBodies)[Type]>;
export const isCommandType = (type: string): type is CommandType => Object.hasOwn(commandBodies, type);

export type CommandOf<Type extends CommandType> = {
  id: string;
  type: Type;
  subject: string;
  body: CommandBody<Type>;
  basis?: z.infer<typeof vectorSchema>;
};
export type Command = { [Type in CommandType]: CommandOf<Type> }[CommandType];
export type CommandIn<Types extends CommandType> = { [Type in Types]: CommandOf<Type> }[Types];

/** The frame around every command's body. */
export const commandFrameSchema = z.strictObject({
  /** UUIDs are the same in upper and lower case. */
  id: z.uuid().toLowerCase(),
  type: z.string().max(60),
  subject: subjectSchema,
  body: z.unknown(),
  basis: vectorSchema.optional(),
});
