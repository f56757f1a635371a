import { createHash } from "node:crypto";
import type { CategoryCode } from "../../domain/category-code.js";
import { endOfAssessment } from "../../domain/credit.js";
import type { RecordStatus } from "../../domain/record.js";
import type { ScreeningFinding } from "../../domain/screening/rule.js";
import type { SealedRecord } from "../../domain/sealed-content.js";
import { seriesOf } from "../../domain/series.js";
import { corroborationAtCollection } from "../../domain/verification-policy.js";
import { contentHashOf, sealOf } from "../seal.js";
import type { Calendar } from "./calendar.js";
import { demoId } from "./demo-id.js";
import { type Made, reachedAt } from "./made.js";

const RETURN_REASON = "关键字段缺少佐证，请补充后重新提交";
const OVERRIDE_REASON = "已与营业执照原件核对，以登记机关颁发为准";

/** The same for the same record of every demo archive. */
const saltOf = (id: string): string => createHash("sha256").update(`demo salt/${id}`).digest("hex").slice(0, 32);

/** Of the content as it was archived or erased, so that it can be told from another one. */
const sealFor = (record: SealedRecord & { readonly id: string }, archivedAt: string | null, before: string | null) => {
  const sealSalt = saltOf(record.id);
  const contentHash = contentHashOf(sealSalt, record);
  return { sealSalt, contentHash, seal: sealOf({ id: record.id, contentHash, archivedAt, before }) };
};

const envelopeOf = <C extends CategoryCode>({ people, wanted, ...made }: Made<C>) => {
  const at = (status: RecordStatus) => reachedAt(made, status);
  return {
    archivedAt: at("ARCHIVED"),
    supersededAt: at("SUPERSEDED"),
    approvedBy: at("APPROVED") && people.reviewer,
    archivedBy: at("ARCHIVED") && people.archivist,
    returnReason: wanted.status === "RETURNED" ? RETURN_REASON : null,
    restrictedFrom: wanted.status === "RESTRICTED" ? (wanted.from ?? null) : null,
  };
};

/** What the collector stated. */
const collectedRow = <C extends CategoryCode>(made: Made<C>, { day }: Calendar) => {
  const { id, customer, category, wanted, instant, people } = made;
  const { origin, collectedAgo } = wanted;
  return {
    id,
    customerId: customer.id,
    category,
    series: seriesOf(category, wanted.content, id),
    ...origin,
    statedOn: day(collectedAgo),
    collectedBy: people.collector,
    collectedAt: instant(collectedAgo),
    recordedAt: instant(collectedAgo),
    validFrom: wanted.validFrom ?? day(collectedAgo),
    validTo: wanted.validTo ?? endOfAssessment(wanted.content),
  };
};

/** @param before the seal of the record it supersedes */
export const recordRow = <C extends CategoryCode>(made: Made<C>, calendar: Calendar, before: string | null) => {
  const { id, category, wanted, steps } = made;
  const collected = collectedRow(made, calendar);
  const envelope = envelopeOf(made);
  const erased = wanted.status === "ERASED";
  const isSealed = erased || envelope.archivedAt !== null;
  return {
    ...collected,
    status: wanted.status,
    corroboration: wanted.corroboration ?? corroborationAtCollection(category, wanted.origin),
    ...envelope,
    correctsId: wanted.corrects ?? null,
    supersedesId: wanted.supersedes ?? null,
    comparedAt: collected.recordedAt,
    version: steps.length,
    ...(isSealed ? sealFor({ ...collected, ...wanted.content }, envelope.archivedAt, before) : { seal: null }),
    // The series of a contact is a person's name: of an erased record nothing of the kind is left.
    ...(erased ? { series: id, sealSalt: null } : wanted.content),
  };
};

export const stateRows = <C extends CategoryCode>({ id, customer, steps, instant }: Made<C>) =>
  steps.map(({ status, actorId, ago }, i) => {
    const next = steps[i + 1];
    const recordedTo = next === undefined ? null : instant(next.ago);
    const of = { recordId: id, customerId: customer.id, version: i + 1 };
    return { ...of, status, actorId, recordedFrom: instant(ago), recordedTo };
  });

/** A warning on an approved record was overridden, with a reason, by whoever approved it. */
export const findingRows = <C extends CategoryCode>(made: Made<C>, found: readonly ScreeningFinding[]) =>
  found.map((finding, i) => {
    const overridden = finding.severity === "WARNING" && reachedAt(made, "APPROVED") !== null;
    return {
      ...finding,
      id: demoId("screening", made.id, i),
      recordId: made.id,
      customerId: made.customer.id,
      overriddenBy: overridden ? made.people.reviewer : null,
      overrideReason: overridden ? OVERRIDE_REASON : null,
      foundAt: made.instant(made.wanted.collectedAgo),
    };
  });
