import type { Disclosure } from "../domain/disclosure.js";
import type { Cell } from "./clearance.js";
import type { Use } from "./use.js";

/** What a role gets to see at a coordinate. Task-bound: in full where the row is bound to my work, else `otherwise`. */
export type Verdict =
  | { readonly level: Exclude<Disclosure, "TASK_BOUND"> }
  | { readonly level: "TASK_BOUND"; readonly otherwise: "MASKED" | "DENIED" };

export const FULL: Verdict = { level: "FULL" };
export const DENIED: Verdict = { level: "DENIED" };

/** A cell of the table, applied to a field: without a mask, M shows nothing. */
export const verdictOf = (cell: Cell, maskable: boolean): Verdict => {
  const masked = maskable ? "MASKED" : "DENIED";
  switch (cell) {
    case "F":
      return FULL;
    case "M":
      return { level: masked };
    case "T/M":
      return { level: "TASK_BOUND", otherwise: masked };
    case "T/-":
      return { level: "TASK_BOUND", otherwise: "DENIED" };
    case "-":
      return DENIED;
  }
};

const WEIGHT = { FULL: 3, TASK_BOUND: 2, MASKED: 1, DENIED: 0 } as const satisfies Record<Disclosure, number>;

/** The stricter of two: what a row decides cannot be promised beyond what every row is given. */
export const weakest = (a: Verdict, b: Verdict): Verdict => (WEIGHT[b.level] < WEIGHT[a.level] ? b : a);

/** The milder of two. */
export const strongest = (a: Verdict, b: Verdict): Verdict => (WEIGHT[b.level] > WEIGHT[a.level] ? b : a);

/** What it comes to on a row that is not bound to my work. */
export const elsewhere = (verdict: Verdict): Verdict =>
  verdict.level === "TASK_BOUND" ? { level: verdict.otherwise } : verdict;

/** Whether a verdict suffices for a use: a partial answer to anything but `project` would be a lie or a leak. */
export const suffices = (verdict: Verdict, use: Use): boolean => {
  if (use === "project") return verdict.level !== "DENIED";
  if (use === "write") return verdict.level === "FULL" || verdict.level === "TASK_BOUND";
  return verdict.level === "FULL";
};
