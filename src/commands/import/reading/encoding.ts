import { open } from "node:fs/promises";
import { analyse } from "chardet";
import { Refusal } from "../../../domain/refusal.js";
import { firstFault, isWhole } from "./first-fault.js";
import { mixtureOf } from "./mixture.js";

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

const asFarAsKnown = (sample: Buffer): Encoding | undefined =>
  analyse(sample)
    .map(({ name }) => DETECTED[name])
    .find((encoding) => encoding !== undefined);

const CHOOSE = `convert it, or name its encoding: ${ENCODINGS.join(", ")}`;

const refuse = (name: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", `${name}: ${message}`);
};

const requireWhole = async (file: string, name: string, encoding: Encoding): Promise<Encoding> => {
  const line = await firstFault(file, encoding);
  if (line === null) return encoding;
  return refuse(name, `it is not ${encoding} throughout: line ${line} is not; ${CHOOSE}.`);
};

/** Which encoding the others are in would be a guess, and is no matter: the line is what has to be put right. */
const refuseMixture = async (file: string, name: string): Promise<void> => {
  const { most, differs } = await mixtureOf(file);
  if (most === "utf-8") refuse(name, `most of it is utf-8, but line ${differs} is not; convert that line.`);
  if (differs !== null) refuse(name, `line ${differs} is utf-8, but most of it is not; convert that line.`);
};

/**
 * What a file is written in: by its byte order mark; else UTF-8 if all of it is; else by the statistics of its text. The
 * file is read to its end: half an import would be hard to explain.
 *
 * @throws Refusal BAD_USER_INPUT when it is in none, in two, or not in the one that was named
 */
export const encodingOf = async (file: string, name: string, named?: Encoding): Promise<Encoding> => {
  if (named !== undefined) return requireWhole(file, name, named);
  const head = await headOf(file);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte))?.[0];
  if (marked !== undefined) return requireWhole(file, name, marked);
  if (await isWhole(file, "utf-8")) return "utf-8";
  await refuseMixture(file, name);
  const likely = asFarAsKnown(head);
  if (likely === undefined) return refuse(name, `nobody can tell its encoding; ${CHOOSE}.`);
  return requireWhole(file, name, likely);
};
