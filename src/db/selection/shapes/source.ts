import { sql } from "drizzle-orm";
import { consent } from "../../tables/consent.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { recordDerivation } from "../../tables/record-state.js";
import { sharingAgreement } from "../../tables/sharing-agreement.js";
import { leaf } from "../leaves.js";
import type { Shape } from "../shape.js";
import { INFORMATION_RECORD } from "./information-record.js";

const { fields: _ofRecord, typeName: _notAnInterface, ...overRecord } = INFORMATION_RECORD;

/** Where a record comes from: columns of the record's own row. */
export const SOURCE: Shape = {
  ...overRecord,
  fields: {
    channel: leaf(r.channel),
    subChannel: leaf(r.subChannel),
    party: { ...leaf(r.party), content: true },
    statedOn: leaf(r.statedOn),
    reference: { ...leaf(r.reference), content: true },
    tool: leaf(r.tool),
    legalBasis: leaf(r.legalBasis),
    agreement: {
      kind: "leaf",
      read: (row) => sql`(select sa.number from ${sharingAgreement} sa where sa.id = ${row.of(r.agreementId)})`,
    },
    consent: {
      kind: "one",
      shape: "Consent",
      beyondClaim: true,
      content: true,
      where: (row, parent) => sql`${row.of(consent.id)} = ${parent.of(r.consentId)}`,
    },
    derivedFrom: {
      kind: "many",
      shape: "InformationRecord",
      beyondClaim: true,
      content: true,
      where: (row, parent) =>
        sql`exists (select 1 from ${recordDerivation} d where d.record_id = ${parent.of(r.id)} and d.source_id = ${row.of(r.id)})`,
      order: (row) => row.of(r.id),
    },
  },
};
