import { createReadStream } from "node:fs";

const isFault = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA";

const chunksOf = (file: string): AsyncIterable<Buffer> => createReadStream(file);

/** Where the chunk begins that holds the first byte the encoding does not have; null: the whole file is written in it. */
const firstFaultyChunk = async (file: string, encoding: string): Promise<number | null> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(file)) {
      decoder.decode(chunk, { stream: true });
      bytes += chunk.length;
    }
    decoder.decode();
    return null;
  } catch (error) {
    if (isFault(error)) return bytes;
    throw error;
  }
};

const lineEnds = (text: string): number => text.split("\n").length - 1;

/** Byte by byte from there on: a chunk that cannot be decoded does not say where. */
const lineBehind = async (file: string, encoding: string, near: number): Promise<number> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let [line, bytes] = [1, 0];
  try {
    for await (const chunk of chunksOf(file)) {
      const step = bytes < near ? chunk.length : 1;
      for (let at = 0; at < chunk.length; at += step)
        line += lineEnds(decoder.decode(chunk.subarray(at, at + step), { stream: true }));
      bytes += chunk.length;
    }
  } catch (error) {
    if (!isFault(error)) throw error;
  }
  return line;
};

/** The line, from 1, of the first byte the encoding does not have; null: the whole file is written in it. */
export const firstFault = async (file: string, encoding: string): Promise<number | null> => {
  const near = await firstFaultyChunk(file, encoding);
  return near === null ? null : lineBehind(file, encoding, near);
};

export const isWhole = async (file: string, encoding: string): Promise<boolean> =>
  (await firstFaultyChunk(file, encoding)) === null;
