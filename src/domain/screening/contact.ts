import { isEmail } from "../email.js";
import { isMobile } from "../mobile.js";
import { type ResidentIdFault, residentIdFault } from "../resident-id.js";
import type { Severity } from "../screening-severity.js";
import { rule, type ScreeningRule } from "./rule.js";

type Rule = ScreeningRule<"CONTACT">;

const WAYS_TO_REACH = ["mobile", "landline", "email", "postalAddress"] as const;

// Another form may be a passport; a birth date that is none, or a wrong check character, is a slip or a lie.
const ID_NUMBER_FAULTS: readonly (readonly [ResidentIdFault, string, Severity, string])[] = [
  ["FORM", "form", "WARNING", "idNumber is not a resident identity number of GB 11643; it may be another document's."],
  ["BIRTH_DATE", "birth-date", "ERROR", "The birth date within idNumber is no day of the calendar, or in the future."],
  [
    "CHECK_CHARACTER",
    "check-character",
    "WARNING",
    "The check character of idNumber is not the one GB 11643 asks for.",
  ],
];

export const CONTACT_RULES: readonly Rule[] = [
  rule(
    "CONTACT.reachable",
    "ERROR",
    null,
    "No way to reach the person: give a mobile, landline, email or postalAddress.",
    (r) => WAYS_TO_REACH.every((way) => r[way] === null),
    "SP1",
  ),
  rule(
    "CONTACT.mobile.form",
    "WARNING",
    "mobile",
    "mobile is malformed: eleven digits, beginning with 13 to 19; a foreign number belongs into landline.",
    (r) => r.mobile !== null && !isMobile(r.mobile),
  ),
  rule(
    "CONTACT.email.form",
    "WARNING",
    "email",
    "email is malformed: it needs one @ and a domain behind it.",
    (r) => r.email !== null && !isEmail(r.email),
  ),
  ...ID_NUMBER_FAULTS.map(
    ([fault, id, severity, message]): Rule =>
      rule(
        `CONTACT.idNumber.${id}`,
        severity,
        "idNumber",
        message,
        (r, { today }) => r.idNumber !== null && residentIdFault(r.idNumber, today) === fault,
      ),
  ),
];
