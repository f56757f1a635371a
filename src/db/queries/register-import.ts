import type { Session } from "../database.js";

// The import runs as SYSTEM, in the one branch it was told: that branch is its scope.

export interface KnownCustomer {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly uscc: string | null;
}

export interface Sought {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly usccs: readonly string[];
}

/** Three look-ups in three indexes: as one condition with "or" they became a walk through the whole branch. */
const KNOWN = ["uscc = any($2)", "name = any($3)", "code = any($4)"]
  .map((wanted) => `select id, code, name, uscc, created_at from customer where branch_id = $1 and ${wanted}`)
  .join(" union ");

/** The customers of a branch that rows of a register may be about. */
export const findKnownCustomers = (
  session: Session,
  branchId: string,
  { usccs, names, codes }: Sought,
): Promise<KnownCustomer[]> =>
  session.rows<KnownCustomer>(`${KNOWN} order by created_at, id`, [branchId, usccs, names, codes]);

const IMPORTED = `select customer_id as "customerId", import_key as "importKey" from information_record
  where customer_id = any($1) and import_key = any($2)`;

/** Which rows were imported for which customers already. */
export const findImportedRows = (
  session: Session,
  customerIds: readonly string[],
  importKeys: readonly string[],
): Promise<{ customerId: string; importKey: string }[]> => session.rows(IMPORTED, [customerIds, importKeys]);

/** One import at a time decides who is new; the others wait for its transaction to end. */
export const waitForOtherImports = (session: Session): Promise<unknown> =>
  session.rows("select pg_advisory_xact_lock(hashtext($1))", ["customer-credit-archive import"]);

export const listBranches = (session: Session): Promise<{ id: string; code: string }[]> =>
  session.rows("select id, code from branch order by code", []);
