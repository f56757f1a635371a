import { pinyin } from "pinyin-pro";
import type { ReadName } from "../../domain/search/search-entry.js";
import { MOST_SYLLABLES } from "../../domain/search/syllables.js";

/**
 * Characters that names of companies use in more than one reading (行 hang, xing). Where the words around decide
 * (银行, 重庆), that reading holds; where they do not (青乐), each of these is tried.
 */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  行: ["xing", "hang"],
  重: ["zhong", "chong"],
  长: ["chang", "zhang"],
  乐: ["le", "yue"],
  朝: ["chao", "zhao"],
  都: ["du", "dou"],
  会: ["hui", "kuai"],
  厦: ["sha", "xia"],
  单: ["dan", "shan"],
  曾: ["zeng", "ceng"],
  参: ["can", "shen"],
  解: ["jie", "xie"],
  车: ["che", "ju"],
  地: ["di"],
  得: ["de"],
  调: ["diao", "tiao"],
  传: ["chuan", "zhuan"],
  藏: ["zang", "cang"],
  强: ["qiang"],
  石: ["shi"],
  柏: ["bai", "bo"],
  宿: ["su"],
  阿: ["a", "e"],
  蚌: ["beng", "bang"],
  六: ["liu", "lu"],
  番: ["fan", "pan"],
  莘: ["xin", "shen"],
  和: ["he"],
  合: ["he"],
  大: ["da"],
  中: ["zhong"],
  华: ["hua"],
  区: ["qu"],
  盛: ["sheng", "cheng"],
  省: ["sheng"],
  盖: ["gai", "ge"],
  薄: ["bo"],
  卡: ["ka"],
  呼: ["hu"],
  济: ["ji"],
  铅: ["qian", "yan"],
  台: ["tai"],
  还: ["huan"],
  什: ["shi"],
  仇: ["qiu", "chou"],
  任: ["ren"],
  查: ["cha", "zha"],
  翟: ["zhai", "di"],
  角: ["jiao"],
  率: ["lv", "shuai"],
  便: ["bian"],
  畜: ["xu", "chu"],
  校: ["xiao"],
  差: ["cha"],
  系: ["xi"],
  奇: ["qi"],
  贾: ["jia"],
  洞: ["dong"],
  折: ["zhe"],
  发: ["fa"],
  空: ["kong"],
  兴: ["xing"],
  相: ["xiang"],
  应: ["ying"],
  更: ["geng"],
  正: ["zheng"],
  当: ["dang"],
  干: ["gan"],
  好: ["hao"],
  量: ["liang"],
  数: ["shu"],
  度: ["du"],
  着: ["zhuo", "zhe"],
  种: ["zhong"],
  间: ["jian"],
  处: ["chu"],
  场: ["chang"],
  几: ["ji"],
  艾: ["ai"],
  育: ["yu"],
  娜: ["na"],
  尉: ["wei", "yu"],
  亳: ["bo"],
  漯: ["luo"],
  泷: ["long", "shuang"],
};

const AS_TYPED = { toneType: "none", type: "array", v: true } as const;
const MOST_READINGS = 4;
const MOST_REMEMBERED = 50_000;

const HAN = /\p{Script=Han}/u;
const UNITS = /\p{Script=Han}|[a-z0-9]+/gu;
const LETTERS_ONLY = /^[a-z]+$/;

/** Reading is asked of the library once per character, and per neighbourhood of a character with several readings. */
const remembered = new Map<string, readonly string[]>();

const remember = (of: string, read: () => readonly string[]): readonly string[] => {
  const known = remembered.get(of);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const found = read();
  remembered.set(of, found);
  return found;
};

const readCharacter = (character: string): readonly string[] =>
  remember(character, () => {
    const [found = ""] = pinyin(character, AS_TYPED);
    return [LETTERS_ONLY.test(found) ? found : character];
  });

const readAmong = (before: string, character: string, after: string): readonly string[] =>
  remember(before + character + after, () => {
    const several = SEVERAL[character] ?? [];
    const among = pinyin(before + character + after, AS_TYPED)[before === "" ? 0 : 1] ?? "";
    const [alone] = pinyin(character, AS_TYPED);
    if (among !== alone && LETTERS_ONLY.test(among)) return [among];
    return several;
  });

const isHan = (unit: string | undefined): unit is string => unit !== undefined && HAN.test(unit);

const readingsOf = (units: readonly string[], at: number): readonly string[] => {
  const unit = units[at] ?? "";
  if (!HAN.test(unit)) return [unit];
  if (!(unit in SEVERAL)) return readCharacter(unit);
  const [before, after] = [units[at - 1], units[at + 1]];
  return readAmong(isHan(before) ? before : "", unit, isHan(after) ? after : "");
};

/** Pinyin without tones. A name without Chinese characters has none; a character without reading stands for itself. */
export const readName: ReadName = (name) => {
  const units = (name.match(UNITS) ?? []).slice(0, MOST_SYLLABLES);
  if (!units.some(isHan)) return [];
  let readings: string[][] = [[]];
  for (const at of units.keys()) {
    const each = readingsOf(units, at);
    const more = readings.flatMap((before) => each.map((syllable) => [...before, syllable]));
    readings = more.length <= MOST_READINGS ? more : readings.map((before) => [...before, each[0] ?? ""]);
  }
  return readings;
};
