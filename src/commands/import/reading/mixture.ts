import { isAscii, isUtf8 } from "node:buffer";
import { byteLines } from "./byte-line.js";

/** How the lines that are more than ASCII are written, and the first one that differs from most. */
export interface Mixture {
  readonly most: "utf-8" | "another";
  /** Null: no line surely differs. */
  readonly differs: number | null;
}

/** Chinese text of so many characters that bytes of GB18030 or Big5 look like it less than once in a billion lines. */
const SURELY_UTF8 = /^(?:\p{ASCII}*[\u3000-\u9fff\uff00-\uffef]){4}[\p{ASCII}\u3000-\u9fff\uff00-\uffef]*$/u;

/** Of a file that is not UTF-8 throughout: whether somebody put lines of two encodings into it. */
export const mixtureOf = async (file: string): Promise<Mixture> => {
  const lines = { utf8: 0, others: 0 };
  let [firstUtf8, firstOther]: [number | null, number | null] = [null, null];
  for await (const some of byteLines(file))
    for (const { number, bytes } of some) {
      if (isAscii(bytes)) continue;
      if (isUtf8(bytes)) {
        lines.utf8 += 1;
        if (firstUtf8 === null && SURELY_UTF8.test(bytes.toString())) firstUtf8 = number;
      } else {
        lines.others += 1;
        firstOther ??= number;
      }
    }
  // Hardly any text of another encoding is UTF-8 by chance: of as many each, it is the one that was meant.
  if (lines.utf8 > 0 && lines.utf8 >= lines.others) return { most: "utf-8", differs: firstOther };
  return { most: "another", differs: firstUtf8 };
};
