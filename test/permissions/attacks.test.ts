import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Archive, openArchive } from "../support/archive.js";
import { asOwner } from "../support/owner.js";
import { SEEDED_AT } from "../support/seed.js";

let now = SEEDED_AT;
let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ now: () => now, env: { MAX_COST: "9000000" } });
});
afterAll(() => archive.close());

const rows = <T>(text: string, values: readonly unknown[] = [], access: "READ" | "WRITE" = "READ"): Promise<T[]> =>
  archive.database.withViewer(SYSTEM, access, (session) => session.rows<T>(text, values));

const nodeId = (prefix: string, uuid: string): string => Buffer.from(`${prefix}:${uuid}`).toString("base64url");

// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Json = any;

/** Every object below a key, wherever it stands. */
const allUnder = (value: Json, key: string): Json[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...allUnder(inner, key)]);
};

describe("a text about one record, asked for by way of another record of the customer", () => {
  const TASKS =
    "verificationTasks(first: 50) { nodes { returnReason records { __typename } findings { field note sourceParty } } }";
  /** Each starts in a category the clerk reads, and ends where all categories are met. */
  const WAYS = [
    `{ informationRecords(first: 60, filter: { category: { eq: REGISTRATION } }) { nodes { ... on RegistrationRecord { customer { ${TASKS} majorEvents { kind description } } } } } }`,
    `{ customers(first: 60) { nodes { registration { customer { ${TASKS} } } } } }`,
    `{ customers(first: 60) { nodes { operation { supersedes { customer { ${TASKS} } } } } } }`,
    `{ customers(first: 60) { nodes { registration { verificationTasks { customer { ${TASKS} } } } } } }`,
    `{ customers(first: 60) { nodes { registration { source { derivedFrom { customer { ${TASKS} } } } } } } }`,
  ];

  test.each(["clerk", "auditor", "compliance"])("weighs as what it is about, to a %s", async (username) => {
    for (const way of WAYS) {
      const { data, errors } = await archive.ask(username, way);
      expect(errors).toBeUndefined();
      const tasks = allUnder(data, "verificationTasks").flatMap((page: Json) => page.nodes ?? []);
      const closed = tasks.filter(({ records }: Json) => /Financial|Transaction|Credit/.test(records[0]?.__typename));
      for (const { returnReason, findings } of closed) expect([returnReason, findings]).toEqual([null, null]);
    }
  });

  test("weighs as the fields its task verifies: why an operation's findings were sent back quotes them", async () => {
    const [task] = await rows<{ id: string }>(
      `update verification_task set return_reason = 'CANARY-312 employees' where id = (select min(id::text)::uuid from verification_task
        where category = 'OPERATION' and not exists (select 1 from verification_task_record l join information_record r on r.id = l.record_id
          where l.task_id = verification_task.id and r.status in ('RESTRICTED', 'ERASED'))) returning id`,
      [],
      "WRITE",
    );
    const query = `{ verificationTask(id: "${nodeId("vt", task?.id ?? "")}") { returnReason } }`;
    for (const username of ["auditor", "compliance", "archivist"]) {
      const { data, text } = await archive.ask(username, query);
      expect(data.verificationTask).toEqual({ returnReason: null });
      expect(text).not.toContain("CANARY");
    }
    for (const username of ["reviewer", "analyst"])
      expect((await archive.ask(username, query)).data.verificationTask.returnReason).toBe("CANARY-312 employees");
  });

  test("weighs so in the answer to a write, too", async () => {
    const { data } = await archive.ask("clerk", '{ customer(code: "SH-0001") { id } }');
    const query = `mutation ($input: CollectContactInput!) { collectContact(input: $input) { record { customer { ${TASKS} } } tasks { customer { ${TASKS} } } } }`;
    const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const answer = await archive.ask("clerk", query, {
      input: { customerId: data.customer.id, source, personName: "王五" },
    });
    const tasks = allUnder(answer.data, "verificationTasks").flatMap((page: Json) => page.nodes ?? []);
    expect(tasks.length).toBeGreaterThan(0);
    for (const { records, findings } of tasks)
      if (/Financial|Transaction|Credit/.test(records[0]?.__typename)) expect(findings).toBeNull();
  });
});

describe("one document, whoever asks it and however often", () => {
  const DOCUMENT = `query ($open: Boolean!) { customers(first: 10) { nodes { code riskClass
    contacts { personName mobile idNumber source { party } } creditAssessment @include(if: $open) { rating creditLimit { amount band } }
    financialStatements(first: 2) { nodes { revenue { amount band } bankAccount corroboration } } } } }`;
  const USERNAMES = [
    "clerk",
    "collector",
    "collector2",
    "verifier",
    "verifier2",
    "reviewer",
    "analyst",
    "archivist",
    "compliance",
    "auditor",
    "reporter",
    "admin",
  ];

  test("is answered to each as to each alone, however many ask at once", async () => {
    // Alone: a document of their own, of which nothing is kept yet.
    const alone = new Map<string, string>();
    for (const [i, username] of USERNAMES.entries())
      for (const open of [true, false]) {
        const own = DOCUMENT.replace("query (", `query Own${i}${open} (`);
        alone.set(`${username} ${open}`, (await archive.ask(username, own, { open })).text);
      }
    const rounds = [1, 2, 3, 4].flatMap(() =>
      USERNAMES.flatMap((username) => [true, false].map((open) => ({ username, open }))),
    );
    const together = await Promise.all(rounds.map(({ username, open }) => archive.ask(username, DOCUMENT, { open })));
    for (const [i, { username, open }] of rounds.entries())
      expect(together[i]?.text).toBe(alone.get(`${username} ${open}`));
    expect(new Set(alone.values()).size).toBeGreaterThan(15);
  });
});

describe("one document with other arguments", () => {
  const COUNT = "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }";
  /** Pairs that differ in form only, or in value only. */
  const FORMS: readonly (readonly [filter: object, where: string])[] = [
    [{ code: { startsWith: "SH-0" } }, "code like 'SH-0%'"],
    [{ name: { startsWith: "SH-0" } }, "name like 'SH-0%'"],
    [{ code: { gt: "SH-0" } }, "code > 'SH-0'"],
    [{ uscc: { isNull: true } }, "uscc is null"],
    [{ uscc: { isNull: false } }, "uscc is not null"],
    [{ not: { uscc: { isNull: true } } }, "uscc is not null"],
    [{ kind: { in: ["ENTERPRISE"] } }, "kind = 'ENTERPRISE'"],
    [{ kind: { nin: ["ENTERPRISE"] } }, "kind <> 'ENTERPRISE'"],
    [{ kind: { in: ["ENTERPRISE", "OTHER"] } }, "kind in ('ENTERPRISE', 'OTHER')"],
    [{ kind: { in: [] } }, "false"],
    [{ region: { ne: "310115" } }, "region is distinct from '310115'"],
    [{ and: [{ kind: { eq: "OTHER" } }, { uscc: { isNull: true } }] }, "kind = 'OTHER' and uscc is null"],
    [{ or: [{ kind: { eq: "OTHER" } }, { uscc: { isNull: true } }] }, "kind = 'OTHER' or uscc is null"],
    [{ or: [{ kind: { eq: "OTHER" } }], uscc: { isNull: false } }, "kind = 'OTHER' and uscc is not null"],
    [{ kind: { eq: "OTHER", ne: "ENTERPRISE" } }, "kind = 'OTHER'"],
    [{ kind: { ne: "OTHER", eq: "ENTERPRISE" } }, "kind = 'ENTERPRISE'"],
    [{ code: { startsWith: "%" } }, "false"],
    [{ code: { startsWith: "SH_0" } }, "false"],
    [{ branchCode: { eq: "BJ" } }, "branch_id = (select id from branch where code = 'BJ')"],
  ];

  test("is another question: no form of a filter is answered for another", async () => {
    for (const _ of [1, 2, 3, 4])
      for (const [filter, where] of FORMS) {
        const { data } = await archive.ask("reviewer", COUNT, { filter });
        const [{ n } = { n: "" }] = await rows<{ n: string }>(`select count(*) as n from customer where ${where}`);
        expect(data.customers.totalCount, where).toBe(Number(n));
      }
  });

  test("is another question under each alias, whichever way round", async () => {
    const query =
      "query ($a: CustomerFilter, $b: CustomerFilter) { a: customers(filter: $a) { totalCount } b: customers(filter: $b) { totalCount } }";
    const other = { kind: { eq: "OTHER" } };
    const all = { uscc: { isNull: false } };
    for (const _ of [1, 2, 3]) {
      const one = (await archive.ask("reviewer", query, { a: other, b: all })).data;
      const two = (await archive.ask("reviewer", query, { a: all, b: other })).data;
      expect([one.a, one.b]).toEqual([two.b, two.a]);
      expect(one.a.totalCount).toBeLessThan(one.b.totalCount);
      const three = (await archive.ask("reviewer", query, { a: other })).data;
      expect(three).toEqual({ a: one.a, b: { totalCount: 200 } });
    }
  });

  test("is another page for another size, end and order", async () => {
    const query =
      "query ($first: Int, $last: Int, $orderBy: [CustomerOrder!]) { customers(first: $first, last: $last, orderBy: $orderBy) { nodes { code } } }";
    const codes = async (variables: object) =>
      (await archive.ask("reviewer", query, variables)).data.customers.nodes.map(({ code }: Json) => code);
    const by = (direction: string) => ({ orderBy: [{ field: "CODE", direction }] });
    for (const _ of [1, 2, 3]) {
      const up = await codes({ first: 3, ...by("ASC") });
      expect(up).toHaveLength(3);
      expect(await codes({ last: 3, ...by("DESC") })).toEqual([...up].reverse());
      expect(await codes({ first: 5, ...by("ASC") })).toHaveLength(5);
      expect(await codes({ last: 3, ...by("ASC") })).not.toEqual(up);
    }
  });

  test("is another moment under each alias", async () => {
    const [{ code = "", day = "" } = {}] = await rows<{ code?: string; day?: string }>(
      `select c.code, (r.valid_to - 1)::text as day from information_record r join customer c on c.id = r.customer_id
       where r.category = 'REGISTRATION' and r.status = 'SUPERSEDED' and r.supersedes_id is null and r.archived_at < r.valid_to - 1 limit 1`,
    );
    const query = `query ($code: String, $past: AsOfInput) {
      past: customer(code: $code, asOf: $past) { registration { id status } } now: customer(code: $code) { registration { id status } } }`;
    for (const _ of [1, 2, 3, 4]) {
      const { data } = await archive.ask("reviewer", query, {
        code,
        past: { knownAt: `${day}T00:00:00Z`, validAt: day },
      });
      expect([data.past.registration?.status, data.now.registration.status]).toEqual(["SUPERSEDED", "ARCHIVED"]);
    }
  });
});

describe("what is open for work", () => {
  const READ =
    "query ($id: ID!) { informationRecord(id: $id) { disclosure ... on ContactRecord { mobile idNumber } ... on FinancialStatement { revenue { amount band } } } }";
  const claimed = async (username: string, category: string) => {
    const [found] = await rows<{ record: string; task: string }>(
      `select l.record_id as record, t.id as task from verification_task t join verification_task_record l on l.task_id = t.id
       join account a on a.id = t.assignee_id where a.username = $1 and t.category = '${category}' and t.status = 'CLAIMED' and t.claimed_until > '${SEEDED_AT.toISOString()}' limit 1`,
      [username],
    );
    return { record: found?.record ?? "", task: found?.task ?? "" };
  };
  const level = async (username: string, record: string) =>
    (await archive.ask(username, READ, { id: nodeId("ir", record) })).data.informationRecord?.disclosure;

  test("is open to who holds the claim, and to no colleague", async () => {
    const { record } = await claimed("verifier", "CONTACT");
    expect(await level("verifier", record)).toBe("TASK_BOUND");
    expect(await level("clerk", record)).toBe("MASKED");
    expect((await archive.ask("verifier2", READ, { id: nodeId("ir", record) })).data.informationRecord).toBeNull();
  });

  test("closes when the claim has run out", async () => {
    const { record } = await claimed("verifier", "FINANCIAL");
    expect(await level("verifier", record)).toBe("TASK_BOUND");
    now = new Date(SEEDED_AT.getTime() + 73 * 3_600_000);
    const token = await archive.ask(
      null,
      'mutation { login(input: { username: "verifier", password: "demo-archive" }) { token } }',
    );
    const authorization = `Bearer ${token.data.login.token}`;
    const { data } = await archive.ask(null, READ, { id: nodeId("ir", record) }, { authorization });
    now = SEEDED_AT;
    expect(data.informationRecord).toEqual({ disclosure: "DENIED", revenue: null });
  });

  test("closes when the task goes to somebody else, is submitted or comes back", async () => {
    const { record, task } = await claimed("verifier", "TRANSACTION");
    const set = (change: string) => rows(`update verification_task set ${change} where id = '${task}'`, [], "WRITE");
    expect(await level("verifier", record)).toBe("TASK_BOUND");
    await set("assignee_id = (select id from account where username = 'verifier2')");
    expect(await level("verifier", record)).toBe("MASKED");
    for (const status of ["SUBMITTED", "RETURNED", "CLOSED"]) {
      await set(
        `assignee_id = (select id from account where username = 'verifier'), status = '${status}', claimed_until = null`,
      );
      expect(await level("verifier", record)).toBe("MASKED");
    }
  });

  test("closes with the seal: what I collected is mine until it is archived", async () => {
    const [found] = await rows<{ id: string }>(
      `select r.id from information_record r join account a on a.id = r.collected_by where a.username = 'collector' and r.category = 'FINANCIAL' and r.seal is null and r.status not in ('RESTRICTED', 'ERASED') limit 1`,
    );
    const id = found?.id ?? "";
    expect(await level("collector", id)).toBe("TASK_BOUND");
    await rows(`update information_record set seal = repeat('a', 64) where id = '${id}'`, [], "WRITE");
    expect(await level("collector", id)).toBe("MASKED");
  });
});

describe("what a correction would make my work", () => {
  const MUTATIONS = {
    CONTACT: ["collectContact", { personName: "王五" }],
    REGISTRATION: ["collectRegistration", { legalName: "另一家有限公司", uscc: "91000000MA00000030" }],
  } as const;
  const theirs = async (category: keyof typeof MUTATIONS) => {
    const [found] = await rows<{ id: string; customer: string }>(
      `select r.id, r.customer_id as customer from information_record r join customer c on c.id = r.customer_id join branch b on b.id = c.branch_id
       where b.code = 'SH' and r.category = '${category}' and r.status in ('RETURNED', 'COLLECTED', 'IN_VERIFICATION', 'VERIFIED', 'APPROVED') and r.collected_by <> (select id from account where username = 'collector') limit 1`,
    );
    if (found === undefined) throw new Error(`nobody else has a ${category} record to correct`);
    return found;
  };
  const correct = async (category: keyof typeof MUTATIONS) => {
    const { id, customer } = await theirs(category);
    const [mutation, content] = MUTATIONS[category];
    const type = `C${mutation.slice(1)}Input`;
    const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const input = { customerId: nodeId("cu", customer), corrects: nodeId("ir", id), source, ...content };
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { record { id } } }`;
    return { id, answer: await archive.ask("collector", query, { input }) };
  };

  test("is refused where my work shows more: a collector opens no id number of a colleague's contact", async () => {
    const { id, answer } = await correct("CONTACT");
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", field: "corrects" });
    const read = "query ($id: ID!) { informationRecord(id: $id) { allowedActions } }";
    const { data } = await archive.ask("collector", read, { id: nodeId("ir", id) });
    expect(data.informationRecord.allowedActions).not.toContain("CORRECT");
  });

  test("is no reason to refuse where it shows no more", async () => {
    const set = "set collected_by = (select id from account where username = 'reviewer')";
    await rows(`update information_record ${set} where category = 'REGISTRATION' and seal is null`, [], "WRITE");
    const { answer } = await correct("REGISTRATION");
    expect(answer.errors).toBeUndefined();
  });
});

describe("what an answer says beside its data", () => {
  test("disclosures tell nothing of the rows: they are the same when there are none", async () => {
    const query = (filter: string) =>
      `{ customers(first: 50, filter: ${filter}) { nodes { contacts { mobile screening { field } } records { nodes { corroboration ... on FinancialStatement { bankAccount } } } } } }`;
    const some = await archive.ask("clerk", query("{}"));
    const none = await archive.ask("clerk", query('{ code: { eq: "NO-SUCH" } }'));
    expect(none.data.customers.nodes).toEqual([]);
    expect(none.extensions).toEqual(some.extensions);
    expect(some.extensions?.disclosures?.length).toBeGreaterThan(5);
  });

  test("whether more follows is said of one's own rows", async () => {
    const [{ n } = { n: "0" }] = await rows<{ n: string }>(
      "select count(*) as n from customer where branch_id = (select id from branch where code = 'SH')",
    );
    const page = "pageInfo { hasNextPage hasPreviousPage endCursor } totalCount";
    const { data } = await archive.ask("clerk", `{ customers(first: ${n}) { ${page} } }`);
    expect(data.customers.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(data.customers.totalCount).toBe(Number(n));
  });

  test("a bug says nothing but that it is one", async () => {
    await asOwner(archive.database, "alter table consent rename column purposes to purposes_gone");
    const answer = await archive.ask("reviewer", "{ customers(first: 1) { nodes { name consents { purposes } } } }");
    await asOwner(archive.database, "alter table consent rename column purposes_gone to purposes");
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "INTERNAL" });
    expect(answer.text).not.toMatch(/purposes|select|consent|relation|\.ts|\.js/i);
  });
});
