import { Refusal } from "../domain/refusal.js";

/** Somebody else was faster: nothing is written. */
export const stale = (noun: string): Refusal =>
  new Refusal("CONFLICT", `The ${noun} was changed in the meantime: read it again and repeat the change.`, {
    field: "version",
  });

/** @throws Refusal CONFLICT when the change was made from another version than the one that is there */
export const requireVersion = (noun: string, { version }: { readonly version: number }, given: number): void => {
  if (version !== given) throw stale(noun);
};
