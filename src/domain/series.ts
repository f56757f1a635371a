import type { CategoryCode } from "./category-code.js";
import type { Content } from "./content.js";

/** The dots that part the names of a Uyghur or a foreign person: keyboards have many, registers one (GB/T 40637). */
const MIDDLE_DOTS = /\s*[·•‧∙⋅・]\s*/g;

/** 李　四 is 李四: a short name is spread out to stand as wide as its neighbours. Between Latin letters a blank parts names. */
const BETWEEN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

const oneBlank = (text: string): string => text.trim().replace(/\s+/g, " ");

/** One name for all spellings of a person's name: width, case, blanks and the kind of dot do not make another person. */
export const normalisedName = (name: string): string =>
  oneBlank(name.normalize("NFKC")).replace(BETWEEN_HAN, "").replace(MIDDLE_DOTS, "·").toLowerCase();

/** There is one record in force of the whole category. */
const ONLY = "customer";

/** Of what there is one record in force. What is a series by itself stays one when it is corrected. */
const SERIES: { readonly [C in CategoryCode]: (content: Content<C>, itself: string) => string } = {
  REGISTRATION: () => ONLY,
  CONTACT: ({ personName }) => normalisedName(personName ?? ""),
  OPERATION: () => ONLY,
  FINANCIAL: ({ periodStart, periodEnd }) => `${periodStart}/${periodEnd}`,
  TRANSACTION: ({ contractNumber, occurredOn }) => `${occurredOn}/${contractNumber}`,
  CREDIT: () => ONLY,
  FEEDBACK: (_, itself) => itself,
};

/** @param itself the record's key, or the series of the one it corrects */
export const seriesOf = <C extends CategoryCode>(category: C, content: Content<C>, itself: string): string =>
  SERIES[category](content, itself);
