import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { analyse } from "chardet";
import { Refusal } from "../../../domain/refusal.js";

/** What a file may be written in; GB18030 reads GBK and GB2312 as well. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A byte order mark leaves no doubt. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** By the names the detector has for them. */
const DETECTED: Readonly<Record<string, Encoding>> = { "UTF-8": "utf-8", GB18030: "gb18030", Big5: "big5" };

/** Enough text for its statistics. */
const SAMPLE = 256 * 1024;

const headOf = async (file: string): Promise<Buffer> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Where the first byte stands that the encoding does not have, or null: the whole file is written in it. */
const firstFault = async (file: string, encoding: Encoding): Promise<number | null> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
      bytes += chunk.length;
    }
    decoder.decode();
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return bytes;
    throw error;
  }
};

const asFarAsKnown = (sample: Buffer): Encoding | undefined =>
  analyse(sample)
    .map(({ name }) => DETECTED[name])
    .find((encoding) => encoding !== undefined);

const CHOOSE = `convert it, or name its encoding: ${ENCODINGS.join(", ")}`;

const refuse = (name: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", `${name}: ${message}`);
};

const requireWhole = async (file: string, name: string, encoding: Encoding): Promise<Encoding> => {
  const fault = await firstFault(file, encoding);
  if (fault === null) return encoding;
  return refuse(name, `it is not ${encoding} throughout: something near byte ${fault} is none; ${CHOOSE}.`);
};

/**
 * What a file is written in: by its byte order mark; else UTF-8 if all of it is; else by the statistics of its text. The
 * file is read to its end: half an import would be hard to explain.
 *
 * @throws Refusal BAD_USER_INPUT when it is in none, or not in the one that was named
 */
export const encodingOf = async (file: string, name: string, named?: Encoding): Promise<Encoding> => {
  if (named !== undefined) return requireWhole(file, name, named);
  const head = await headOf(file);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte))?.[0];
  if (marked !== undefined) return requireWhole(file, name, marked);
  if ((await firstFault(file, "utf-8")) === null) return "utf-8";
  const likely = asFarAsKnown(head);
  if (likely === undefined) return refuse(name, `nobody can tell its encoding; ${CHOOSE}.`);
  return requireWhole(file, name, likely);
};
