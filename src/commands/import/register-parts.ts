import type { KnownCustomer } from "../../db/queries/import.js";
import type { Parts } from "./importer.js";
import { isCertain } from "./known-customers.js";
import type { PlacedRegistration, Registration } from "./registration.js";

/** By its code alone a customer is one part's: by its name, or by a code that may be wrong, it may be another's, too. */
export const isOfOnePart = (known: KnownCustomer, row: Registration): boolean =>
  known.uscc === row.uscc && isCertain(row.uscc);

/** Where a row goes, by the end of its code: the first characters are those of its place. */
const partOf = (uscc: string, parts: number): number => Number.parseInt(uscc.slice(-9, -1), 36) % parts;

/** A code that is right tells its enterprise from all others, but not from a row of its name that has none. */
export const splitRows = (rows: readonly PlacedRegistration[], parts: number): Parts<PlacedRegistration> => {
  const doubtful = new Set(rows.flatMap(({ uscc, name }) => (isCertain(uscc) ? [] : [name])));
  const apart = Array.from({ length: parts }, (): PlacedRegistration[] => []);
  const together: PlacedRegistration[] = [];
  for (const row of rows)
    (row.uscc === null || doubtful.has(row.name) ? together : apart[partOf(row.uscc, parts)])?.push(row);
  return { apart, together };
};
