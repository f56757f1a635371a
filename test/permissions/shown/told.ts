import { gradeAt } from "../oracle/policy.js";
import type { Scene } from "../oracle/scene.js";

const AT_ONCE = 40;
const ENVELOPE = /^InformationRecord\./;

const isText = (coordinate: string): boolean =>
  gradeAt(coordinate.replace(ENVELOPE, "ContactRecord.")).grade === "RECORD";

/** What is explained by itself: a coordinate, of texts with their category and the field they are about. */
export const kindOf = (coordinate: string, category: string | null, field: string | null): string =>
  [coordinate, ...(isText(coordinate) ? [category, ...(field === null ? [] : [field])] : [])].join(" ");

export interface Told {
  readonly level: string;
  readonly otherwise?: string | null;
  readonly rows: string;
  readonly texts: readonly { readonly category: string; readonly field: string | null; readonly level: string }[];
}

export const SAID = "level rows texts { category field level }";

/** What is told of a coordinate, by kind: TASK_BOUND with what is shown of rows that are not mine. */
export const toldOf = (coordinate: string, { level, otherwise, rows, texts }: Told): [string, string][] => {
  const shown = (told: string, elsewhere: string): string =>
    rows === "NONE" ? "DENIED" : told === "TASK_BOUND" ? `TASK_BOUND ${elsewhere}` : told;
  if (!isText(coordinate)) return [[kindOf(coordinate, null, null), shown(level, otherwise ?? "DENIED")]];
  return texts.map((text) => [kindOf(coordinate, text.category, text.field), shown(text.level, "DENIED")]);
};

/** Asks for an explanation of every coordinate. */
export const explained = async <T>(
  { archive }: Scene,
  username: string,
  coordinates: readonly string[],
  asks: { readonly field: string; readonly selection: string },
): Promise<Map<string, T>> => {
  const found = new Map<string, T>();
  for (let from = 0; from < coordinates.length; from += AT_ONCE) {
    const part = coordinates.slice(from, from + AT_ONCE);
    const fields = part.map((each, i) => `a${i}: ${asks.field}(coordinate: "${each}") { ${asks.selection} }`);
    const { data, text } = await archive.ask(username, `{ ${fields.join(" ")} }`);
    if (!data) throw new Error(text);
    part.forEach((coordinate, i) => void found.set(coordinate, data[`a${i}`]));
  }
  return found;
};
