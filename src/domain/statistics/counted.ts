import type { Figure, Part } from "./measure.js";

/** The values of a group's dimensions, in the order these were asked for. */
export type Keys = readonly (string | null)[];

/** What was counted of a group, before anything is hidden. */
export interface CountedGroup {
  readonly keys: Keys;
  readonly customers: number;
  readonly records: number;
  readonly tasks: number;
  readonly openTasks: number;
  readonly overdueTasks: number;
  /** Sum of the scores. */
  readonly completeness: string;
  readonly held: number;
  readonly verified: number;
  /** How many of the customers have a part of it at all; of records rather fewer than more. */
  readonly having: Readonly<Record<Part, number>>;
  /** By the mask of the dimensions that are not of the customer: its customers that count towards totals over these alone. */
  readonly towards: readonly number[];
}

/** What a figure comes to in a group, in one currency: signed, without signs, and the largest of the latter. */
export interface SummedFigure {
  readonly keys: Keys;
  readonly figure: Figure;
  readonly currency: string | null;
  readonly customers: number;
  readonly sum: string;
  readonly total: string;
  readonly largest: string;
}

export interface Counted {
  readonly groups: readonly CountedGroup[];
  readonly figures: readonly SummedFigure[];
}
