import { test } from "vitest";
import { openTestDatabase } from "../support/database.js";
import { seedDemo } from "../../src/db/seed/index.js";
import { demoRows } from "../../src/db/seed/demo-rows.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { insertRows } from "../../src/db/insert-rows.js";
test("t", async () => {
  const now = new Date("2026-06-30T02:00:00Z");
  let t = performance.now();
  demoRows(now);
  console.log("pure", performance.now() - t);
  const db = await openTestDatabase();
  t = performance.now();
  try { await seedDemo(db, { password: "demo-archive", now }); } catch (e: any) { console.log(String(e.cause ?? e), e.detail ?? e.cause?.detail); throw new Error("x") }
  console.log("seed", performance.now() - t);
  await db.withViewer(SYSTEM, "READ", async ({ rows }) => {
    for (const q of ["select category, status, restricted_from, count(*)::int from information_record group by 1,2,3 order by 1,2,3",
     "select status, method, cause, priority, count(*)::int from verification_task group by 1,2,3,4 order by 1,2,3",
     "select a.username, t.category, count(*)::int from verification_task t join account a on a.id=t.assignee_id where t.status='CLAIMED' and claimed_until > '2026-06-30' group by 1,2 order by 1,2",
     "select severity, rule, (overridden_by is not null) as ov, count(*)::int from screening_finding group by 1,2,3 order by 1,2",
     "select resolution, count(*)::int from conflict group by 1", "select kind, closed_at is null as open, count(*)::int from major_event group by 1,2",
     "select relname, n_live_tup from pg_stat_user_tables where n_live_tup>0",
     "select (select count(*)::int from verification_task_record) tr, (select count(*)::int from finding) f, (select count(*)::int from record_state) s, (select count(*)::int from information_record) r, (select count(*)::int from verification_task) t",
     "select corroboration, count(*)::int from information_record group by 1", "select credit_rating, count(*)::int from customer group by 1", "select channel, count(*)::int from information_record group by 1"])
      console.table(await rows(q, []));
  });
  await db.close();
});
