import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mayCall } from "../../src/auth/authority.js";
import { Role } from "../../src/auth/role.js";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { approveRecord } from "../../src/commands/approve-record.js";
import { archiveRecords } from "../../src/commands/archive-records.js";
import type { CommandContext } from "../../src/commands/context.js";
import { correctedRecord } from "../../src/commands/corrected-record.js";
import { liftRestriction } from "../../src/commands/lift-restriction.js";
import { requestVerification } from "../../src/commands/request-verification.js";
import { restrictRecord } from "../../src/commands/restrict-record.js";
import { returnRecord } from "../../src/commands/return-record.js";
import type { Database } from "../../src/db/database.js";
import { INFORMATION_CATEGORIES } from "../../src/domain/category.js";
import type { CategoryCode } from "../../src/domain/category-code.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { RecordAction, RecordStatus } from "../../src/domain/record.js";
import { toNodeId } from "../../src/schema/node-id.js";
import { type Archive, openArchive } from "../support/archive.js";
import { refusalOf } from "../support/refusal.js";
import { SEEDED_AT } from "../support/seed.js";

interface Row {
  readonly id: string;
  readonly customerId: string;
  readonly status: RecordStatus;
  readonly category: CategoryCode;
  readonly version: number;
}

let archive: Archive;
let sample: Row[];
let viewers: Map<string, Viewer>;

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  archive.database.withViewer(SYSTEM, "WRITE", (session) => session.rows<T>(text, values));

/** Of each status and category some of each kind that decides on actions: whose it is, how corroborated, in conflict or not. */
const SAMPLE = `select id, customer_id as "customerId", status, category, version from (
  select r.*, row_number() over (partition by r.status, r.category, r.corroboration, r.collected_by, r.approved_by, r.consent_id is null, r.legal_basis is null,
    (select c.kind from customer c where c.id = r.customer_id and r.status = 'RESTRICTED'),
    exists (select 1 from finding f where f.record_id = r.id and f.performed_by in (select id from account where username in ('reviewer', 'archivist'))),
    exists (select 1 from conflict c where r.id in (c.first_id, c.second_id) and c.resolved_at is null) order by r.id) as n
  from information_record r where r.seal is null or r.category = 'CONTACT') x where n = 1 order by id`;

/** Whoever may act on a record may have had a part in it: half of what waits for them has been theirs. */
const THEIRS = [
  "update information_record set collected_by = (select id from account where username = 'reviewer') where status = 'VERIFIED' and id::text < '3'",
  "update information_record set approved_by = (select id from account where username = 'archivist') where status = 'APPROVED' and id::text < '3'",
  "update information_record set collected_by = (select id from account where username = 'archivist') where status = 'APPROVED' and id::text > 'c'",
  "update information_record set corroboration = 'FULL' where status = 'VERIFIED' and id::text > '6'",
  // Of what is restricted a part has no ground at all, and of customers some have become sole traders since.
  "update information_record set consent_id = null, legal_basis = null where status = 'RESTRICTED' and seal is null and id::text < '8'",
  "update customer set kind = 'SOLE_TRADER' where id in (select customer_id from information_record where status = 'RESTRICTED') and id::text < '4'",
  `update finding set performed_by = (select id from account where username = 'reviewer') where record_id in (select id from information_record where status = 'VERIFIED' and id::text > 'd')`,
  ...["VERIFIED reviewer", "APPROVED archivist"].map((each) => {
    const [status, username] = each.split(" ");
    return `update verification_task t set status = 'CLAIMED', claimed_until = '2100-01-01', assignee_id = (select id from account where username = '${username}')
      where exists (select 1 from verification_task_record l join information_record r on r.id = l.record_id where l.task_id = t.id and r.status = '${status}' and r.id::text between '6' and 'd')`;
  }),
];

beforeAll(async () => {
  archive = await openArchive({ env: { MAX_COST: "1000000" } });
  for (const statement of THEIRS) await rows(statement);
  sample = await rows<Row>(SAMPLE);
  const people = await rows<Viewer & { branchId: string | null }>(
    `select id as "accountId", username, display_name as "displayName", roles, branch_id as "branchId" from account`,
  );
  viewers = new Map(
    people.flatMap((person) => {
      const [role] = person.roles;
      return role === undefined ? [] : [[person.username, { ...person, role, sessionId: person.accountId }] as const];
    }),
  );
});
afterAll(() => archive.close());

class Undone extends Error {}

/** A database on which everything may be done, and nothing has been afterwards. */
const undoing = (database: Database): Database => ({
  ...database,
  withViewer: (principal, access, work) =>
    database.withViewer(principal, access, async (session) => {
      await work(session);
      throw new Undone();
    }),
});

const contextOf = (viewer: Viewer): CommandContext => ({
  database: undoing(archive.database),
  viewer,
  now: SEEDED_AT,
  timeZone: "Asia/Shanghai",
  fourEyes: "strict",
  once: null,
  wrote: () => {},
});

type Act = (context: CommandContext, row: Row) => Promise<unknown>;

const reason = "r";
const ACTS: Readonly<Record<Exclude<RecordAction, "CORRECT">, readonly [mutation: string, act: Act]>> = {
  REQUEST_VERIFICATION: [
    "requestVerification",
    (context, { id, version }) => requestVerification(context, { recordId: id, version, method: "PHONE_CALL" }),
  ],
  APPROVE: ["approveRecord", (context, { id, version }) => approveRecord(context, { id, version })],
  RETURN: ["returnRecord", (context, { id, version }) => returnRecord(context, { id, version, reason })],
  ARCHIVE: ["archiveRecords", (context, { id, version }) => archiveRecords(context, { records: [{ id, version }] })],
  RESTRICT: ["restrictRecord", (context, { id, version }) => restrictRecord(context, { id, version, reason })],
  LIFT_RESTRICTION: [
    "liftRestriction",
    (context, { id, version }) => liftRestriction(context, { id, version, reason }),
  ],
};

const actOf = (action: RecordAction, { category }: Row): readonly [mutation: string, act: Act] =>
  action === "CORRECT"
    ? [
        INFORMATION_CATEGORIES[category].mutation,
        (context, { id, customerId }) =>
          context.database.withViewer(context.viewer, "WRITE", ({ orm }) =>
            correctedRecord(orm, context, { customerId, category, recordId: id }),
          ),
      ]
    : ACTS[action];

/** What a mutation would answer: done (and undone), or the code of its refusal. */
const outcome = async (viewer: Viewer, action: RecordAction, row: Row): Promise<string> => {
  const [mutation, act] = actOf(action, row);
  if (!mayCall(viewer.role, mutation)) return "FORBIDDEN";
  const thrown = await act(contextOf(viewer), row).catch((error: unknown) => error);
  if (thrown instanceof Undone) return "DONE";
  const { code } = await refusalOf(() => Promise.reject(thrown));
  return code;
};

const allowedTo = async (username: string): Promise<Map<string, RecordAction[]>> => {
  const found = new Map<string, RecordAction[]>();
  for (let i = 0; i < sample.length; i += 100) {
    const part = sample.slice(i, i + 100);
    const ids = part.map(({ id }) => toNodeId("InformationRecord", id));
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on InformationRecord { allowedActions } } }";
    const { data, text } = await archive.ask(username, query, { ids });
    if (data == null) throw new Error(text);
    for (const [j, { id }] of part.entries()) if (data.nodes[j]) found.set(id, data.nodes[j].allowedActions);
  }
  return found;
};

describe.each(Object.values(Role).map((role) => role.toLowerCase()))("what a %s is told they may do", (username) => {
  test("is what they may do, record by record", async () => {
    const told = await allowedTo(username);
    const viewer = viewers.get(username);
    if (viewer === undefined) throw new Error(`there is no ${username}`);
    const wrong: string[] = [];
    for (const row of sample) {
      const allowed = told.get(row.id);
      if (allowed === undefined) continue;
      for (const action of namesOf(RecordAction)) {
        const code = await outcome(viewer, action, row);
        if (allowed.includes(action) === ["FORBIDDEN", "INVALID_TRANSITION", "NOT_FOUND"].includes(code))
          wrong.push(`${action} of ${row.status} ${row.category} ${row.id}: told ${allowed.join()}, is ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

test("the sample has records of every status, and some that their reviewer and archivist may and may not act on", async () => {
  expect(new Set(sample.map(({ status }) => status))).toEqual(new Set(namesOf(RecordStatus)));
  const shares = async (username: string, action: RecordAction, status: RecordStatus) => {
    const told = await allowedTo(username);
    const concerned = sample.filter((row) => row.status === status);
    return concerned.filter(({ id }) => told.get(id)?.includes(action)).length / concerned.length;
  };
  for (const share of [
    await shares("reviewer", "APPROVE", "VERIFIED"),
    await shares("archivist", "ARCHIVE", "APPROVED"),
  ]) {
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.9);
  }
});

describe("through the API", () => {
  const FIELDS = "id status version approved: allowedActions seal";

  test("a reviewer approves and an archivist archives, each told as much as asking would tell", async () => {
    const found = sample.filter(
      ({ status, category }) => status === "VERIFIED" && ["CREDIT", "FEEDBACK"].includes(category),
    );
    const told = await allowedTo("reviewer");
    const waiting = found.filter(({ id }) => told.get(id)?.includes("APPROVE")).slice(0, 2);
    const approved: { id: string; version: number }[] = [];
    for (const { id, version } of waiting) {
      const { data, text } = await archive.ask(
        "reviewer",
        `mutation ($input: ApproveRecordInput!) { approveRecord(input: $input) { record { ${FIELDS} } } }`,
        { input: { id: toNodeId("InformationRecord", id), version } },
      );
      if (data == null) throw new Error(text);
      const { record } = data.approveRecord;
      expect(record).toMatchObject({
        status: "APPROVED",
        version: version + 1,
        seal: null,
      });
      expect(record.approved).toContain("RETURN");
      approved.push({ id: record.id, version: record.version });
    }
    expect(approved).toHaveLength(2);
    const { data, extensions } = await archive.ask(
      "archivist",
      `mutation ($input: ArchiveRecordsInput!) { archiveRecords(input: $input) { all: records { ${FIELDS} } records { id } } }`,
      { input: { records: [...approved].reverse() } },
    );
    const { all, records } = data.archiveRecords;
    expect(records.map(({ id }: { id: string }) => id)).toEqual([...approved].reverse().map(({ id }) => id));
    expect(all).toMatchObject([{ status: "ARCHIVED", seal: null }, { status: "ARCHIVED" }]);
    expect(extensions?.disclosures?.map(({ path }) => path)).toContain("archiveRecords.all.@.seal");
  });

  test("a refusal names what is wrong and writes nothing", async () => {
    const row = sample.find(({ status }) => status === "APPROVED");
    const id = toNodeId("InformationRecord", row?.id ?? "");
    const query = "mutation ($input: ApproveRecordInput!) { approveRecord(input: $input) { record { id } } }";
    const { errors } = await archive.ask("reviewer", query, { input: { id, version: row?.version } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "INVALID_TRANSITION", status: "APPROVED" });
    expect(errors?.[0]?.extensions.help).toMatch(/legal there: .*ARCHIVE/);
  });
});
