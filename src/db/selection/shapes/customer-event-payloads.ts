import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { conflict } from "../../tables/conflict.js";
import { consent } from "../../tables/consent.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { majorEvent } from "../../tables/major-event.js";
import type { OneShape, Shape, ShapeName } from "../shape.js";
import { CONFLICT, CONSENT, MAJOR_EVENT } from "./customer-events.js";

// What mutations of a conflict, an event, a consent answer: each built over the row itself.

const itself = (shape: ShapeName, id: PgColumn): OneShape => ({
  kind: "one",
  shape,
  where: (row, parent) => sql`${row.of(id)} = ${parent.of(id)}`,
});

export const CONFLICT_PAYLOAD: Shape = { ...CONFLICT, fields: { conflict: itself("Conflict", conflict.id) } };

const { task } = MAJOR_EVENT.fields;

export const MAJOR_EVENT_PAYLOAD: Shape = {
  ...MAJOR_EVENT,
  fields: { event: itself("MajorEvent", majorEvent.id), ...(task && { task }) },
};

export const CONSENT_PAYLOAD: Shape = {
  ...CONSENT,
  fields: {
    consent: itself("Consent", consent.id),
    restrictedRecords: {
      kind: "leaf",
      read: (row) =>
        sql`(select count(*)::int from ${r} as cr where cr.consent_id = ${row.of(consent.id)} and cr.status = 'RESTRICTED')`,
    },
  },
};
