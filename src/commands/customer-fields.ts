import { CustomerKind, CustomerStatus, Importance } from "../domain/customer.js";
import { isCustomerCode } from "../domain/customer-code.js";
import { namesOf } from "../domain/enumeration.js";
import { choice, code, properName, readField, text } from "../domain/field-form.js";
import { isIndustryCode } from "../domain/industry-code.js";
import { Refusal } from "../domain/refusal.js";
import { isRegionCode } from "../domain/region-code.js";
import { usccForm } from "../domain/uscc.js";
import type { UniqueConstraints } from "./unique-violation.js";

const FORMS = {
  code: text(32),
  name: properName(200),
  uscc: code(64),
  kind: choice(namesOf(CustomerKind)),
  importance: choice(namesOf(Importance)),
  status: choice(namesOf(CustomerStatus)),
  region: code(64),
  industry: code(64),
};
type Forms = typeof FORMS;

/** What may be said of a customer: public and internal facts only, graded ones come from records. */
export type CustomerField = keyof Forms;
export type CustomerValue<K extends CustomerField> = NonNullable<ReturnType<typeof readField<Forms[K]>>>;

/** Beyond its form. A wrong check character of a code is no reason to refuse: real licences have one. */
const RIGHT: Partial<Record<CustomerField, { test: (value: string) => boolean; expected: string }>> = {
  code: { test: isCustomerCode, expected: "up to 32 of A–Z, 0–9 and hyphen, not beginning with a hyphen" },
  uscc: { test: usccForm, expected: "18 characters in the form of GB 32100-2015" },
  region: { test: isRegionCode, expected: "six digits of GB/T 2260" },
  industry: {
    test: isIndustryCode,
    expected: "a GB/T 4754 code: a letter from A to T, alone or with two to four digits",
  },
};

/** @throws Refusal BAD_USER_INPUT naming the field */
export const readCustomerField = <K extends CustomerField>(name: K, given: unknown): CustomerValue<K> | null => {
  const value = readField<Forms[K]>(name, FORMS[name], given) as CustomerValue<K> | null;
  const right = RIGHT[name];
  if (value !== null && right !== undefined && !right.test(value))
    throw new Refusal("BAD_USER_INPUT", `${name} must be ${right.expected}.`, { field: name });
  return value;
};

/** @throws Refusal BAD_USER_INPUT when it is malformed or missing */
export const readRequiredField = <K extends CustomerField>(name: K, given: unknown): CustomerValue<K> => {
  const value = readCustomerField(name, given);
  if (value === null) throw new Refusal("BAD_USER_INPUT", `A customer needs a ${name}.`, { field: name });
  return value;
};

/** The code is unique everywhere, the credit code within a branch only: registering tells nothing of other branches. */
export const CUSTOMER_CONSTRAINTS: UniqueConstraints = {
  customer_code_unique: { field: "code", message: "A customer of this code exists already; choose another." },
  customer_uscc_per_branch: {
    field: "uscc",
    message: "A customer of this branch has this uscc already; update that one instead.",
  },
};
