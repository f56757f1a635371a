import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { customer, informationRecord } from "../db/tables/index.js";
import type { CustomerKind, CustomerStatus, Importance } from "../domain/customer.js";
import { isPersonalData } from "../domain/personal-data.js";
import { UNREADABLE_STATUSES } from "../domain/record.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { CUSTOMER_CONSTRAINTS, readCustomerField, readRequiredField } from "./customer-fields.js";
import { customerInScope } from "./customer-in-scope.js";
import { SEARCHABLE, saveSearchEntry } from "./save-search-entry.js";
import { stale } from "./stale.js";
import { refusingDuplicates } from "./unique-violation.js";

/** What is not named stays as it is; null clears `uscc`, `region` and `industry`. */
export interface UpdateCustomerInput {
  readonly id: string;
  /** The version the change was made from. */
  readonly version: number;
  readonly name?: string;
  readonly kind?: CustomerKind;
  readonly importance?: Importance;
  readonly status?: CustomerStatus;
  readonly uscc?: string | null;
  readonly region?: string | null;
  readonly industry?: string | null;
}

const REQUIRED = ["name", "kind", "importance", "status"] as const;
const CLEARABLE = ["uscc", "region", "industry"] as const;

type Changes = Partial<Record<(typeof REQUIRED)[number] | (typeof CLEARABLE)[number], string | null>>;

const read = (input: UpdateCustomerInput): Partial<typeof customer.$inferInsert> => {
  const named = <K extends keyof Changes>(names: readonly K[]) => names.filter((name) => input[name] !== undefined);
  const changes: Changes = Object.fromEntries([
    ...named(REQUIRED).map((name) => [name, readRequiredField(name, input[name])]),
    ...named(CLEARABLE).map((name) => [name, readCustomerField(name, input[name])]),
  ]);
  if (Object.keys(changes).length === 0)
    throw new Refusal("BAD_USER_INPUT", `Name what is to change: ${[...REQUIRED, ...CLEARABLE].join(", ")}.`);
  return changes as Partial<typeof customer.$inferInsert>;
};

/**
 * What was the customer's own becomes a person's with another kind of customer, and needs a ground (SP4). The customer is
 * locked: what is being collected of it is there by now, or will be judged by the new kind.
 *
 * @throws Refusal INVALID_TRANSITION
 */
const requireGrounds = async (orm: Orm, was: CustomerKind, { id, kind = was }: UpdateCustomerInput): Promise<void> => {
  if (kind === was) return;
  const { category, bankAccount, consentId, legalBasis, status } = informationRecord;
  const ungrounded = await orm
    .select({ category, bankAccount })
    .from(informationRecord)
    .where(
      and(
        eq(informationRecord.customerId, id),
        isNull(consentId),
        isNull(legalBasis),
        notInArray(status, [...UNREADABLE_STATUSES]),
      ),
    );
  const isOf = (of: CustomerKind) => (record: (typeof ungrounded)[number]) =>
    isPersonalData(record.category, of, record);
  const personal = ungrounded.filter((record) => isOf(kind)(record) && !isOf(was)(record));
  if (personal.length === 0) return;
  const message = `Of a customer of kind ${kind} ${personal.length} of its records would be personal data without a ground (SP4): have them restricted first, or collect them anew with source.consentId or source.legalBasis.`;
  throw new Refusal("INVALID_TRANSITION", message, { field: "kind" });
};

const save = async (orm: Orm, { id, version }: UpdateCustomerInput, changes: object): Promise<boolean> => {
  const [saved] = await refusingDuplicates(CUSTOMER_CONSTRAINTS, () =>
    orm
      .update(customer)
      .set({ ...changes, version: sql`${customer.version} + 1` })
      .where(and(eq(customer.id, id), eq(customer.version, version)))
      .returning(SEARCHABLE),
  );
  if (saved !== undefined) await saveSearchEntry(orm, saved);
  return saved !== undefined;
};

/**
 * Changes public and internal facts of a customer (SP3).
 *
 * @throws Refusal NOT_FOUND; CONFLICT when the version is stale, or naming `uscc`; BAD_USER_INPUT naming the field;
 * INVALID_TRANSITION when records would be a person's without a ground
 */
export const updateCustomer = async (
  context: CommandContext,
  input: UpdateCustomerInput,
): Promise<{ customerId: string }> => {
  const changes = { ...read(input), updatedAt: context.now.toISOString() };
  return change(context, async (orm) => {
    const lock = input.kind === undefined ? undefined : "TO_CHANGE";
    const { kind } = await customerInScope(orm, context.viewer, input.id, { field: "id", lock });
    await requireGrounds(orm, kind, input);
    if (!(await save(orm, input, changes))) throw stale("customer");
    return { customerId: input.id };
  });
};
