import { type Principal, SYSTEM } from "../auth/viewer.js";
import { Refusal } from "../domain/refusal.js";
import { sqlState } from "./retry.js";

/** How long the database works for one statement, and how long it waits for a lock. */
export interface Patience {
  readonly statementSeconds: number;
  readonly lockSeconds: number;
}

/** As PostgreSQL takes it; 0 is for ever. */
export type Timeouts = readonly [statement: string, lock: string];

const FOR_EVER: Timeouts = ["0", "0"];

/** Chores, imports and what keeps the ledger take as long as they take: nobody can send more of them. */
export const timeoutsFor = (principal: Principal, patience: Patience | undefined): Timeouts =>
  patience === undefined || principal === SYSTEM
    ? FOR_EVER
    : [`${patience.statementSeconds}s`, `${patience.lockSeconds}s`];

/** query_canceled, lock_not_available. */
const GIVEN_UP: readonly string[] = ["57014", "55P03"];

const HELP = "The database took too long, or somebody else is at the same rows. Nothing was written: try again.";

/** @throws Refusal UNAVAILABLE where the database gave up waiting; the transaction is undone then */
export const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (GIVEN_UP.includes(sqlState(error) ?? "")) throw new Refusal("UNAVAILABLE", HELP);
    throw error;
  }
};
