import { Refusal } from "../domain/refusal.js";

const LONGEST = 200;
const FORM = new RegExp(`^[\\x21-\\x7e]{1,${LONGEST}}$`);

/**
 * The client's name for its change. Quotation marks, which the draft of the standard asks for, belong to its form.
 *
 * @throws Refusal BAD_USER_INPUT: a key that was taken for none would let a change be done twice
 */
export const idempotencyKeyOf = (header: string | string[] | undefined): string | null => {
  if (header === undefined) return null;
  const key = typeof header === "string" ? header.replace(/^"(.*)"$/, "$1") : "";
  if (FORM.test(key)) return key;
  throw new Refusal("BAD_USER_INPUT", `Idempotency-Key: say 1 to ${LONGEST} visible ASCII characters, once.`);
};
