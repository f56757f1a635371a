import { createHash } from "node:crypto";
import type { Session } from "../../db/database.js";
import { findKnownCustomers, type KnownCustomer } from "../../db/queries/import.js";
import { customerCodeFrom } from "../../domain/customer-code.js";
import { hasRightCheckCharacter } from "../../domain/uscc.js";
import type { Registration } from "./registration.js";
import type { Branch } from "./settings.js";

/** 80 bits: beside a million others, two codes are the same once in two million years of daily imports. */
const CODE_BYTES = 16;

/** The same enterprise in the same branch gets the same code, which tells of neither. */
export const codeOf = (branch: Branch, { name, uscc }: Pick<Registration, "name" | "uscc">): string =>
  customerCodeFrom(
    createHash("sha256")
      .update(JSON.stringify([branch.code, uscc ?? name]))
      .digest()
      .subarray(0, CODE_BYTES),
  );

/** A unified social credit code whose check character is right tells an enterprise from all others. */
export const isCertain = (uscc: string | null): boolean => uscc !== null && hasRightCheckCharacter(uscc);

/** Two right and different codes are two enterprises, even of one name. */
const mayBeTheSame = (a: { uscc: string | null }, b: { uscc: string | null }): boolean =>
  a.uscc === b.uscc || !(isCertain(a.uscc) && isCertain(b.uscc));

/** The customers a batch of rows may be about; grows with what is planned. */
export class KnownCustomers {
  private readonly byUscc = new Map<string, KnownCustomer>();
  private readonly byName = new Map<string, KnownCustomer[]>();
  private readonly byCode = new Map<string, KnownCustomer>();

  /** By unified social credit code, else by name, else by the code an earlier import gave. */
  find(row: Registration): KnownCustomer | undefined {
    const named = this.byName.get(row.name)?.find((known) => mayBeTheSame(known, row));
    return (row.uscc !== null && this.byUscc.get(row.uscc)) || (named ?? this.byCode.get(row.code));
  }

  add(known: KnownCustomer): void {
    if (known.uscc !== null) this.byUscc.set(known.uscc, known);
    this.byName.set(known.name, [...(this.byName.get(known.name) ?? []), known]);
    this.byCode.set(known.code, known);
  }
}

export const loadKnownCustomers = async (
  session: Session,
  branch: Branch,
  rows: readonly Registration[],
): Promise<{ known: KnownCustomers; ids: ReadonlySet<string> }> => {
  const known = new KnownCustomers();
  const found = await findKnownCustomers(session, branch.id, {
    usccs: rows.flatMap(({ uscc }) => uscc ?? []),
    names: rows.map(({ name }) => name),
    codes: rows.map(({ code }) => code),
  });
  for (const customer of found) known.add(customer);
  return { known, ids: new Set(found.map(({ id }) => id)) };
};
