import { randomBytes } from "node:crypto";
import { newId } from "../db/tables/columns.js";
import { customer } from "../db/tables/index.js";
import type { CustomerKind, CustomerStatus, Importance } from "../domain/customer.js";
import { CUSTOMER_CODE_BYTES, customerCodeFrom } from "../domain/customer-code.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { CUSTOMER_CONSTRAINTS, readCustomerField, readRequiredField } from "./customer-fields.js";
import { saveSearchEntry } from "./save-search-entry.js";
import { refusingDuplicates } from "./unique-violation.js";

export interface RegisterCustomerInput {
  readonly name: string;
  readonly kind: CustomerKind;
  readonly importance: Importance;
  /** PROSPECT unless said. */
  readonly status?: CustomerStatus | null;
  /** Generated unless given. */
  readonly code?: string | null;
  readonly uscc?: string | null;
  readonly region?: string | null;
  readonly industry?: string | null;
}

const read = (input: RegisterCustomerInput) => ({
  code: readCustomerField("code", input.code) ?? customerCodeFrom(randomBytes(CUSTOMER_CODE_BYTES)),
  name: readRequiredField("name", input.name),
  kind: readRequiredField("kind", input.kind),
  importance: readRequiredField("importance", input.importance),
  status: readCustomerField("status", input.status) ?? "PROSPECT",
  uscc: readCustomerField("uscc", input.uscc),
  region: readCustomerField("region", input.region),
  industry: readCustomerField("industry", input.industry),
});

/**
 * Opens the archive of a customer, in the branch of whoever registers it (SP1).
 *
 * @throws Refusal BAD_USER_INPUT naming the field; CONFLICT naming `code` or `uscc`; FORBIDDEN without a branch
 */
export const registerCustomer = async (
  context: CommandContext,
  input: RegisterCustomerInput,
): Promise<{ customerId: string }> => {
  const { branchId } = context.viewer;
  if (branchId === null) throw new Refusal("FORBIDDEN", "Customers are registered by an account that has a branch.");
  const at = context.now.toISOString();
  const row = { id: newId(), branchId, ...read(input), createdAt: at, updatedAt: at };
  return change(context, async (orm) => {
    await refusingDuplicates(CUSTOMER_CONSTRAINTS, () => orm.insert(customer).values(row));
    await saveSearchEntry(orm, row);
    return { customerId: row.id };
  });
};
