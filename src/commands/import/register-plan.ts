import { newId } from "../../db/tables/columns.js";
import type { LocalDate } from "../../domain/local-date.js";
import { seriesOf } from "../../domain/series.js";
import { corroborationAtCollection, methodsFor, statusAfterScreening } from "../../domain/verification-policy.js";
import type { NewRecord } from "../save-record.js";
import type { ImportedRows } from "./imported-rows.js";
import type { KnownCustomers } from "./known-customers.js";
import { isOfOnePart } from "./register-parts.js";
import { type PlacedRegistration, REGISTER_ORIGIN, type Registration } from "./registration.js";
import type { ImportSettings } from "./settings.js";

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

export interface Plan {
  readonly customers: ReturnType<typeof customerRow>[];
  readonly records: NewRecord[];
  /** By the key of the record a row makes; null: it makes none. */
  readonly lines: { readonly line: number; readonly recordId: string | null }[];
  /** A second statement about one customer waits until the first is written: it corrects that. */
  readonly rest: PlacedRegistration[];
  /** Of a part: about a customer that rows of other parts may be about, too. */
  readonly left: PlacedRegistration[];
}

/** What is to be written of rows, none of them about a customer of another. */
export const planRows = (
  settings: ImportSettings,
  known: KnownCustomers,
  imported: ImportedRows,
  rows: readonly PlacedRegistration[],
  inPart: boolean,
): Plan => {
  const planned: Plan = { customers: [], records: [], lines: [], rest: [], left: [] };
  const stated = new Set<string>();
  for (const row of rows) {
    let of = known.find(row);
    if (inPart && of !== undefined && !isOfOnePart(of, row)) {
      planned.left.push(row);
      continue;
    }
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
