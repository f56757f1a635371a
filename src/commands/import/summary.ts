import type { Severity } from "../../domain/screening-severity.js";

export interface ImportSummary {
  /** Of data; the header and blank lines are none. */
  readonly rows: number;
  readonly customers: number;
  readonly records: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** By severity and rule, e.g. `WARNING REGISTRATION.uscc.check-character`. */
  readonly findings: Readonly<Record<`${Severity} ${string}`, number>>;
}

export const NOTHING_IMPORTED: ImportSummary = {
  rows: 0,
  customers: 0,
  records: 0,
  unchanged: 0,
  rejected: 0,
  findings: {},
};

const FIGURES = ["rows", "customers", "records", "unchanged", "rejected"] as const;

const addFindings = (a: ImportSummary["findings"], b: ImportSummary["findings"]): ImportSummary["findings"] => {
  const sum: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
};

export const addSummaries = (a: ImportSummary, b: Partial<ImportSummary>): ImportSummary => ({
  ...(Object.fromEntries(FIGURES.map((figure) => [figure, a[figure] + (b[figure] ?? 0)])) as Omit<
    ImportSummary,
    "findings"
  >),
  findings: addFindings(a.findings, b.findings ?? {}),
});

export const countFindings = (
  findings: readonly { readonly severity: Severity; readonly rule: string }[],
): ImportSummary["findings"] => {
  const counts: Record<string, number> = {};
  for (const { severity, rule } of findings) counts[`${severity} ${rule}`] = (counts[`${severity} ${rule}`] ?? 0) + 1;
  return counts;
};
