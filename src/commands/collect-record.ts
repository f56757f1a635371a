import { getTableColumns } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import { REQUIRED_CONTENT } from "../db/tables/content/index.js";
import { informationRecord } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { type Content, type GivenContent, readContent } from "../domain/content.js";
import { endOfAssessment } from "../domain/credit.js";
import { byName, date, type PlaceOf, readFields } from "../domain/field-form.js";
import type { LocalDate } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import { screen } from "../domain/screening.js";
import { seriesOf } from "../domain/series.js";
import { corroborationAtCollection, methodsFor, statusAfterScreening } from "../domain/verification-policy.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { correctedRecord } from "./corrected-record.js";
import { creditFactsOf } from "./credit-facts.js";
import { customerInScope } from "./customer-in-scope.js";
import { type NewRecord, saveRecord } from "./save-record.js";
import { requireDerivable, requireGround, runningAgreement } from "./source-grounds.js";
import { readSource, type SourceInput } from "./source-input.js";

/** What every collecting command is given, next to its category's own fields. */
export interface CollectInput {
  readonly customerId: string;
  readonly source: SourceInput;
  /** True in the world from this day on; today unless said. */
  readonly validFrom?: string | null;
  /** The first day it is no longer true. */
  readonly validTo?: string | null;
  /** The record this one corrects. */
  readonly corrects?: string | null;
}

/** Keys of what was written. */
export type CollectedRecord = { readonly recordId: string; readonly taskIds: readonly string[] };

const VALIDITY = { validFrom: date, validTo: date };

const readValidity = (input: Pick<CollectInput, "validFrom" | "validTo">, today: LocalDate) => {
  const { validFrom, validTo } = readFields(VALIDITY, input);
  const from = validFrom ?? today;
  if (validTo !== null && validTo <= from)
    throw new Refusal("BAD_USER_INPUT", "validTo must be after validFrom.", { field: "validTo" });
  return { validFrom: from, validTo };
};

type Validity = ReturnType<typeof readValidity>;

/** Unless said otherwise, an assessment is true to its end; of one that ends before it begins screening speaks. */
const untilItsEnd = (validity: Validity, content: Parameters<typeof endOfAssessment>[0]): Validity => {
  const validTo = validity.validTo ?? endOfAssessment(content);
  return validTo !== null && validTo <= validity.validFrom ? validity : { ...validity, validTo };
};

const FIELD_OF_COLUMN = new Map(
  Object.entries(getTableColumns(informationRecord)).map(([field, { name }]) => [name, field]),
);

/** What the database cannot keep a record without is refused at once; screening judges the rest. */
const requireIndispensable = (
  category: CategoryCode,
  content: Readonly<Record<string, unknown>>,
  placeOf: PlaceOf,
): void => {
  for (const column of REQUIRED_CONTENT[category]) {
    const name = FIELD_OF_COLUMN.get(column) ?? column;
    if (content[name] !== null) continue;
    const field = placeOf(name);
    throw new Refusal("BAD_USER_INPUT", `A ${category} record cannot be without ${field}.`, { field });
  }
};

/** An amount is sent with its currency, and kept beside it. */
const placeInInput: PlaceOf = (name) => name.replace(/^(.+)Currency$/, "$1.currency");

/**
 * What somebody states, read: nobody checks it again.
 *
 * @throws Refusal BAD_USER_INPUT naming the field
 */
export const readStatement = <C extends CategoryCode>(
  category: C,
  input: Omit<CollectInput, "customerId"> & GivenContent<C>,
  today: LocalDate,
  placeOf = byName,
) => {
  const content: Content<C> = readContent(category, input, placeOf);
  requireIndispensable(category, content, placeOf);
  const validity = untilItsEnd(readValidity(input, today), content);
  return { category, content, source: readSource(input.source, today), validity, today };
};

export type Statement<C extends CategoryCode> = ReturnType<typeof readStatement<C>>;

/** What may not be collected, or not by this viewer, stops here. */
const admit = async <C extends CategoryCode>(
  orm: Orm,
  context: CommandContext,
  { customerId, corrects }: CollectInput,
  { category, content, source, today }: Statement<C>,
) => {
  const customer = await customerInScope(orm, context.viewer, customerId, { lock: "AS_IT_IS" });
  const about = { customerId, category, recordId: corrects ?? null };
  const corrected = await correctedRecord(orm, context, about);
  const purpose = context.purpose ?? null;
  await requireGround(orm, customer, source, { category, content, today, purpose, namedBy: context.viewer });
  await requireDerivable(orm, customerId, source.derivedFrom);
  const agreementId = await runningAgreement(orm, source, { today, purpose });
  // All that screening may know of other records, and only of an assessment: it is made of them.
  const keyDataVerified =
    category === "CREDIT" ? (await creditFactsOf(orm, customerId, today)).keyDataVerified : undefined;
  return { customer, corrected, agreementId, keyDataVerified };
};

export type Admitted = Awaited<ReturnType<typeof admit>>;

/** The record a statement makes, screened (SP8), and the tasks it takes (SP2). */
export const newRecord = <C extends CategoryCode>(
  { category, content, source, validity, today }: Statement<C>,
  { customer, corrected, agreementId, keyDataVerified }: Admitted,
): NewRecord => {
  const id = newId();
  const about = { kind: customer.kind, customerName: customer.name, customerUscc: customer.uscc };
  const findings = screen(category, content, { ...source, ...about, today, keyDataVerified });
  const status = statusAfterScreening(category, source, findings);
  const { derivedFrom, agreementNumber: _, ...origin } = source;
  const standing = { id, customerId: customer.id, category, status, agreementId, correctsId: corrected?.id ?? null };
  const series = seriesOf(category, content, corrected?.series ?? id);
  const corroboration = corroborationAtCollection(category, source);
  return {
    record: { ...origin, ...validity, ...content, ...standing, series, corroboration },
    derivedFrom,
    findings,
    methods: status === "IN_VERIFICATION" ? methodsFor(category, source) : [],
  };
};

/**
 * Keeps a new record of a category, screened on arrival (SP8), with the tasks that will verify it (SP2). It is never
 * compared with other records here: an answer that depended on them would let a collector guess values and watch.
 *
 * @throws Refusal BAD_USER_INPUT naming the field; NOT_FOUND; FORBIDDEN (SP4, or a correction); INVALID_TRANSITION
 */
export const collectRecord = async <C extends CategoryCode>(
  context: CommandContext,
  category: C,
  input: CollectInput & GivenContent<C>,
): Promise<CollectedRecord> => {
  const statement = readStatement(category, input, todayOf(context), placeInInput);
  return change(context, async (orm) => {
    const admitted = await admit(orm, context, input, statement);
    return saveRecord(orm, context, newRecord(statement, admitted));
  });
};
