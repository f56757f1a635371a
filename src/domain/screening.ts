import type { CategoryCode } from "./category-code.js";
import type { Content } from "./content.js";
import { CONTACT_RULES } from "./screening/contact.js";
import { CREDIT_RULES } from "./screening/credit.js";
import { FEEDBACK_RULES } from "./screening/feedback.js";
import { FINANCIAL_RULES } from "./screening/financial.js";
import { OPERATION_RULES } from "./screening/operation.js";
import { REGISTRATION_RULES } from "./screening/registration.js";
import { requiredFields } from "./screening/required-fields.js";
import type { ScreeningContext, ScreeningFinding, ScreeningRule } from "./screening/rule.js";
import { TRANSACTION_RULES } from "./screening/transaction.js";

/** The consistency rules of each category; completeness comes from its list of fields. */
const CONSISTENCY: { readonly [C in CategoryCode]: readonly ScreeningRule<C>[] } = {
  REGISTRATION: REGISTRATION_RULES,
  CONTACT: CONTACT_RULES,
  OPERATION: OPERATION_RULES,
  FINANCIAL: FINANCIAL_RULES,
  TRANSACTION: TRANSACTION_RULES,
  CREDIT: CREDIT_RULES,
  FEEDBACK: FEEDBACK_RULES,
};

/** Every rule a record of a category is screened by, in the order its findings are told. */
export const screeningRules = <C extends CategoryCode>(category: C): readonly ScreeningRule<C>[] => [
  ...requiredFields(category),
  ...CONSISTENCY[category],
];

/** Screening on arrival (SP8): pure, of this record alone. */
export const screen = <C extends CategoryCode>(
  category: C,
  content: Content<C>,
  context: ScreeningContext,
): ScreeningFinding[] =>
  screeningRules(category)
    .filter((rule) => rule.finds(content, context))
    .map(({ finds: _, ...finding }) => finding);
