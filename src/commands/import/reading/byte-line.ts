import { createReadStream } from "node:fs";

export interface ByteLine {
  /** Of the file, from 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

const LINE_END = 0x0a;

/** What is longer is judged in pieces: a file without line ends would fill the memory. */
const LONGEST = 1_000_000;

/**
 * The lines of a file before anybody knows what they are written in, some at a time. Not of UTF-16: everywhere else this
 * byte is a line end, and a part of no character.
 */
export async function* byteLines(file: string): AsyncGenerator<ByteLine[]> {
  let [rest, number]: [Buffer, number] = [Buffer.alloc(0), 1];
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const lines: ByteLine[] = [];
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = all.indexOf(LINE_END); end >= 0; end = all.indexOf(LINE_END, start)) {
      lines.push({ number, bytes: all.subarray(start, end) });
      [start, number] = [end + 1, number + 1];
    }
    rest = all.subarray(start);
    if (rest.length > LONGEST) {
      lines.push({ number, bytes: rest });
      rest = Buffer.alloc(0);
    }
    yield lines;
  }
  if (rest.length > 0) yield [{ number, bytes: rest }];
}
