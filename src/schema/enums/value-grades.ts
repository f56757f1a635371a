import type { Grade } from "../../domain/grade.js";

/** The grade of every value of the lists whose values name what an operation uses, by the name of the list. */
export const VALUE_GRADES = new Map<string, Readonly<Record<string, Grade>>>();
