import { Refusal } from "../domain/refusal.js";

/** What a unique constraint stands for: the field that is taken, and what to tell, which quotes no value. */
export type UniqueConstraints = Readonly<Record<string, { readonly field: string; readonly message: string }>>;

const UNIQUE_VIOLATION = "23505";

/** The violated constraint by name: the embedded driver calls it `constraint`, the other one `constraint_name`. */
const violated = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (!("code" in error)) return violated(error.cause);
  if (error.code !== UNIQUE_VIOLATION) return undefined;
  const { constraint, constraint_name = constraint } = error as { constraint?: unknown; constraint_name?: unknown };
  return typeof constraint_name === "string" ? constraint_name : undefined;
};

/** Writes, and turns the violation of a known constraint into a CONFLICT; the driver's own text quotes values. */
export const refusingDuplicates = async <T>(known: UniqueConstraints, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    const taken = known[violated(error) ?? ""];
    throw taken === undefined ? error : new Refusal("CONFLICT", taken.message, { field: taken.field });
  }
};
