import type { Severity } from "../../domain/screening-severity.js";
import type { Outcome, Written } from "./importer.js";

export interface ImportSummary {
  /** Of data; the header and blank lines are none. */
  readonly rows: number;
  readonly customers: number;
  /** New ones, those that correct an earlier one among them. */
  readonly records: number;
  /** Drafts of an earlier file that a record of this one corrects. */
  readonly superseded: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** By severity and rule, e.g. `WARNING REGISTRATION.uscc.check-character`. */
  readonly findings: Readonly<Record<`${Severity} ${string}`, number>>;
}

export const NOTHING_IMPORTED: ImportSummary = {
  rows: 0,
  customers: 0,
  records: 0,
  superseded: 0,
  unchanged: 0,
  rejected: 0,
  findings: {},
};

const FIGURES = ["rows", "customers", "records", "superseded", "unchanged", "rejected"] as const;

const addFindings = (a: ImportSummary["findings"], b: ImportSummary["findings"]): ImportSummary["findings"] => {
  const sum: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
};

export const addSummaries = (a: ImportSummary, b: ImportSummary): ImportSummary => ({
  ...(Object.fromEntries(FIGURES.map((figure) => [figure, a[figure] + b[figure]])) as Omit<ImportSummary, "findings">),
  findings: addFindings(a.findings, b.findings),
});

const countFindings = (findings: Written["findings"]): ImportSummary["findings"] => {
  const counts: Record<string, number> = {};
  for (const { severity, rule } of findings) counts[`${severity} ${rule}`] = (counts[`${severity} ${rule}`] ?? 0) + 1;
  return counts;
};

const counted = (outcomes: readonly Outcome[], outcome: Outcome["outcome"]): number =>
  outcomes.reduce((count, each) => count + (each.outcome === outcome ? 1 : 0), 0);

export const summaryOf = ({ customers, findings, outcomes }: Written): ImportSummary => {
  const superseded = counted(outcomes, "CHANGED");
  return {
    rows: outcomes.length,
    customers,
    records: counted(outcomes, "NEW") + superseded,
    superseded,
    unchanged: counted(outcomes, "UNCHANGED"),
    rejected: counted(outcomes, "REJECTED"),
    findings: countFindings(findings),
  };
};
