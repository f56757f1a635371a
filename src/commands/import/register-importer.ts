import type { Session } from "../../db/database.js";
import { insertRows } from "../../db/insert-rows.js";
import { waitForOtherImports } from "../../db/queries/import.js";
import { searchRows } from "../../db/search/search-rows.js";
import { newId } from "../../db/tables/columns.js";
import { customer, searchEntry } from "../../db/tables/index.js";
import type { LocalDate } from "../../domain/local-date.js";
import { Refusal } from "../../domain/refusal.js";
import { seriesOf } from "../../domain/series.js";
import { corroborationAtCollection, methodsFor, statusAfterScreening } from "../../domain/verification-policy.js";
import type { NewRecord } from "../save-record.js";
import { type ImportedRows, loadImportedRows } from "./imported-rows.js";
import type { Importer, Outcome, Written } from "./importer.js";
import { codeOf, type KnownCustomers, loadKnownCustomers } from "./known-customers.js";
import { readRegisterRow } from "./register-row.js";
import { REGISTER_ORIGIN, type Registration, registrationOf } from "./registration.js";
import type { ImportSettings } from "./settings.js";
import { saveSuperseding } from "./supersede-drafts.js";

/** A readable row, and where it stands: `register.csv, line 7`. */
interface PlacedRegistration extends Registration {
  readonly line: number;
  readonly place: string;
}

const CATEGORY = "REGISTRATION";

/** The register is the authority that registers: the party a later confirmation has to differ from (SP2). */
const REGISTER_PARTY = "企业登记机关";

const customerRow = ({ branch, context }: ImportSettings, row: Registration) => ({
  id: newId(),
  branchId: branch.id,
  code: row.code,
  name: row.name,
  uscc: row.uscc,
  kind: row.kind,
  importance: "C" as const,
  status: "PROSPECT" as const,
  region: row.content.registrationRegion,
  version: 1,
  createdAt: context.now.toISOString(),
  updatedAt: context.now.toISOString(),
});

const returnReason = ({ findings }: Registration): string | null => {
  const errors = findings.filter(({ severity }) => severity === "ERROR").map(({ rule }) => rule);
  return errors.length === 0 ? null : `Screening: ${errors.join(", ")}`;
};

const recordOf = (today: LocalDate, customerId: string, row: PlacedRegistration): NewRecord => {
  const id = newId();
  const status = statusAfterScreening(CATEGORY, REGISTER_ORIGIN, row.findings);
  const record = {
    id,
    customerId,
    category: CATEGORY,
    series: seriesOf(CATEGORY, row.content, id),
    status,
    corroboration: corroborationAtCollection(CATEGORY, REGISTER_ORIGIN),
    ...REGISTER_ORIGIN,
    party: REGISTER_PARTY,
    reference: row.place,
    validFrom: row.content.establishedOn ?? today,
    returnReason: returnReason(row),
    importKey: row.importKey,
    ...row.content,
  } as const;
  const methods = status === "IN_VERIFICATION" ? methodsFor(CATEGORY, REGISTER_ORIGIN) : [];
  return { record, derivedFrom: [], findings: row.findings, methods };
};

interface Plan {
  readonly customers: ReturnType<typeof customerRow>[];
  readonly records: NewRecord[];
  /** By the key of the record a row makes; null: it makes none. */
  readonly lines: { readonly line: number; readonly recordId: string | null }[];
  /** A second statement about one customer waits until the first is written: it corrects that. */
  readonly rest: PlacedRegistration[];
}

const plan = (
  settings: ImportSettings,
  known: KnownCustomers,
  imported: ImportedRows,
  rows: readonly PlacedRegistration[],
): Plan => {
  const planned: Plan = { customers: [], records: [], lines: [], rest: [] };
  const stated = new Set<string>();
  for (const row of rows) {
    let of = known.find(row);
    if (of === undefined) {
      const added = customerRow(settings, row);
      planned.customers.push(added);
      known.add(added);
      of = added;
    }
    if (!imported.isFirst({ customerId: of.id, importKey: row.importKey }))
      planned.lines.push({ line: row.line, recordId: null });
    else if (stated.has(of.id)) planned.rest.push(row);
    else {
      stated.add(of.id);
      const record = recordOf(settings.today, of.id, row);
      planned.records.push(record);
      planned.lines.push({ line: row.line, recordId: record.record.id });
    }
  }
  return planned;
};

const outcomeOf = ({ line, recordId }: Plan["lines"][number], correcting: ReadonlySet<string>): Outcome => {
  if (recordId === null) return { line, outcome: "UNCHANGED" };
  return { line, outcome: correcting.has(recordId) ? "CHANGED" : "NEW" };
};

const writeSome = async (session: Session, settings: ImportSettings, rows: readonly PlacedRegistration[]) => {
  const { known, ids } = await loadKnownCustomers(session, settings.branch, rows);
  const about = rows.flatMap((row) => {
    const id = known.find(row)?.id;
    return id === undefined ? [] : [{ customerId: id, importKey: row.importKey }];
  });
  const { customers, records, lines, rest } = plan(settings, known, await loadImportedRows(session, about), rows);
  await insertRows(session, customer, customers);
  await insertRows(session, searchEntry, searchRows(customers));
  const correcting = await saveSuperseding(session, settings.context, records, ids);
  const findings = records.flatMap((record) => record.findings);
  const outcomes = lines.map((line) => outcomeOf(line, correcting));
  return { written: { customers: customers.length, findings, outcomes } satisfies Written, rest };
};

const write = async (
  session: Session,
  settings: ImportSettings,
  rows: readonly PlacedRegistration[],
): Promise<Written> => {
  await waitForOtherImports(session);
  const all = { customers: 0, findings: [] as Written["findings"][number][], outcomes: [] as Outcome[] };
  for (let waiting = rows; waiting.length > 0; ) {
    const { written, rest } = await writeSome(session, settings, waiting);
    all.customers += written.customers;
    all.findings.push(...written.findings);
    all.outcomes.push(...written.outcomes);
    waiting = rest;
  }
  return all;
};

/** Rows of a public register: each becomes a customer, unless it is known, and a REGISTRATION record. */
export const registerImporter = (
  settings: ImportSettings,
  file: string,
  cellsOf: (cells: readonly string[]) => readonly string[],
): Importer<PlacedRegistration> => ({
  read: ({ line, cells }) => {
    const read = readRegisterRow(cellsOf(cells ?? []));
    if ("reason" in read) throw new Refusal("BAD_USER_INPUT", read.reason);
    const registration = registrationOf(read.row, settings.today);
    return { ...registration, code: codeOf(settings.branch, registration), line, place: `${file}, line ${line}` };
  },
  write: (session, rows) => write(session, settings, rows),
});
