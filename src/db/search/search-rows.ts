import { type Searchable, searchEntry } from "../../domain/search/search-entry.js";
import { readName } from "./read-name.js";

export interface SearchRow {
  readonly customerId: string;
  readonly branchId: string;
  readonly text: string;
  readonly lexemes: string;
}

/** How customers are found. Written in the transaction that writes their name, code, USCC or branch. */
export const searchRows = (customers: readonly (Searchable & { readonly id: string })[]): SearchRow[] =>
  customers.map((customer) => ({
    customerId: customer.id,
    branchId: customer.branchId,
    ...searchEntry(customer, readName),
  }));
