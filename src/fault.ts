export interface Fault {
  readonly name: string;
  readonly code: string | undefined;
  readonly at: readonly string[];
  readonly cause: Fault | undefined;
}

const FRAME = /^\s+at .*:\d+:\d+\)?$/;

/** The frames of a stack. It begins with the message, whose lines may look like frames. */
const framesOf = ({ stack = "", message }: Error): string[] => {
  const start = stack.indexOf(message);
  const frames = start < 0 ? stack : stack.slice(start + message.length);
  return frames.split("\n").flatMap((line) => (FRAME.test(line) ? [line.trim()] : []));
};

/**
 * What may be logged of a bug. Never its message: a database error quotes the statement, its parameters and the row.
 */
export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, at: [], cause: undefined };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : faultOf(error.cause);
  return { name: error.name, code, at: framesOf(error), cause };
};
