import type { Session } from "../../db/database.js";
import { insertRows } from "../../db/insert-rows.js";
import { waitForOtherImports } from "../../db/queries/register-import.js";
import { newId } from "../../db/tables/columns.js";
import { customer, informationRecord, recordState, screeningFinding } from "../../db/tables/index.js";
import { seriesOf } from "../../domain/series.js";
import { corroborationAtCollection, statusAfterScreening } from "../../domain/verification-policy.js";
import { codeOf, type KnownCustomers, loadKnownCustomers } from "./known-customers.js";
import { REGISTER_ORIGIN, type Registration } from "./registration.js";
import type { ImportSettings } from "./settings.js";
import { countFindings, type ImportSummary } from "./summary.js";

/** A readable row, and where it stands: `register.csv, line 7`. */
export interface PlacedRegistration extends Registration {
  readonly place: string;
}

const CATEGORY = "REGISTRATION";

/** The register is the authority that registers: the party a later confirmation has to differ from (SP2). */
const REGISTER_PARTY = "企业登记机关";

const customerRow = ({ branch, now }: ImportSettings, row: Registration) => ({
  id: newId(),
  branchId: branch.id,
  code: codeOf(branch, row),
  name: row.name,
  uscc: row.uscc,
  kind: row.kind,
  importance: "C" as const,
  status: "PROSPECT" as const,
  region: row.content.registrationRegion,
  version: 1,
  createdAt: now.toISOString(),
  updatedAt: now.toISOString(),
});

const returnReason = ({ findings }: Registration): string | null => {
  const errors = findings.filter(({ severity }) => severity === "ERROR").map(({ rule }) => rule);
  return errors.length === 0 ? null : `Screening: ${errors.join(", ")}`;
};

const recordRow = ({ collectorId, now, today }: ImportSettings, customerId: string, row: PlacedRegistration) => {
  const id = newId();
  return {
    id,
    customerId,
    category: CATEGORY,
    series: seriesOf(CATEGORY, row.content, id),
    status: statusAfterScreening(CATEGORY, REGISTER_ORIGIN, row.findings),
    corroboration: corroborationAtCollection(CATEGORY, REGISTER_ORIGIN),
    ...REGISTER_ORIGIN,
    party: REGISTER_PARTY,
    reference: row.place,
    collectedBy: collectorId,
    collectedAt: now.toISOString(),
    recordedAt: now.toISOString(),
    validFrom: row.content.establishedOn ?? today,
    returnReason: returnReason(row),
    importKey: row.importKey,
    version: 1,
    ...row.content,
  } as const;
};

type RecordRow = ReturnType<typeof recordRow>;

const stateRow = ({ collectorId, now }: ImportSettings, { id: recordId, customerId, status }: RecordRow) => ({
  recordId,
  customerId,
  version: 1,
  status,
  actorId: collectorId,
  recordedFrom: now.toISOString(),
});

const findingRows = ({ now }: ImportSettings, { id: recordId, customerId }: RecordRow, { findings }: Registration) =>
  findings.map((found) => ({ ...found, id: newId(), recordId, customerId, foundAt: now.toISOString() }));

const plan = (settings: ImportSettings, known: KnownCustomers, rows: readonly PlacedRegistration[]) => {
  const customers: ReturnType<typeof customerRow>[] = [];
  const records: RecordRow[] = [];
  const findings: ReturnType<typeof findingRows> = [];
  for (const row of rows) {
    let of = known.find(settings.branch, row);
    if (of === undefined) {
      const added = customerRow(settings, row);
      customers.push(added);
      known.add(added);
      of = added;
    }
    if (!known.isFirst(of.id, row.importKey)) continue;
    const record = recordRow(settings, of.id, row);
    records.push(record);
    findings.push(...findingRows(settings, record, row));
  }
  return { customers, records, findings };
};

/** Writes what is new in some rows: customers nobody knew, and a record for each row not imported before. */
export const importBatch = async (
  session: Session,
  settings: ImportSettings,
  rows: readonly PlacedRegistration[],
): Promise<Partial<ImportSummary>> => {
  await waitForOtherImports(session);
  const known = await loadKnownCustomers(session, settings.branch, rows);
  const { customers, records, findings } = plan(settings, known, rows);
  await insertRows(session, customer, customers);
  await insertRows(session, informationRecord, records);
  await insertRows(
    session,
    recordState,
    records.map((record) => stateRow(settings, record)),
  );
  await insertRows(session, screeningFinding, findings);
  return {
    customers: customers.length,
    records: records.length,
    unchanged: rows.length - records.length,
    findings: countFindings(findings),
  };
};
