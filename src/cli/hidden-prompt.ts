import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Refusal } from "../domain/refusal.js";

const NOWHERE = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Asks on a terminal, on its error output, without showing what is typed. */
export const askHidden = async (question: string): Promise<string> => {
  process.stderr.write(question);
  const terminal = createInterface({ input: process.stdin, output: NOWHERE(), terminal: true });
  const interrupted = new AbortController();
  terminal.once("close", () => interrupted.abort());
  try {
    return await terminal.question("", { signal: interrupted.signal });
  } catch {
    throw new Refusal("BAD_USER_INPUT", "Interrupted: nothing was changed.");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
};

/** The first line piped in; null when there is none. */
export const readFirstLine = async (): Promise<string | null> => {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return null;
};
