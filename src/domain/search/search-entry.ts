import { branchLexeme, LETTERS, MARK, pairsOf, quoted, STEP, TRIPLE, triplesOf } from "./lexeme.js";
import { lengthOf, searchKey } from "./search-key.js";

/** What can be searched for: PUBLIC facts. */
export interface Searchable {
  readonly branchId: string;
  readonly code: string;
  readonly name: string;
  readonly uscc?: string | null | undefined;
}

/** The ways to read a name, each a list of syllables; letters and digits between characters are one of their own. */
export type ReadName = (name: string) => readonly (readonly string[])[];

export interface SearchEntry {
  /** `/full name/core#code@uscc;`, then `* syl la bles` per reading, then `!INITIALS` per reading. */
  readonly text: string;
  readonly lexemes: string;
}

const LATIN = /^[a-z0-9]+$/;

/** Of a run of letters all: TCL科技 is TCLKJ. */
const initialsOf = (syllables: readonly string[], name: readonly string[]): string =>
  syllables
    .map((syllable, i) => (LATIN.test(name[i] ?? "") ? syllable : syllable.charAt(0)))
    .join("")
    .toUpperCase();

const unitsOf = (core: string): string[] => core.match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];

const syllableLexemes = (syllables: readonly string[]): string[] => {
  const from = (at: number) => syllables.slice(at).join("").slice(0, LETTERS);
  return syllables.map((_, at) => (at === 0 ? MARK.firstSyllable : MARK.syllable) + from(at));
};

const identifierLexemes = (mark: string, key: string): string[] => [
  mark + key.slice(0, TRIPLE),
  ...triplesOf(key, STEP).map((triple) => MARK.identifier + triple),
];

const nameLexemes = ({ full, core }: { readonly full: string; readonly core: string }): string[] => {
  const [first = "", ...others] = pairsOf(full);
  const start = MARK.name + (first === "" ? full : first);
  return [start, start + lengthOf(full), start + lengthOf(core), ...others];
};

/** How a customer is found: what is stored beside it, and kept by whoever writes its name, code, USCC or branch. */
export const searchEntry = (of: Searchable, readName: ReadName): SearchEntry => {
  const name = searchKey(of.name);
  const code = searchKey(of.code).full;
  const uscc = searchKey(of.uscc ?? "").full;
  const readings = readName(name.core);
  const units = unitsOf(name.core);
  const initials = [...new Set(readings.map((syllables) => initialsOf(syllables, units)))];
  const lexemes = [
    branchLexeme(of.branchId),
    ...nameLexemes(name),
    ...identifierLexemes(MARK.code, code),
    MARK.code + code.slice(0, 2) + code.length,
    ...(uscc === "" ? [] : identifierLexemes(MARK.uscc, uscc)),
    ...readings.flatMap(syllableLexemes),
    ...initials.flatMap((each) => [MARK.initials + each.slice(0, 2), ...pairsOf(each).slice(1)]),
  ];
  const read = [...readings.map((syllables) => `* ${syllables.join(" ")}`), ...initials.map((each) => `!${each}`)];
  return {
    text: `/${name.full}/${name.core}#${code}@${uscc};${read.join("")}`,
    lexemes: [...new Set(lexemes)].map(quoted).join(" "),
  };
};
