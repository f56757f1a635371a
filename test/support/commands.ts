import type { Viewer } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "./database.js";
import { givenAccount, givenBranch, givenCustomer } from "./factory.js";

/** A branch with a collector and a customer, and a customer of another branch: what most commands are about. */
export interface Ground {
  readonly database: Database;
  readonly branchId: string;
  readonly collector: Viewer;
  readonly clerk: Viewer;
  readonly customerId: string;
  readonly elsewhereId: string;
}

export const openGround = async (): Promise<Ground> => {
  const database = await openTestDatabase({ seeded: false });
  const [here, elsewhere] = [await givenBranch(database), await givenBranch(database)];
  return {
    database,
    branchId: here.id,
    collector: await givenAccount(database, { roles: ["COLLECTOR"], branchId: here.id }),
    clerk: await givenAccount(database, { roles: ["CLERK"], branchId: here.id }),
    customerId: (await givenCustomer(database, { branchId: here.id })).id,
    elsewhereId: (await givenCustomer(database, { branchId: elsewhere.id })).id,
  };
};
