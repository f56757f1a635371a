import type { Session } from "../../db/database.js";
import { insertRows } from "../../db/insert-rows.js";
import { searchRows } from "../../db/search/search-rows.js";
import { customer, searchEntry } from "../../db/tables/index.js";
import { Refusal } from "../../domain/refusal.js";
import { loadImportedRows } from "./imported-rows.js";
import type { Importer, InParts, Outcome, Written, WrittenPart } from "./importer.js";
import { codeOf, loadKnownCustomers } from "./known-customers.js";
import { splitRows } from "./register-parts.js";
import { type Plan, planRows } from "./register-plan.js";
import { readRegisterRow } from "./register-row.js";
import { type PlacedRegistration, registrationOf } from "./registration.js";
import type { ImportSettings } from "./settings.js";
import { saveSuperseding } from "./supersede-drafts.js";

const outcomeOf = ({ line, recordId }: Plan["lines"][number], correcting: ReadonlySet<string>): Outcome => {
  if (recordId === null) return { line, outcome: "UNCHANGED" };
  return { line, outcome: correcting.has(recordId) ? "CHANGED" : "NEW" };
};

const writeSome = async (
  session: Session,
  settings: ImportSettings,
  rows: readonly PlacedRegistration[],
  inPart: boolean,
) => {
  const { known, ids } = await loadKnownCustomers(session, settings.branch, rows);
  const about = rows.flatMap((row) => {
    const id = known.find(row)?.id;
    return id === undefined ? [] : [{ customerId: id, importKey: row.importKey }];
  });
  const by = { accountId: settings.context.viewer.accountId, orAnybody: true };
  const imported = await loadImportedRows(session, about, by);
  const { customers, records, lines, rest, left } = planRows(settings, known, imported, rows, inPart);
  await insertRows(session, customer, customers);
  await insertRows(session, searchEntry, searchRows(customers));
  const correcting = await saveSuperseding(session, settings.context, records, ids);
  const findings = records.flatMap((record) => record.findings);
  const outcomes = lines.map((line) => outcomeOf(line, correcting));
  return { written: { customers: customers.length, findings, outcomes } satisfies Written, rest, left };
};

const write = async (
  session: Session,
  settings: ImportSettings,
  rows: readonly PlacedRegistration[],
  inPart = false,
): Promise<WrittenPart<PlacedRegistration>> => {
  const all = { customers: 0, findings: [] as Written["findings"][number][], outcomes: [] as Outcome[] };
  const leftOver: PlacedRegistration[] = [];
  for (let waiting = rows; waiting.length > 0; ) {
    const { written, rest, left } = await writeSome(session, settings, waiting, inPart);
    all.customers += written.customers;
    all.findings.push(...written.findings);
    all.outcomes.push(...written.outcomes);
    leftOver.push(...left);
    waiting = rest;
  }
  return { written: all, left: leftOver };
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
  write: async (session, rows) => (await write(session, settings, rows)).written,
  inParts: {
    split: splitRows,
    write: (session, rows) => write(session, settings, rows, true),
    lineOf: ({ line }) => line,
  } satisfies InParts<PlacedRegistration>,
});
