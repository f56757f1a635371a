import { pinyin } from "pinyin-pro";

/** A search as one would do it by hand: every customer looked at, nothing of the index and its patterns. */
export interface Known {
  readonly code: string;
  readonly name: string;
  readonly uscc: string | null;
}

const FORMS = [
  "(集团)有限公司",
  "集团有限公司",
  "股份有限公司",
  "有限责任公司",
  "有限公司",
  "集团",
  "co., ltd.",
  "co ltd",
];
const MARKS = /[^\p{L}\p{N}\p{S}\p{M}]/gu;
const key = (text: string) => text.replace(MARKS, "");
const fold = (text: string) => text.normalize("NFKC").toLowerCase().trim();

const stripped = (text: string): string => {
  const form = FORMS.find((each) => text.endsWith(each) && key(text.slice(0, -each.length)).length > 1);
  return form === undefined ? text : stripped(text.slice(0, -form.length).trim());
};

/** Readings of the test's own characters that context does not decide. */
const SEVERAL: Readonly<Record<string, string[]>> = {
  乐: ["le", "yue"],
  行: ["xing", "hang"],
  会: ["hui", "kuai"],
  长: ["chang", "zhang"],
  朝: ["chao", "zhao"],
  重: ["zhong", "chong"],
  厦: ["sha", "xia"],
  单: ["dan", "shan"],
  传: ["chuan", "zhuan"],
  调: ["diao", "tiao"],
  车: ["che", "ju"],
  率: ["lv", "shuai"],
  台: ["tai"],
};

const readings = (core: string): { syllables: string[]; initials: string }[] => {
  const units = core.match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];
  if (!/\p{Script=Han}/u.test(core)) return [];
  const han = (unit: string | undefined) => (unit !== undefined && /\p{Script=Han}/u.test(unit) ? unit : "");
  const typed = { toneType: "none", type: "array", v: true } as const;
  const each = units.map((unit, i) => {
    if (!han(unit)) return [unit];
    const before = han(units[i - 1]);
    const among = pinyin(before + unit + han(units[i + 1]), typed)[before ? 1 : 0] ?? "";
    const [alone = ""] = pinyin(unit, typed);
    return among === alone && SEVERAL[unit] ? SEVERAL[unit] : [among];
  });
  return each
    .reduce<string[][]>((all, some) => all.flatMap((before) => some.map((one) => [...before, one])), [[]])
    .map((syllables) => ({
      syllables,
      initials: syllables.map((syllable, i) => (han(units[i]) ? syllable.charAt(0) : syllable)).join(""),
    }));
};

/** Whether letters begin at the beginning of a syllable; the places where they do. */
const spelled = (syllables: readonly string[], letters: string): number[] =>
  /^[a-z]{2,}$/.test(letters)
    ? syllables.flatMap((_, at) => (syllables.slice(at).join("").startsWith(letters) ? [at] : []))
    : [];

const placesIn = (text: string, part: string): number[] =>
  [...text].flatMap((_, at) => (text.startsWith(part, at) ? [at] : []));

interface Entry {
  readonly full: string;
  readonly core: string;
  readonly ids: readonly string[];
  readonly read: ReturnType<typeof readings>;
}

const entryOf = ({ code, name, uscc }: Known): Entry => {
  const core = key(stripped(fold(name)));
  return { full: key(fold(name)), core, ids: [key(fold(code)), key(fold(uscc ?? ""))], read: readings(core) };
};

const rankOfWord = ({ full, ids, read }: Entry, word: string): number => {
  const spelt = read.flatMap(({ syllables }) => spelled(syllables, word));
  const short = /[a-z]/.test(word) ? read.flatMap(({ initials }) => placesIn(initials, word)) : [];
  if (full.startsWith(word)) return 2;
  if (ids.some((id) => id.startsWith(word))) return 3;
  if (full.includes(word)) return 4;
  if (spelt.includes(0)) return 5;
  if (short.includes(0)) return 6;
  if (spelt.length + short.length > 0) return 7;
  return word.length >= 4 && ids.some((id) => id.includes(word)) ? 8 : Number.POSITIVE_INFINITY;
};

const wordsOf = (term: string): string[] =>
  term
    .split(/\s+/)
    .map(key)
    .filter((word) => word !== "")
    .join(" ")
    .replace(/(^| )(.) (?=.)/gu, "$1$2")
    .split(" ");

const rankOf = (entry: Entry, term: string): number => {
  const folded = fold(term);
  const words = wordsOf(stripped(folded));
  if (words.some((word) => rankOfWord(entry, word) === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if ([entry.full, ...entry.ids].includes(key(folded))) return 0;
  if (entry.core === key(stripped(folded))) return 1;
  return rankOfWord(entry, words[0] ?? "");
};

const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What is found, best first; equals by name, then by code. */
export const ranked = <T extends Known>(customers: readonly T[], term: string): T[] =>
  customers
    .map((customer) => {
      const entry = entryOf(customer);
      const place = `/${entry.full}/${entry.core}#${entry.ids[0]}`;
      return { customer, place, rank: rankOf(entry, term) };
    })
    .filter(({ rank }) => rank !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || compare(a.place, b.place))
    .map(({ customer }) => customer);
