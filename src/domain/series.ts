import type { CategoryCode } from "./category-code.js";
import type { Content } from "./content.js";

/** One name for all spellings of a person's name: width, case and blanks do not make another person. */
export const normalisedName = (name: string): string =>
  name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** There is one record in force of the whole category. */
const ONLY = "customer";

/** Of what there is one record in force. */
const SERIES: { readonly [C in CategoryCode]: (content: Content<C>, recordId: string) => string } = {
  REGISTRATION: () => ONLY,
  CONTACT: ({ personName }) => normalisedName(personName ?? ""),
  OPERATION: () => ONLY,
  FINANCIAL: ({ periodStart, periodEnd }) => `${periodStart}/${periodEnd}`,
  TRANSACTION: ({ contractNumber, occurredOn }) => `${occurredOn}/${contractNumber}`,
  CREDIT: () => ONLY,
  FEEDBACK: (_, recordId) => recordId,
};

export const seriesOf = <C extends CategoryCode>(category: C, content: Content<C>, recordId: string): string =>
  SERIES[category](content, recordId);
