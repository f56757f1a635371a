import { setTimeout as pause } from "node:timers/promises";

const RETRIES = 3;

/** Serialisation failure, deadlock: undone by the database, to be tried again. */
const TRANSIENT = ["40001", "40P01"];

/** The database's code for what went wrong, also when drizzle has wrapped the error. */
export const sqlState = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  return "code" in error && typeof error.code === "string" ? error.code : sqlState(error.cause);
};

/** Runs a transaction again when the database gave it up in favour of another; each pause longer, none alike. */
export const retried = async <T>(transaction: () => Promise<T>, retries = RETRIES): Promise<T> => {
  try {
    return await transaction();
  } catch (error) {
    if (retries === 0 || !TRANSIENT.includes(sqlState(error) ?? "")) throw error;
    await pause((RETRIES - retries + 1) * (10 + Math.random() * 20));
    return retried(transaction, retries - 1);
  }
};
