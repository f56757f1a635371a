import { createHash } from "node:crypto";
import { kindOfCompany } from "../../domain/company-type.js";
import { type Content, readContent } from "../../domain/content.js";
import type { CustomerKind } from "../../domain/customer.js";
import type { LocalDate } from "../../domain/local-date.js";
import { Refusal } from "../../domain/refusal.js";
import { type CapitalIssue, parseRegisteredCapital } from "../../domain/registered-capital.js";
import type { ScreeningFinding } from "../../domain/screening/rule.js";
import { screen } from "../../domain/screening.js";
import { OFFICIAL_REGISTER } from "../../domain/source.js";
import { usccForm, usccRegion } from "../../domain/uscc.js";
import { parseWrittenDate } from "../../domain/written-date.js";
import { COLUMNS, type RegisterRow } from "./register-row.js";

/** Where every row comes from (SP6). */
export const REGISTER_ORIGIN = { channel: "PUBLIC_SOURCE", subChannel: OFFICIAL_REGISTER } as const;

/** What a row of the register says about one enterprise, screened. */
export interface Registration {
  readonly name: string;
  /** The code a customer made from it is given. */
  readonly code: string;
  /** Null unless well-formed: then it is kept in the record only, as stated. */
  readonly uscc: string | null;
  readonly kind: CustomerKind;
  readonly content: Content<"REGISTRATION">;
  readonly findings: readonly ScreeningFinding[];
  /** Fingerprint of the row: the same row imported again changes nothing. */
  readonly importKey: string;
}

/** A readable row, and where it stands: `register.csv, line 7`. */
export interface PlacedRegistration extends Registration {
  readonly line: number;
  readonly place: string;
}

const finding = (field: string, rule: string, message: string): ScreeningFinding => ({
  rule: `REGISTRATION.${field}.${rule}`,
  severity: "WARNING",
  field,
  message,
  clause: "SP8",
});

/** What only the register's own notation can show; a capital without currency is found by screening itself. */
const CAPITAL_FINDINGS: Partial<Record<CapitalIssue, ScreeningFinding>> = {
  UNREADABLE: finding("registeredCapital", "unreadable", "registeredCapital is stated in a notation nobody knows."),
  AMOUNT_MISSING: finding("registeredCapital", "amount", "registeredCapital is stated with a unit and no figure."),
};

const DATE_FINDING = finding("establishedOn", "unreadable", "establishedOn is stated, but no day of the calendar.");

const notationFindings = (row: RegisterRow, { establishedOn }: Content<"REGISTRATION">): ScreeningFinding[] => {
  const { issue } = parseRegisteredCapital(row.capital ?? "");
  const unreadable = row.registeredOn !== null && establishedOn === null;
  return [...(issue ? [CAPITAL_FINDINGS[issue]] : []), ...(unreadable ? [DATE_FINDING] : [])].filter(
    (found) => !!found,
  );
};

const contentOf = (row: RegisterRow): Content<"REGISTRATION"> => {
  const { amount, currency } = parseRegisteredCapital(row.capital ?? "");
  const uscc = row.uscc?.normalize("NFKC").toUpperCase() ?? null;
  return readContent("REGISTRATION", {
    legalName: row.name,
    uscc,
    legalRepresentative: row.legalRepresentative,
    registeredCapital: amount,
    registeredCapitalCurrency: currency,
    establishedOn: parseWrittenDate(row.registeredOn ?? ""),
    companyType: row.companyType,
    registrationRegion: uscc !== null && usccForm(uscc) ? usccRegion(uscc) : null,
    registeredAddress: row.address,
    businessScope: row.businessScope,
  });
};

const fingerprint = (row: RegisterRow): string =>
  createHash("sha256")
    .update(JSON.stringify(COLUMNS.map((column) => row[column]?.normalize("NFKC").toUpperCase() ?? "")))
    .digest("hex");

/** @throws Refusal BAD_USER_INPUT for a value no record can hold; its message says which and why */
export const registrationOf = (row: RegisterRow, today: LocalDate): Omit<Registration, "code"> => {
  const content = contentOf(row);
  const name = content.legalName;
  if (name === null)
    throw new Refusal("BAD_USER_INPUT", "legalName is missing: a row of a register names its enterprise.");
  const kind = kindOfCompany(content.companyType, name);
  const findings = [
    ...screen("REGISTRATION", content, { today, ...REGISTER_ORIGIN, kind }),
    ...notationFindings(row, content),
  ];
  const uscc = content.uscc !== null && usccForm(content.uscc) ? content.uscc : null;
  return { name, uscc, kind, content, findings, importKey: fingerprint(row) };
};
