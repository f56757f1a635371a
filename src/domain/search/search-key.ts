/**
 * Marks of punctuation are what people leave out or write otherwise: （）, (), ·, spaces. So no wildcard of LIKE is left either.
 * Two of the dots that part names (series.ts) are signs of mathematics to Unicode.
 */
const LEFT_OUT = /[\p{P}\p{Z}\p{C}\s∙⋅]/gu;

/** Closing brackets may stand between a name and its form: 「华为（集团）有限公司」. */
const CHINESE_FORM =
  /[\p{P}\s]*(?:有限责任公司|股份有限公司|股份合作公司|有限公司|集团公司|分公司|集团|公司|(?:普通|特殊普通|有限)?合伙企业)[\p{P}\s]*$/u;

const LATIN_FORM =
  /(?:^|[\s,.(]+)(?:co[.,]*\s*(?:ltd|limited|inc)|company\s+(?:ltd|limited)|company|limited|ltd|incorporated|inc|corporation|corp|llc|llp|plc|gmbh|group|holdings?)[\s.,)]*$/u;

/** A name is not all form. */
const SHORTEST_CORE = 2;

export const charactersOf = (text: string): string[] => [...text];

/** In characters, not in halves of one. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** NFKC can write one sign as eighteen: what is stored stays as long as a name may be. */
const LONGEST = 200;

export const keyOf = (folded: string): string => {
  const key = folded.replace(LEFT_OUT, "");
  return key.length <= LONGEST ? key : charactersOf(key).slice(0, LONGEST).join("");
};

/** Forms may follow one another: 集团 · 股份有限公司, Holdings Co., Ltd. */
export const withoutForm = (folded: string): string => {
  const shorter = folded.replace(folded.match(CHINESE_FORM) ? CHINESE_FORM : LATIN_FORM, "");
  if (shorter === folded || charactersOf(keyOf(shorter)).length < SHORTEST_CORE) return folded;
  return withoutForm(shorter);
};

export interface SearchKey {
  /** Without spaces and punctuation, width and case folded (NFKC). */
  readonly full: string;
  /** The same without the form of the company: 有限公司, Co., Ltd. */
  readonly core: string;
}

/** What two spellings of one name have in common. */
export const searchKey = (text: string): SearchKey => {
  const folded = text.normalize("NFKC").toLowerCase();
  return { full: keyOf(folded), core: keyOf(withoutForm(folded)) };
};
