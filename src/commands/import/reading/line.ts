import { createReadStream } from "node:fs";
import { Refusal } from "../../../domain/refusal.js";
import type { Encoding } from "./encoding.js";

export interface Line {
  /** Of the file, from 1. */
  readonly number: number;
  readonly text: string;
}

/** A file without line ends is no CSV; reading on would fill the memory. */
const LONGEST_LINE = 1_000_000;

async function* chunksOf(file: string, encoding: Encoding, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/**
 * The lines of a file, without their ends and without a byte order mark, some at a time; memory stays flat however long
 * the file is.
 *
 * @throws Refusal BAD_USER_INPUT when it has no lines
 */
export async function* linesOf(
  file: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Line[]> {
  let rest = "";
  let number = 0;
  for await (const chunk of chunksOf(file, encoding, onBytes)) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    yield parts.map((part) => {
      number += 1;
      return { number, text: part.endsWith("\r") ? part.slice(0, -1) : part };
    });
    if (rest.length > LONGEST_LINE)
      throw new Refusal("BAD_USER_INPUT", `${file}: line ${number + 1} is longer than ${LONGEST_LINE} characters.`);
  }
  if (rest !== "") yield [{ number: number + 1, text: rest.replace(/\r$/, "") }];
}
