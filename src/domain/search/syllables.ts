/** The syllables of Hanyu Pinyin without tones, by their initial; ü is written v, as it is typed. */
const FINALS: Readonly<Record<string, string>> = {
  "": "a ai an ang ao e ei en eng er o ou",
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  f: "a an ang ei en eng o ou u",
  d: "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
  t: "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve",
  l: "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  k: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  zh: "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  r: "an ang ao e en eng i ong ou u ua uan ui un uo",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  c: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  y: "a an ang ao e i in ing o ong ou u uan ue un",
  w: "a ai an ang ei en eng o u",
};

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(" ").map((final) => initial + final)),
);

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((syllable) => Array.from(syllable, (_, end) => syllable.slice(0, end + 1))),
);

const LONGEST = 6;

/** Beyond this many readings of one text (xianxian…) the rest is not looked for. */
const MOST_READINGS = 16;

/** Of a name an entry has no more: nobody spells out more, and its text has to fit into an index. */
export const MOST_SYLLABLES = 60;

/** The ways to read letters as syllables, the last of which may just have begun: xian is xian, and xi an. */
export const syllablesOf = (letters: string): string[][] => {
  const found: string[][] = [];
  /** Places from which nothing can be read to the end: each would be come to again by every way that leads there. */
  const dead = new Set<number>();
  const read = (from: number, before: readonly string[]): void => {
    if (found.length >= MOST_READINGS || dead.has(from)) return;
    const known = found.length;
    for (let end = Math.min(from + LONGEST, letters.length); end > from; end -= 1) {
      const part = letters.slice(from, end);
      if (end === letters.length) {
        if (BEGINNINGS.has(part)) found.push([...before, part]);
      } else if (SYLLABLES.has(part)) read(end, [...before, part]);
    }
    if (found.length === known) dead.add(from);
  };
  read(0, []);
  return found.filter(({ length }) => length <= MOST_SYLLABLES);
};
