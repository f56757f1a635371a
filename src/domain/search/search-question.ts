import { LETTERS, MARK, pairsOf, quoted, SHORTEST_PART, STEP, TRIPLE, triplesOf } from "./lexeme.js";
import { charactersOf, keyOf, lengthOf, searchKey, withoutForm } from "./search-key.js";
import { syllablesOf } from "./syllables.js";

/** One way in which an entry may match: the lexemes it must have, and the pattern of LIKE its text must have. */
interface Way {
  readonly lexemes: readonly string[];
  readonly pattern: string;
}

const USCC_LENGTH = 18;

const start = (key: string): string => charactersOf(key).slice(0, 2).join("");
const namePairs = (key: string): string[] => pairsOf(key).map(quoted);
const furtherPairs = (key: string): string[] => namePairs(key).slice(1);

/** Of an end shorter than this half of all entries have one, and what stands before has it already. */
const ENOUGH = 4;

/** From the beginning of every syllable on, as far as an entry has letters; an unfinished end may be anything. */
const syllableLexemes = (syllables: readonly string[]): string[] =>
  syllables.flatMap((_, at) => {
    const letters = syllables.slice(at).join("");
    if (at > 0 && letters.length < ENOUGH) return [];
    return [quoted(MARK.syllable + letters.slice(0, LETTERS)) + (letters.length < LETTERS ? ":*" : "")];
  });

const pinyin = (word: string, from: "*" | ""): Way[] =>
  /^[a-z]+$/.test(word)
    ? syllablesOf(word).map((syllables) => {
        const [first = "", ...others] = syllableLexemes(syllables);
        const anchored = from === "" ? first : first.replace(MARK.syllable, MARK.firstSyllable);
        return { lexemes: [anchored, ...others], pattern: `%${from} ${syllables.join(" ")}%` };
      })
    : [];

/** Of digits alone there are no initials. */
const initials = (word: string, from: "!" | ""): Way[] => {
  if (!/^[a-z0-9]*[a-z][a-z0-9]*$/.test(word)) return [];
  const upper = word.toUpperCase();
  const lexemes = from === "" ? namePairs(upper) : [quoted(MARK.initials + start(upper)), ...furtherPairs(upper)];
  return [{ lexemes, pattern: `%${from}${upper}%` }];
};

const IDENTIFIER = /^[a-z0-9]+$/;

const triples = (word: string, from = 0): string[] =>
  triplesOf(word, from).map((triple) => quoted(MARK.identifier + triple));

/** Two characters are the beginning of any three. */
const beginning = (mark: "#" | "@", word: string): string =>
  quoted(mark + word.slice(0, TRIPLE)) + (word.length < TRIPLE ? ":*" : "");

const identifier = (mark: "#" | "@", word: string, end: string): Way[] =>
  IDENTIFIER.test(word)
    ? [{ lexemes: [beginning(mark, word), ...triples(word, STEP)], pattern: `%${mark}${word}${end}` }]
    : [];

/** It may begin at an even place or at an odd one. */
const identifierPart = (word: string): Way[] =>
  IDENTIFIER.test(word) && word.length >= SHORTEST_PART
    ? [0, 1].map((from) => ({ lexemes: triples(word, from), pattern: `%#%${word}%;%` }))
    : [];

const exactCode = (word: string): Way[] =>
  identifier("#", word, "@%").map((way) => ({
    ...way,
    lexemes: [quoted(MARK.code + start(word) + word.length), ...way.lexemes],
  }));

interface Asked {
  /** All that is searched for, as one name. */
  readonly full: string;
  readonly core: string;
  /** The first word. */
  readonly word: string;
}

/** How well a customer matches, best first: a customer has the first rank it matches in. */
const RANKS = {
  EXACT: ({ full }) => [
    { lexemes: [quoted(MARK.name + start(full) + lengthOf(full)), ...furtherPairs(full)], pattern: `/${full}/%` },
    ...exactCode(full),
    ...(full.length === USCC_LENGTH ? identifier("@", full, ";%") : []),
  ],
  EXACT_CORE: ({ core }) => [
    { lexemes: [quoted(MARK.name + start(core) + lengthOf(core)), ...furtherPairs(core)], pattern: `%/${core}#%` },
  ],
  NAME_PREFIX: ({ word }) => [
    { lexemes: [quoted(MARK.name + start(word)), ...furtherPairs(word)], pattern: `/${word}%` },
  ],
  IDENTIFIER_PREFIX: ({ word }) => [...identifier("#", word, "%"), ...identifier("@", word, "%")],
  NAME_INFIX: ({ word }) => [{ lexemes: namePairs(word), pattern: `/%${word}%/%` }],
  PINYIN_PREFIX: ({ word }) => pinyin(word, "*"),
  INITIALS_PREFIX: ({ word }) => initials(word, "!"),
  PINYIN_INFIX: ({ word }) => [...pinyin(word, ""), ...initials(word, "")],
  IDENTIFIER_INFIX: ({ word }) => identifierPart(word),
} as const satisfies Record<string, (asked: Asked) => Way[]>;

/** How entries are asked for: `query` of the index, `patterns` of their text. Neither, where there is no such way. */
export interface Question {
  readonly query: string;
  readonly patterns: readonly string[];
}

export interface SearchQuestion {
  /** Of the first word and the whole, best first: a customer has the first rank it matches in. */
  readonly ranks: readonly Question[];
  /** Of all words: each must be found, wherever. */
  readonly words: readonly Question[];
  readonly tooShort: boolean;
}

/** Of a long word a part of its lexemes narrows down as well: the pattern decides. */
const MOST_LEXEMES = 24;

const narrowing = (lexemes: readonly string[]): string => [...new Set(lexemes)].slice(0, MOST_LEXEMES).join(" & ");

const questionOf = (ways: readonly Way[]): Question => ({
  query: ways.map(({ lexemes }) => `(${narrowing(lexemes)})`).join(" | "),
  patterns: [...new Set(ways.map(({ pattern }) => pattern))],
});

/** What matches exactly begins so too. */
const ANYWHERE = [
  "NAME_PREFIX",
  "IDENTIFIER_PREFIX",
  "NAME_INFIX",
  "PINYIN_PREFIX",
  "INITIALS_PREFIX",
  "PINYIN_INFIX",
  "IDENTIFIER_INFIX",
] as const;

/** The patterns that decide on those: what begins so has it in it, too. */
const DECIDING = ["IDENTIFIER_PREFIX", "NAME_INFIX", "PINYIN_INFIX", "IDENTIFIER_INFIX"] as const;

const anywhere = (word: string): Question => {
  const asked = { full: word, core: word, word };
  const of = (ranks: readonly (keyof typeof RANKS)[]) => questionOf(ranks.flatMap((rank) => RANKS[rank](asked)));
  return { query: of(ANYWHERE).query, patterns: of(DECIDING).patterns };
};

export const SHORTEST_WORD = 2;

/** A single character is no word: it belongs to what follows, the last to what goes before (上 海, H & M). */
const wordsOf = (folded: string): string[] => {
  const words: string[] = [];
  for (const key of folded.split(/\s+/).map(keyOf)) {
    const before = words.at(-1);
    if (before !== undefined && lengthOf(before) < SHORTEST_WORD) words[words.length - 1] = before + key;
    else if (key !== "") words.push(key);
  }
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && lengthOf(last) < SHORTEST_WORD
    ? [...words.slice(0, -2), `${words.at(-2)}${last}`]
    : words;
};

/** What a text looks for. All of its words must be found; the first one and the whole decide how well. */
export const searchQuestion = (text: string): SearchQuestion => {
  const words = wordsOf(withoutForm(text.normalize("NFKC").toLowerCase()));
  const [word = ""] = words;
  const asked = { ...searchKey(text), word };
  return {
    ranks: Object.values(RANKS).map((ways) => questionOf(ways(asked))),
    words: words.map(anywhere),
    tooShort: lengthOf(word) < SHORTEST_WORD,
  };
};
