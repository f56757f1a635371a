import { Refusal } from "../domain/refusal.js";

/** Deeper than any form or filter; what is read by calling oneself has to end before the stack does. */
const MOST_NESTED = 20;
/** Objects in one argument: each is a condition of a statement, or a part of what is written. */
const MOST_OBJECTS = 500;

/** A key that is no name of GraphQL's is somebody's own, and may be a value. */
const NAME = /^[_A-Za-z]\w*$/;

const tooMuch = (where: string, what: string, limit: number): never => {
  throw new Refusal("LIMIT_EXCEEDED", `${where}: too many ${what}; at most ${limit} are allowed.`, { of: what, limit });
};

const walk = (value: unknown, where: string, depth: number, seen: { objects: number }): void => {
  if (typeof value === "string" && value.includes("\0"))
    throw new Refusal("BAD_USER_INPUT", `${where}: a NUL character cannot be stored or searched for.`);
  if (typeof value !== "object" || value === null) return;
  if (depth > MOST_NESTED) tooMuch(where, "levels of input", MOST_NESTED);
  if (!Array.isArray(value) && ++seen.objects > MOST_OBJECTS) tooMuch(where, "objects of input", MOST_OBJECTS);
  for (const [name, inner] of Object.entries(value)) {
    walk(inner, Array.isArray(value) ? where : `${where}.${NAME.test(name) ? name : "?"}`, depth + 1, seen);
  }
};

/**
 * What no value may be, wherever it is used: nested without end, wide without end, or holding what PostgreSQL cannot keep.
 *
 * @throws Refusal LIMIT_EXCEEDED or BAD_USER_INPUT naming the place
 */
export const checkGiven = (value: unknown, where: string): void => walk(value, where, 1, { objects: 0 });
