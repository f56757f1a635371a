import type { Cell } from "../../auth/clearance.js";
import type { Verdict } from "../../auth/verdict.js";

/** A verdict as it stands in the clearance table. */
const cellOfVerdict = (verdict: Verdict): Cell => {
  switch (verdict.level) {
    case "FULL":
      return "F";
    case "MASKED":
      return "M";
    case "TASK_BOUND":
      return verdict.otherwise === "MASKED" ? "T/M" : "T/-";
    case "DENIED":
      return "-";
  }
};

/** With a dash that does not vanish in a table. */
export const shown = (cell: Cell): string => cell.replace("-", "–");

export const cellOf = (verdict: Verdict): string => shown(cellOfVerdict(verdict));
