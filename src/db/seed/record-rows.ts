import { createHash } from "node:crypto";
import type { CategoryCode } from "../../domain/category-code.js";
import type { RecordStatus } from "../../domain/record.js";
import type { ScreeningFinding } from "../../domain/screening/rule.js";
import { seriesOf } from "../../domain/series.js";
import { corroborationAtCollection } from "../../domain/verification-policy.js";
import type { Calendar } from "./calendar.js";
import { demoId } from "./demo-id.js";
import { type Made, reachedAt } from "./made.js";

const RETURN_REASON = "关键字段缺少佐证，请补充后重新提交";
const OVERRIDE_REASON = "已与营业执照原件核对，以登记机关颁发为准";

/** Of the content as it was archived or erased, so that it can be told from another one. */
const sealOf = <C extends CategoryCode>({ id, wanted }: Made<C>): string =>
  createHash("sha256")
    .update(JSON.stringify([id, wanted.content]))
    .digest("hex");

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

export const recordRow = <C extends CategoryCode>(made: Made<C>, { day }: Calendar) => {
  const { id, customer, category, wanted, instant, people, steps } = made;
  const { status, origin, collectedAgo } = wanted;
  const erased = status === "ERASED";
  const envelope = envelopeOf(made);
  return {
    id,
    customerId: customer.id,
    category,
    // The series of a contact is a person's name: of an erased record nothing of the kind is left.
    series: erased ? id : seriesOf(category, wanted.content, id),
    status,
    corroboration: wanted.corroboration ?? corroborationAtCollection(category, origin),
    ...origin,
    statedOn: day(collectedAgo),
    collectedBy: people.collector,
    collectedAt: instant(collectedAgo),
    recordedAt: instant(collectedAgo),
    validFrom: wanted.validFrom ?? day(collectedAgo),
    validTo: wanted.validTo ?? null,
    ...envelope,
    correctsId: wanted.corrects ?? null,
    supersedesId: wanted.supersedes ?? null,
    seal: erased || envelope.archivedAt !== null ? sealOf(made) : null,
    version: steps.length,
    ...(erased ? {} : wanted.content),
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
