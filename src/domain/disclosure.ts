import { enumeration } from "./enumeration.js";

/** How much of a fact is shown: all of it, a mask of it, all of it where it is bound to my work, or nothing. */
export const Disclosure = enumeration("FULL", "MASKED", "TASK_BOUND", "DENIED");
export type Disclosure = keyof typeof Disclosure;
