import type { Outcome } from "../commands/import/importer.js";
import type { ImportReport } from "../commands/import-files.js";

const FIGURES = [
  ["rows", "rows read"],
  ["customers", "customers new"],
  ["records", "records new"],
  ["superseded", "of these correct a draft of an earlier file"],
  ["unchanged", "rows unchanged"],
  ["rejected", "rows rejected"],
] as const;

/** The summary at the end, for people. */
export const reportText = (report: ImportReport, seconds: number, dryRun: boolean): string => {
  const title = dryRun ? "Nothing was written. This is what would happen" : "Imported";
  const findings = Object.entries(report.findings)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([finding, count]) => `${String(count).padStart(9)}  ${finding}`);
  const lines = [
    `${title} (${seconds.toFixed(1)} s, ${Math.round(report.rows / Math.max(seconds, 0.001))} rows/s):`,
    ...FIGURES.map(([figure, label]) => `${String(report[figure]).padStart(9)}  ${label}`),
    ...(findings.length > 0 ? ["Screening found:", ...findings] : []),
    ...report.rejectedFiles.map((path) => `Rejected rows, with reasons: ${path}`),
  ];
  return `${lines.join("\n")}\n`;
};

/** Of each outcome, in a rehearsal. */
const EXAMPLES = 10;

const TITLES: Readonly<Record<Outcome["outcome"], string>> = {
  NEW: "New",
  CHANGED: "Changed, correcting a draft of an earlier file",
  UNCHANGED: "Unchanged",
  REJECTED: "Rejected",
};

const lineOf = (file: string, outcome: Outcome): string =>
  `  ${file}, line ${outcome.line}${outcome.outcome === "REJECTED" ? `: ${outcome.reason}` : ""}`;

/** Keeps the first rows of each outcome, and lists them. */
export const rowExamples = () => {
  const kept = new Map<Outcome["outcome"], string[]>();
  return {
    add: (file: string, outcome: Outcome): void => {
      const lines = kept.get(outcome.outcome) ?? [];
      kept.set(outcome.outcome, lines);
      if (lines.length < EXAMPLES) lines.push(lineOf(file, outcome));
    },
    text: (): string =>
      [...kept].map(([outcome, lines]) => `${TITLES[outcome]}, the first of them:\n${lines.join("\n")}\n`).join(""),
  };
};
