import { SYSTEM } from "../../dist/auth/viewer.js";
import { openDatabase } from "../../dist/db/open.js";
import { seedDemo } from "../../dist/db/seed/index.js";
import { asOwner, WITHOUT_TRIGGERS } from "../owner.mjs";
import { vault } from "../vault.mjs";

export const PASSWORD = "bench-archive";

/** Skewed as archives are: few large customers, many small ones; every tenth has no archived statement. */
const CUSTOMERS = `insert into customer (id, branch_id, code, name, kind, importance, status, region, industry, created_at, updated_at)
select gen_random_uuid(), (select array_agg(id order by code) from branch)[1 + n % (select count(*)::int from branch)],
  'R' || lpad(n::text, 7, '0'), '示例企业' || n || '有限公司',
  (array['ENTERPRISE','ENTERPRISE','ENTERPRISE','SOLE_TRADER','BRANCH_OFFICE','OTHER'])[1 + n % 6]::customer_kind,
  (array['A','B','B','C','C','C'])[1 + (n / 7) % 6]::importance,
  (array['ACTIVE','ACTIVE','ACTIVE','PROSPECT','DORMANT','CLOSED'])[1 + (n / 11) % 6]::customer_status,
  lpad((11 + (n * 7) % 50)::text, 2, '0') || lpad((1 + (n / 5) % 12)::text, 2, '0') || '00',
  chr(65 + (n / 3) % 20) || lpad((10 + n % 80)::text, 2, '0'), now() - n * interval '1 minute', now()
from generate_series(1, $1::int) n`;

/** What every record has, whatever its category; "at" spreads over three years. */
const envelope = (category, series, columns, values, where = "true") => `insert into information_record
  (id, customer_id, category, series, status, corroboration, channel, collected_by, collected_at, valid_from, recorded_at, archived_at, seal, compared_at, ${columns})
select gen_random_uuid(), c.id, '${category}', ${series}, s.status, s.corroboration, 'DIRECT_CONTACT',
  (select id from account where username = 'collector'), s.at, '2023-01-01', s.at,
  case when s.status in ('ARCHIVED', 'SUPERSEDED') then s.at end, case when s.status in ('ARCHIVED', 'SUPERSEDED') then repeat('0', 64) end, s.at, ${values}
from (select *, substr(code, 2)::int as n from customer where code like 'R%') c
cross join generate_series(1, 2) k
cross join lateral (select (array['ARCHIVED','ARCHIVED','ARCHIVED','ARCHIVED','SUPERSEDED','APPROVED','IN_VERIFICATION','COLLECTED','ARCHIVED','RETURNED'])[1 + (n * 3 + k) % 10]::record_status as status,
  (array['FULL','FULL','FULL','SINGLE_SOURCE','SELF_DECLARED'])[1 + (n + k) % 5]::corroboration as corroboration,
  timestamptz '2023-01-01' + ((n::bigint * 7919 + k * 104729) % 1095) * interval '1 day' as at) s
where ${where}`;

const CURRENCY = "(array['CNY','CNY','CNY','CNY','USD'])[1 + n % 5]";
const amount = (factor) => `((300000 + (n::bigint * 7919 + k * 104729) % 9973 * 25000) * ${factor})::numeric(24, 4)`;

const RECORDS = [
  envelope("REGISTRATION", "'customer'", "legal_name, legal_representative", "c.name, '法人' || n", "k = 1"),
  envelope(
    "CONTACT",
    "'联系人' || k",
    "person_name, mobile",
    "'联系人' || n || k, '13900000000'",
    "k = 1 or n % 3 = 0",
  ),
  envelope("OPERATION", "'customer'", "operating_state, employees", "'正常', 5 + n % 900", "k = 1 and n % 5 < 3"),
  envelope(
    "FINANCIAL",
    "(2023 + k)::text",
    "period_start, period_end, currency, total_assets, total_liabilities, equity, revenue, net_profit, tax_paid",
    `make_date(2023 + k, 1, 1), make_date(2023 + k, 12, 31), ${CURRENCY}, ${amount(2)}, ${amount(1.2)}, ${amount(0.8)}, ${amount(1)}, ${amount(0.05)}, ${amount(0.02)}`,
    "k = 1 or n % 3 > 0",
  ),
  envelope(
    "TRANSACTION",
    "'K-' || n || '-' || k",
    "contract_number, occurred_on, amount, settled_amount, amount_currency",
    `'K-' || n || '-' || k, s.at::date, ${amount(0.1)}, ${amount(0.08)}, ${CURRENCY}`,
  ),
  envelope(
    "CREDIT",
    "'customer'",
    "rating, score, credit_limit, credit_limit_currency",
    `(array['AAA','AA','A','B','C','D'])[1 + n % 6]::credit_rating, 40 + n % 55, ${amount(0.2)}, 'CNY'`,
    "k = 1 and n % 4 < 3",
  ),
];

const TASKS = `insert into verification_task (id, customer_id, category, method, cause, priority, status, due_at, assignee_id, created_at)
select gen_random_uuid(), id, 'FINANCIAL', (array['PHONE_CALL','SITE_VISIT','THIRD_PARTY_COMPARISON','DOCUMENT_CHECK'])[1 + (n + k) % 4]::verification_method,
  'ROUTINE', 'NORMAL', (array['CLOSED','CLOSED','CLOSED','OPEN','SUBMITTED'])[1 + (n + k) % 5]::task_status,
  now() + ((n % 60) - 20) * interval '1 day', (select id from account where username = 'verifier'), timestamptz '2025-01-01' + (n % 300) * interval '1 day'
from (select id, substr(code, 2)::int as n from customer where code like 'R%') c cross join generate_series(1, 2) k`;

/** Migrates an empty database and puts into it the demo data and so many customers more, with some 6.7 records each. */
export const fillReports = async (url, customers) => {
  const database = await openDatabase({ url, dataDir: "", vault });
  try {
    await seedDemo(database, { password: PASSWORD, now: new Date() });
    await asOwner(url, WITHOUT_TRIGGERS);
    await database.withViewer(SYSTEM, "WRITE", async ({ rows }) => {
      await rows("set local session_replication_role = replica", []);
      await rows("update account set demo = false", []);
      await rows(CUSTOMERS, [customers]);
      for (const text of [...RECORDS, TASKS]) await rows(text, []);
      await rows(
        `update customer c set credit_rating = f.rating, credit_limit = f.credit_limit from (select distinct on (customer_id) customer_id, rating, credit_limit
         from information_record where category = 'CREDIT' and status = 'ARCHIVED' order by customer_id, recorded_at desc) f where f.customer_id = c.id`,
        [],
      );
    });
    await asOwner(url, "vacuum analyze");
    const [held] = await database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows(
        "select (select count(*)::int from customer) as customers, (select count(*)::int from information_record) as records, (select count(*)::int from verification_task) as tasks",
        [],
      ),
    );
    return held;
  } finally {
    await database.close();
  }
};
