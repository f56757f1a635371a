import { randomUUID } from "node:crypto";
import { SYSTEM } from "../dist/auth/viewer.js";
import { encryptedRecord } from "../dist/db/encryption/record-values.js";
import { insertRows } from "../dist/db/insert-rows.js";
import { openDatabase } from "../dist/db/open.js";
import { searchRows } from "../dist/db/search/search-rows.js";
import { seedDemo } from "../dist/db/seed/index.js";
import { customer, informationRecord, searchEntry, verificationTask } from "../dist/db/tables/index.js";
import { generated } from "./customers.mjs";
import { asOwner, WITHOUT_TRIGGERS } from "./owner.mjs";
import { vault } from "./vault.mjs";

export const PASSWORD = "bench-archive";

const idsOf = async (session, text) => (await session.rows(text, [])).map(({ id }) => id);

/** Customers' figures once at the end: the trigger would write every customer once per statement. */
const insertGenerated = async (session, count) => {
  await session.rows("set local session_replication_role = replica", []);
  const { customers, records, tasks } = generated(count, {
    branches: await idsOf(session, "select id from branch order by code"),
    collectors: await idsOf(session, "select id from account where username in ('collector', 'collector2') order by 1"),
  });
  await insertRows(session, customer, customers);
  await insertRows(session, searchEntry, searchRows(customers));
  const stored = records.map((record) => encryptedRecord(vault, { id: randomUUID(), ...record }));
  await insertRows(session, informationRecord, stored);
  await insertRows(session, verificationTask, tasks);
  await session.rows("select refresh_customer_figures(id) from customer", []);
  return { customers: customers.length, records: records.length, tasks: tasks.length };
};

/** Migrates an empty database and puts into it the demo data, and so many customers more. */
export const fill = async (url, count) => {
  const database = await openDatabase({ url, dataDir: "", vault });
  try {
    await seedDemo(database, { password: PASSWORD, now: new Date() });
    await asOwner(url, WITHOUT_TRIGGERS);
    return await database.withViewer(SYSTEM, "WRITE", async (session) => {
      // Demo accounts do not exist in production, which is how the servers run.
      await session.rows("update account set demo = false", []);
      return insertGenerated(session, count);
    });
  } finally {
    await asOwner(url, "vacuum analyze");
    await database.close();
  }
};
