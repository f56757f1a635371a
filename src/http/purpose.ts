import { namesOf } from "../domain/enumeration.js";
import { Refusal } from "../domain/refusal.js";
import { Purpose } from "../domain/source.js";

const isPurpose = (text: string): text is Purpose => Object.hasOwn(Purpose, text);

/**
 * What the request is for, as its `x-purpose` says; null: it does not say.
 *
 * @throws Refusal BAD_USER_INPUT: a purpose nobody knows would stand in the records of who read what, and mean nothing
 */
export const purposeOf = (header: string | string[] | undefined): Purpose | null => {
  if (header === undefined) return null;
  if (typeof header === "string" && isPurpose(header)) return header;
  throw new Refusal("BAD_USER_INPUT", `x-purpose: say one of ${namesOf(Purpose).join(", ")}, once.`);
};
