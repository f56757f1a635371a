/**
 * What the index holds of a customer, told apart by a mark of punctuation, which no key has. Of a name it is pairs of
 * characters: the least one can search for, and in Chinese half a word more would be half a name. What a name begins
 * with stands there as its beginning only: of a hundred thousand names that begin with 北京, those that have it further
 * on are found without looking at the others.
 */
export const MARK = {
  /** The first pair of the full name; with a length, a name or its core of that length. */
  name: "/",
  code: "#",
  uscc: "@",
  /** Three characters of a code or USCC, at every second place but the first, which stands there as its beginning only. */
  identifier: ".",
  /** Letters from the beginning of a syllable on; from the first syllable on. */
  syllable: "-",
  firstSyllable: "*",
  initials: "!",
  branch: "~",
} as const;

/** Letters of pinyin an entry has: two syllables or so. More would make nearly every entry one of its own. */
export const LETTERS = 6;

export const pairsOf = (key: string): string[] => {
  const pairs: string[] = [];
  let before: string | undefined;
  for (const character of key) {
    if (before !== undefined) pairs.push(before + character);
    before = character;
  }
  return pairs;
};

export const TRIPLE = 3;
export const STEP = 2;

/** Shortest part in the middle of an identifier that holds a triple wherever it begins. */
export const SHORTEST_PART = TRIPLE + STEP - 1;

/** Every second triple of an identifier: half as many to write, and any part of four characters holds one. */
export const triplesOf = (key: string, from = 0): string[] => {
  const starts = Math.ceil((key.length - TRIPLE + 1 - from) / STEP);
  return Array.from({ length: Math.max(starts, 0) }, (_, nth) =>
    key.slice(from + nth * STEP, from + nth * STEP + TRIPLE),
  );
};

/** As `tsvector` and `tsquery` read it. A key has neither a quote nor a backslash: both are punctuation. */
export const quoted = (lexeme: string): string => `'${lexeme}'`;

/** Of a UUID of whatever version its end differs. It narrows down only: the scope is a condition of its own. */
export const branchLexeme = (branchId: string): string => `${MARK.branch}${branchId.slice(-8)}`;
