import { expect } from "vitest";
import { Refusal, type RefusalCode } from "../../src/domain/refusal.js";

/** The refusal that work ends in; anything else it ends in fails the test. */
export const refusalOf = async (work: () => unknown): Promise<Refusal> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("a refusal was expected");
};

/** That work is refused with this code, and (when given) because of this field. */
export const expectRefusal = async (work: () => unknown, code: RefusalCode, field?: string): Promise<Refusal> => {
  const refusal = await refusalOf(work);
  expect(refusal.code).toBe(code);
  if (field !== undefined) expect(refusal.details).toMatchObject({ field });
  return refusal;
};
