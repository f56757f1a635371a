import { eq } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import { customer } from "../db/tables/index.js";
import { isAbsence, ORIGIN_OF_OBSERVATION, observedContent } from "../domain/observation.js";
import { screen } from "../domain/screening.js";
import { normalisedName } from "../domain/series.js";
import { corroborationAtCollection, methodsFor, statusAfterScreening } from "../domain/verification-policy.js";
import { type CommandContext, todayOf } from "./context.js";
import type { CustomerFacts } from "./customer-in-scope.js";
import type { ReadFinding } from "./read-findings.js";
import type { StoredRecord } from "./record-in-scope.js";
import { type NewRecord, saveRecord } from "./save-record.js";
import { requireGround } from "./source-grounds.js";
import type { StoredTask } from "./task-in-scope.js";

/** What one party said instead about one record. */
interface Observation {
  readonly checked: StoredRecord;
  readonly party: string;
  readonly findings: readonly ReadFinding[];
}

const observationsIn = (findings: readonly ReadFinding[]): Observation[] => {
  const groups = new Map<string, Observation>();
  for (const finding of findings) {
    const { record: checked, sourceParty: party, observed } = finding;
    if (observed === null || party === null) continue;
    const key = `${checked.id} ${normalisedName(party)}`;
    groups.set(key, { checked, party, findings: [...(groups.get(key)?.findings ?? []), finding] });
  }
  return [...groups.values()];
};

/** By its key alone: the claim opens it, in whatever branch it is. */
const customerOf = async (orm: Orm, { customerId }: StoredTask): Promise<CustomerFacts> => {
  const { id, name, uscc, kind, version } = customer;
  const [found] = await orm.select({ id, name, uscc, kind, version }).from(customer).where(eq(customer.id, customerId));
  return found as CustomerFacts;
};

/** It comes through the task's method, today, on the ground the checked record is kept on. */
const sourceOf = ({ method }: StoredTask, { checked, party }: Observation, context: CommandContext) => {
  const { consentId, legalBasis } = checked;
  const own = { party, statedOn: todayOf(context), reference: null, tool: null, consentId, legalBasis };
  return { ...ORIGIN_OF_OBSERVATION[method], ...own, agreementNumber: null, derivedFrom: [] };
};

/** A record of its own in the series of the one that was checked, so that each is held against the other. */
const newRecord = async (
  orm: Orm,
  context: CommandContext,
  task: StoredTask,
  observation: Observation,
): Promise<NewRecord> => {
  const [{ checked, findings: found }, today] = [observation, todayOf(context)];
  const { customerId, category, series, validFrom, validTo } = checked;
  const about = await customerOf(orm, task);
  const values = Object.fromEntries(found.map(({ field, observed }) => [field, observed]));
  const content = observedContent(category, checked, values);
  const source = sourceOf(task, observation, context);
  await requireGround(orm, about, source, { category, content, today, purpose: null, namedBy: null });
  const { derivedFrom, agreementNumber: _, ...origin } = source;
  const of = { kind: about.kind, customerName: about.name, customerUscc: about.uscc };
  const findings = screen(category, content, { ...origin, ...of, today });
  const present = findings.filter((finding) => !isAbsence(finding));
  const status = statusAfterScreening(category, origin, present);
  const corroboration = corroborationAtCollection(category, origin);
  const standing = { id: newId(), customerId, category, series, status, corroboration, validFrom, validTo };
  const methods = status === "IN_VERIFICATION" ? methodsFor(category, origin) : [];
  return { record: { ...origin, ...content, ...standing }, derivedFrom, findings, methods };
};

/**
 * What was observed instead becomes a record of its own for each party that said so, screened and verified like any
 * other. Answers the key of the record each finding led to.
 *
 * @throws Refusal FORBIDDEN when the ground the checked record is kept on does not cover it (SP4)
 */
export const saveObservations = async (
  orm: Orm,
  context: CommandContext,
  task: StoredTask,
  findings: readonly ReadFinding[],
): Promise<ReadonlyMap<ReadFinding, string>> => {
  const keys = new Map<ReadFinding, string>();
  for (const observation of observationsIn(findings)) {
    const record = await newRecord(orm, context, task, observation);
    const { recordId } = await saveRecord(orm, context, record);
    for (const finding of observation.findings) keys.set(finding, recordId);
  }
  return keys;
};
