import { isIndustryCode } from "../industry-code.js";
import { isCurrencyCode, isNegative } from "../money.js";
import { isRegionCode, namesKnownProvince, regionsAgree } from "../region-code.js";
import { normalisedName } from "../series.js";
import { hasRightCheckCharacter, usccForm, usccRegion } from "../uscc.js";
import { rule, type ScreeningRule } from "./rule.js";

type Rule = ScreeningRule<"REGISTRATION">;

const uscc: Rule[] = [
  rule(
    "REGISTRATION.uscc.form",
    "ERROR",
    "uscc",
    "uscc is malformed: GB 32100-2015 asks for 18 characters without I, O, S, V and Z, a region of six digits in positions 3 to 8.",
    (r) => r.uscc !== null && !usccForm(r.uscc),
  ),
  rule(
    "REGISTRATION.uscc.check-character",
    "WARNING",
    "uscc",
    "The check character of uscc is not the one GB 32100-2015 asks for; compare it with the licence.",
    (r) => r.uscc !== null && usccForm(r.uscc) && !hasRightCheckCharacter(r.uscc),
  ),
  rule(
    "REGISTRATION.registrationRegion.uscc",
    "INFO",
    "registrationRegion",
    "registrationRegion is not where uscc was registered; the customer may have moved.",
    (r) =>
      r.uscc !== null &&
      usccForm(r.uscc) &&
      r.registrationRegion !== null &&
      isRegionCode(r.registrationRegion) &&
      !regionsAgree(r.registrationRegion, usccRegion(r.uscc)),
  ),
];

const namesDiffer: Rule["finds"] = ({ legalName }, { customerName }) =>
  legalName !== null && customerName !== undefined && normalisedName(legalName) !== normalisedName(customerName);

/** Whether it is the customer's at all: an archive that says nothing would keep another company's registration as its own. */
const whose: Rule[] = [
  rule(
    "REGISTRATION.uscc.customer",
    "WARNING",
    "uscc",
    "uscc is not the one the customer is kept under: it may be the registration of another company.",
    (r, { customerUscc }) => r.uscc !== null && customerUscc != null && r.uscc !== customerUscc,
  ),
  // A company that has changed its name is the same one by its uscc; without one, its name is all there is to know it by.
  rule(
    "REGISTRATION.legalName.customer",
    "INFO",
    "legalName",
    "legalName is not the name the customer is kept under.",
    (r, context) => context.customerUscc !== null && namesDiffer(r, context),
  ),
  rule(
    "REGISTRATION.legalName.only",
    "WARNING",
    "legalName",
    "legalName is not the name the customer is kept under, which has no uscc to know it by: it may be another company.",
    (r, context) => context.customerUscc === null && namesDiffer(r, context),
  ),
];

const codes: Rule[] = [
  rule(
    "REGISTRATION.registrationRegion.form",
    "WARNING",
    "registrationRegion",
    "registrationRegion is malformed: GB/T 2260 codes have six digits.",
    (r) => r.registrationRegion !== null && !isRegionCode(r.registrationRegion),
  ),
  rule(
    "REGISTRATION.registrationRegion.unknown",
    "WARNING",
    "registrationRegion",
    "registrationRegion begins as no province of GB/T 2260 does; it may be abolished.",
    (r) =>
      r.registrationRegion !== null && isRegionCode(r.registrationRegion) && !namesKnownProvince(r.registrationRegion),
  ),
  rule(
    "REGISTRATION.industry.form",
    "WARNING",
    "industry",
    "industry is malformed: GB/T 4754 codes are a letter from A to T, alone or with two to four digits.",
    (r) => r.industry !== null && !isIndustryCode(r.industry),
  ),
];

const capital: Rule[] = [
  rule(
    "REGISTRATION.registeredCapital.negative",
    "ERROR",
    "registeredCapital",
    "registeredCapital is negative, which is impossible.",
    (r) => r.registeredCapital !== null && isNegative(r.registeredCapital),
  ),
  rule(
    "REGISTRATION.registeredCapital.currency",
    "WARNING",
    "registeredCapital",
    "registeredCapital has no currency; the register states one.",
    (r) => r.registeredCapital !== null && r.registeredCapitalCurrency === null,
  ),
  rule(
    "REGISTRATION.registeredCapital.currency-form",
    "ERROR",
    "registeredCapital",
    "The currency of registeredCapital is malformed: ISO 4217 codes have three capital letters.",
    (r) => r.registeredCapitalCurrency !== null && !isCurrencyCode(r.registeredCapitalCurrency),
  ),
];

export const REGISTRATION_RULES: readonly Rule[] = [
  ...uscc,
  ...codes,
  ...capital,
  ...whose,
  rule(
    "REGISTRATION.establishedOn.future",
    "ERROR",
    "establishedOn",
    "establishedOn is in the future.",
    (r, { today }) => r.establishedOn !== null && r.establishedOn > today,
  ),
];
