import { createReadStream } from "node:fs";
import { Refusal } from "../../domain/refusal.js";

export interface Line {
  /** Of the file, from 1. */
  readonly number: number;
  readonly text: string;
}

/** A file without line ends is no CSV; reading on would fill the memory. */
const LONGEST_LINE = 1_000_000;

const UNREADABLE_FILE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a folder",
};

const refusedFor = (file: string, error: unknown): unknown => {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    const convert = "convert it first, e.g. iconv -f GB18030 -t UTF-8";
    return new Refusal(
      "BAD_USER_INPUT",
      `${file}: it is not UTF-8, which is expected (with or without BOM); ${convert}.`,
    );
  }
  const reason = UNREADABLE_FILE[code];
  return reason === undefined ? error : new Refusal("BAD_USER_INPUT", `${file}: ${reason}.`);
};

async function* chunksOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      onBytes(chunk.length);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw refusedFor(file, error);
  }
}

/**
 * The lines of a UTF-8 file, without their ends and without a BOM; memory stays flat however long the file is.
 *
 * @throws Refusal BAD_USER_INPUT when the file cannot be read, is not UTF-8, or has no lines
 */
export async function* linesOf(file: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<Line> {
  let rest = "";
  let number = 0;
  for await (const chunk of chunksOf(file, onBytes)) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      number += 1;
      yield { number, text: part.endsWith("\r") ? part.slice(0, -1) : part };
    }
    if (rest.length > LONGEST_LINE)
      throw new Refusal("BAD_USER_INPUT", `${file}: line ${number + 1} is longer than ${LONGEST_LINE} characters.`);
  }
  if (rest !== "") yield { number: number + 1, text: rest.replace(/\r$/, "") };
}
