import type { LedgerKeys } from "../auth/ledger-keys.js";
import { isIdentityField, lookupOf } from "../db/encryption/record-values.js";
import type { Vault } from "../db/encryption/vault.js";
import type { Named } from "../db/selection/filter-reader.js";
import { fromNodeId } from "../schema/node-id.js";

/** What stands in the database for what a filter names: the value given goes no further where it stands there encrypted. */
export const storedFor =
  (vault: Vault, marks: LedgerKeys) =>
  (named: Named, given: string): string => {
    if (isIdentityField(named)) return lookupOf(vault, named, given);
    return named === "TouchedCustomer" ? marks.markOf(fromNodeId("Customer", given)) : fromNodeId(named, given);
  };
