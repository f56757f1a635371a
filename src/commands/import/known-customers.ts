import { createHash } from "node:crypto";
import type { Session } from "../../db/database.js";
import { findImportedRows, findKnownCustomers, type KnownCustomer } from "../../db/queries/register-import.js";
import { customerCodeFrom } from "../../domain/customer-code.js";
import { hasRightCheckCharacter } from "../../domain/uscc.js";
import type { Registration } from "./registration.js";
import type { Branch } from "./settings.js";

/** 80 bits: beside a million others, two codes are the same once in two million years of daily imports. */
const CODE_BYTES = 16;

/** The same enterprise in the same branch gets the same code, which tells of neither. */
export const codeOf = (branch: Branch, { name, uscc }: Registration): string =>
  customerCodeFrom(
    createHash("sha256")
      .update(JSON.stringify([branch.code, uscc ?? name]))
      .digest()
      .subarray(0, CODE_BYTES),
  );

const isCertain = (uscc: string | null): boolean => uscc !== null && hasRightCheckCharacter(uscc);

/** Two right and different codes are two enterprises, even of one name. */
const mayBeTheSame = (a: { uscc: string | null }, b: { uscc: string | null }): boolean =>
  !(isCertain(a.uscc) && isCertain(b.uscc) && a.uscc !== b.uscc);

/** The customers a batch of rows may be about, and what was imported for them already; grows with what is planned. */
export class KnownCustomers {
  private readonly byUscc = new Map<string, KnownCustomer>();
  private readonly byName = new Map<string, KnownCustomer[]>();
  private readonly byCode = new Map<string, KnownCustomer>();
  private readonly imported = new Set<string>();

  /** By unified social credit code, else by name, else by the code an earlier import gave. */
  find(branch: Branch, row: Registration): KnownCustomer | undefined {
    const named = this.byName.get(row.name)?.find((known) => mayBeTheSame(known, row));
    return (row.uscc !== null && this.byUscc.get(row.uscc)) || (named ?? this.byCode.get(codeOf(branch, row)));
  }

  add(known: KnownCustomer): void {
    if (known.uscc !== null) this.byUscc.set(known.uscc, known);
    this.byName.set(known.name, [...(this.byName.get(known.name) ?? []), known]);
    this.byCode.set(known.code, known);
  }

  /** False when the same row was imported for this customer before. */
  isFirst(customerId: string, importKey: string): boolean {
    const key = `${customerId} ${importKey}`;
    const first = !this.imported.has(key);
    this.imported.add(key);
    return first;
  }
}

export const loadKnownCustomers = async (
  session: Session,
  branch: Branch,
  rows: readonly Registration[],
): Promise<KnownCustomers> => {
  const known = new KnownCustomers();
  const found = await findKnownCustomers(session, branch.id, {
    usccs: rows.flatMap(({ uscc }) => uscc ?? []),
    names: rows.map(({ name }) => name),
    codes: rows.map((row) => codeOf(branch, row)),
  });
  for (const customer of found) known.add(customer);
  const ids = found.map(({ id }) => id);
  const keys = rows.map(({ importKey }) => importKey);
  for (const { customerId, importKey } of await findImportedRows(session, ids, keys))
    known.isFirst(customerId, importKey);
  return known;
};
