import type { ImportReport } from "../commands/import-register.js";

const FIGURES = [
  ["rows", "rows read"],
  ["customers", "customers new"],
  ["records", "records new"],
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
