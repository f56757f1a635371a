import { sql } from "drizzle-orm";
import { customer } from "../../tables/customer.js";
import { informationRecord as r } from "../../tables/information-record.js";
import type { OneShape, Shape } from "../shape.js";
import { CUSTOMER } from "./customer.js";
import { INFORMATION_RECORD } from "./information-record.js";

/** What a mutation of a customer answers: built over the customer's own row. */
export const CUSTOMER_PAYLOAD: Shape = {
  ...CUSTOMER,
  fields: {
    customer: {
      kind: "one",
      shape: "Customer",
      where: (row, parent) => sql`${row.of(customer.id)} = ${parent.of(customer.id)}`,
    },
  },
};

const { fields: ofRecord, typeName: _notAnInterface, ...overRecord } = INFORMATION_RECORD;
const { screening, verificationTasks } = ofRecord;

const itself: OneShape = {
  kind: "one",
  shape: "InformationRecord",
  where: (row, parent) => sql`${row.of(r.id)} = ${parent.of(r.id)}`,
};

/** What collecting answers: the record, what screening noticed, the tasks it opened. Nothing of any other record. */
export const COLLECTED_PAYLOAD: Shape = {
  ...overRecord,
  fields: {
    record: itself,
    ...(screening && { screening }),
    ...(verificationTasks && { tasks: verificationTasks }),
  },
};

/** What a mutation of a record answers: built over the record's own row. */
export const RECORD_PAYLOAD: Shape = { ...overRecord, fields: { record: itself } };

/** Of several records, each answers its part of the list. */
export const ARCHIVE_RECORDS_PAYLOAD: Shape = { ...overRecord, fields: { records: itself } };
