import type { Session } from "../../db/database.js";
import { holdsIdentity } from "../../db/encryption/record-values.js";
import { findKnownCustomers, type KnownCustomer } from "../../db/queries/import.js";
import type { PersonalContent } from "../../domain/personal-data.js";
import { Refusal } from "../../domain/refusal.js";
import { newRecord } from "../collect-record.js";
import type { NewRecord } from "../save-record.js";
import { requireGround, runningAgreement } from "../source-grounds.js";
import { loadImportedRows } from "./imported-rows.js";
import type { Importer, Outcome, Written } from "./importer.js";
import { keptReason } from "./kept-reason.js";
import type { CustomerKey } from "./mapping/import-map.js";
import type { StatedRow } from "./mapping/read-record.js";
import type { ImportSettings } from "./settings.js";
import { saveSuperseding } from "./supersede-drafts.js";

const NOTHING = { codes: [], names: [], usccs: [] };
const SOUGHT_BY = { code: "codes", name: "names", uscc: "usccs" } as const satisfies Record<CustomerKey, string>;

/** The customers of the branch by the key a file names them by; several may have one name. */
const loadCustomers = async (
  session: Session,
  { branch }: ImportSettings,
  by: CustomerKey,
  rows: readonly StatedRow[],
) => {
  const keys = [...new Set(rows.map(({ customerKey }) => customerKey))];
  const found = await findKnownCustomers(session, branch.id, { ...NOTHING, [SOUGHT_BY[by]]: keys });
  const customers = new Map<string, KnownCustomer[]>();
  for (const customer of found) {
    const key = customer[by] ?? "";
    customers.set(key, [...(customers.get(key) ?? []), customer]);
  }
  return customers;
};

/** @throws Refusal for a customer of no or of several of that key; what is elsewhere is not there */
const theOne = (customers: readonly KnownCustomer[] = [], by: CustomerKey): KnownCustomer => {
  const [customer, another] = customers;
  if (customer === undefined) throw new Refusal("NOT_FOUND", `this branch has no customer of this ${by}`);
  if (another !== undefined) throw new Refusal("CONFLICT", `this branch has several customers of this ${by}`);
  return customer;
};

/** As `collectRecord` admits it. @throws Refusal */
const admitted = async (
  session: Session,
  { today, context }: ImportSettings,
  customer: KnownCustomer,
  { statement, importKey }: StatedRow,
): Promise<NewRecord> => {
  const { category, content, source } = statement;
  const purpose = context.purpose ?? null;
  await requireGround(session.orm, customer, source, {
    category,
    content: content as PersonalContent,
    today,
    purpose,
    namedBy: context.viewer,
  });
  const agreementId = await runningAgreement(session.orm, source, { today, purpose });
  const made = newRecord(statement, { customer, agreementId, corrected: null, keyDataVerified: undefined });
  return { ...made, record: { ...made.record, importKey } };
};

/** Of what holds a value of grade IDENTITY the fingerprint is keyed: nobody tries numbers out against it. */
const keyed = ({ context }: ImportSettings, row: StatedRow): StatedRow => {
  if (!holdsIdentity(row.statement.content)) return row;
  return { ...row, importKey: context.database.vault.lookup("information_record.import_key", row.importKey) };
};

interface Planned {
  readonly line: number;
  readonly made: NewRecord;
}

interface Plan {
  readonly planned: readonly Planned[];
  readonly outcomes: readonly Outcome[];
}

const planRows = async (
  session: Session,
  settings: ImportSettings,
  by: CustomerKey,
  rows: readonly StatedRow[],
): Promise<Plan> => {
  const customers = await loadCustomers(session, settings, by, rows);
  const about = rows.flatMap(({ customerKey, importKey }) =>
    (customers.get(customerKey) ?? []).map(({ id }) => ({ customerId: id, importKey })),
  );
  const own = { accountId: settings.context.viewer.accountId, orAnybody: false };
  const imported = await loadImportedRows(session, about, own);
  const planned: Planned[] = [];
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const { line, customerKey, importKey } = row;
    try {
      const customer = theOne(customers.get(customerKey), by);
      if (imported.isFirst({ customerId: customer.id, importKey }))
        planned.push({ line, made: await admitted(session, settings, customer, row) });
      else outcomes.push({ line, outcome: "UNCHANGED" });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ line, outcome: "REJECTED", reason: keptReason(error.message) });
    }
  }
  return { planned, outcomes };
};

/** One of each series at a time, in their order: the next one corrects the one before. */
const inRounds = (planned: readonly Planned[]): Planned[][] => {
  const rounds: Planned[][] = [];
  const said = new Map<string, number>();
  for (const each of planned) {
    const { customerId, series } = each.made.record;
    const key = `${customerId} ${series}`;
    const round = said.get(key) ?? 0;
    said.set(key, round + 1);
    const others = rounds[round];
    if (others === undefined) rounds[round] = [each];
    else others.push(each);
  }
  return rounds;
};

/** Rows about customers that are there: each becomes a record, as if it had been collected by hand. */
export const recordImporter = (
  settings: ImportSettings,
  by: CustomerKey,
  read: Importer<StatedRow>["read"],
): Importer<StatedRow> => ({
  read: (row) => keyed(settings, read(row)),
  write: async (session, rows) => {
    const { planned, outcomes } = await planRows(session, settings, by, rows);
    const all = { customers: 0, findings: [] as Written["findings"][number][], outcomes: [...outcomes] };
    for (const round of inRounds(planned)) {
      const records = round.map(({ made }) => made);
      const known = new Set(records.map(({ record }) => record.customerId));
      const correcting = await saveSuperseding(session, settings.context, records, known);
      all.findings.push(...records.flatMap(({ findings }) => findings));
      for (const { line, made } of round)
        all.outcomes.push({ line, outcome: correcting.has(made.record.id) ? "CHANGED" : "NEW" });
    }
    return all;
  },
});
