import type { Disclosure } from "../domain/disclosure.js";
import type { Cell } from "./clearance.js";

const LEVEL = {
  F: "FULL",
  M: "MASKED",
  "T/M": "TASK_BOUND",
  "T/-": "TASK_BOUND",
  "-": "DENIED",
} as const satisfies Record<Cell, Disclosure>;

export const levelOfCell = (cell: Cell): Disclosure => LEVEL[cell];
