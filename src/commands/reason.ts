import { readField, text } from "../domain/field-form.js";
import { Refusal } from "../domain/refusal.js";

const REASON = text(1000);

/**
 * Why something is done, in words: of what is decided about a record the archive keeps the reason.
 *
 * @throws Refusal BAD_USER_INPUT naming the field
 */
export const readReason = (field: string, given: string): string => {
  const read = readField(field, REASON, given);
  if (read === null) throw new Refusal("BAD_USER_INPUT", `${field}: say why.`, { field });
  return read;
};
