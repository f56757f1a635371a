import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { ROLES } from "../permissions/oracle/policy.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { LEDGER_KEYS } from "../support/ledger.js";
import { asOwner } from "../support/owner.js";

let archive: Archive;
let failing = false;
beforeAll(async () => {
  archive = await openArchive({
    wrapped: (ledger) => ({
      ...ledger,
      write: (entry) => (failing ? Promise.reject(new Error("no")) : ledger.write(entry)),
      note: (entry) => ledger.note(entry),
    }),
  });
});
afterAll(() => archive.close());

interface Stored {
  readonly [column: string]: unknown;
  readonly hash: string;
  readonly customers: readonly string[];
  readonly reads: readonly string[];
}

const READS = `select e.*, (select coalesce(json_agg(r.coordinate || ' ' || r.use || ' ' || r.grade || ' ' || r.level order by r.coordinate, r.use, r.grade), '[]')
  from access_read r where r.pattern = e.pattern) as reads from access_event e order by e.seq`;

/** The entries that were written while something was done. */
const written = async (work: () => Promise<unknown>): Promise<Stored[]> => {
  const all = async () => {
    await archive.ledger.settled();
    return archive.database.withViewer(SYSTEM, "READ", ({ rows }) => rows<Stored>(READS, []));
  };
  const before = (await all()).length;
  await work();
  return (await all()).slice(before);
};

const one = async (work: () => Promise<unknown>): Promise<Stored> => {
  const events = await written(work);
  expect(events).toHaveLength(1);
  return events[0] as Stored;
};

const customerOf = (code: string): Promise<string> =>
  archive.database.withViewer(SYSTEM, "READ", async ({ rows }) => {
    const [found] = await rows<{ id: string }>("select id from customer where code = $1", [code]);
    return found?.id ?? "";
  });

const SCREEN = `query Screen($code: String!) {
  customer(code: $code) { name riskClass contacts { personName mobile idNumber } financialStatements(first: 1) { nodes { revenue { amount } } } }
}`;

/** How much of the four is open to each role. */
const LEVELS: Readonly<Record<string, string>> = {
  CLERK: "TASK_BOUND TASK_BOUND DENIED DENIED DENIED",
  COLLECTOR: "FULL FULL TASK_BOUND TASK_BOUND DENIED",
  VERIFIER: "TASK_BOUND TASK_BOUND TASK_BOUND TASK_BOUND DENIED",
  REVIEWER: "FULL FULL FULL FULL FULL",
  ANALYST: "MASKED MASKED DENIED FULL FULL",
  ARCHIVIST: "MASKED MASKED MASKED MASKED DENIED",
  COMPLIANCE: "FULL FULL FULL DENIED DENIED",
  REPORTER: "DENIED DENIED DENIED FULL FULL",
  AUDITOR: "DENIED DENIED DENIED DENIED DENIED",
  ADMIN: "DENIED DENIED DENIED DENIED DENIED",
};

describe.each(ROLES)("what a %s reads", (role) => {
  test("is one entry: who, when, what for, every coordinate with its level, and whose rows", async () => {
    const username = role.toLowerCase();
    const { extensions, data } = await archive.ask(username, "{ viewer { id } }");
    expect(extensions).toBeUndefined();
    const event = await one(() =>
      archive.ask(username, SCREEN, { code: "SH-0003" }, { "x-purpose": "CREDIT_ASSESSMENT" }),
    );
    expect(event).toMatchObject({
      role,
      purpose: "CREDIT_ASSESSMENT",
      exit: "GRAPHQL",
      outcome: "ANSWERED",
      code: null,
    });
    expect(event).toMatchObject({ operation_name: "Screen", registered: false, roles: [role] });
    expect(Buffer.from(data.viewer.id, "base64url").toString()).toContain(event.account_id);
    const [personName, mobile, idNumber, revenue, riskClass] = LEVELS[role]?.split(" ") ?? [];
    expect(event.reads).toEqual([
      `ContactRecord.idNumber project IDENTITY ${idNumber}`,
      `ContactRecord.mobile project CONTACT ${mobile}`,
      `ContactRecord.personName project CONTACT ${personName}`,
      "Customer.contacts project INTERNAL FULL",
      "Customer.financialStatements project INTERNAL FULL",
      "Customer.financialStatements(first:) filter INTERNAL FULL",
      `Customer.name project PUBLIC FULL`,
      `Customer.riskClass project CREDIT ${riskClass}`,
      `FinancialStatement.revenue project FINANCIAL ${revenue}`,
      "FinancialStatementConnection.nodes project INTERNAL FULL",
      "Query.customer project INTERNAL FULL",
      "Query.customer(code:) filter PUBLIC FULL",
    ]);
    const sees = !["REPORTER", "ADMIN"].includes(role);
    expect(event.customers).toEqual(sees ? [LEDGER_KEYS.markOf(await customerOf("SH-0003"))] : []);
  });
});

describe("the ledger", () => {
  test("has the same hash for the same question about somebody else, and the id of a registered one", async () => {
    const ask = (code: string) => one(() => archive.ask("analyst", `{ customer(code: "${code}") { name } }`));
    const [first, second] = [await ask("SH-0003"), await ask("SH-0004")];
    expect(first.operation_hash).toBe(second.operation_hash);
    expect(first.customers).not.toEqual(second.customers);
  });

  test("names whose rows a page shows, and not the one beyond it", async () => {
    const event = await one(() => archive.ask("analyst", "{ customers(first: 7) { nodes { code } } }"));
    const { data } = await archive.ask("analyst", "{ customers(first: 7) { nodes { code } } }");
    const codes = data.customers.nodes.map(({ code }: { code: string }) => code);
    const marks = await Promise.all(codes.map(async (code: string) => LEDGER_KEYS.markOf(await customerOf(code))));
    expect([...event.customers].sort()).toEqual(marks.sort());
    expect(event.customer_count).toBe(7);
  });

  test("names 200 customers and counts the others", async () => {
    const pages = ["after", "before"].map(
      (_, i) => `p${i}: customers(last: 100, filter: { code: { gte: "${i === 0 ? "A" : "SH"}" } }) { nodes { id } }`,
    );
    const query = `{ a: customers(first: 100) { nodes { id } } ${pages.join(" ")} }`;
    const event = await one(() => archive.ask("analyst", query));
    const total = new Set(event.customers).size;
    expect(total).toBe(Math.min(event.customer_count as number, 200));
    expect(event.customer_count).toBeGreaterThan(100);
  });

  test("tells a refused operation by the coordinate and the use, and nothing as shown", async () => {
    const query = "{ customers(orderBy: [{ field: REVENUE, direction: DESC }]) { nodes { code } } }";
    const event = await one(() => archive.ask("clerk", query));
    expect(event).toMatchObject({ outcome: "REFUSED", code: "FORBIDDEN", customer_count: 0 });
    expect(event.reads).toEqual(["CustomerOrderField.REVENUE order FINANCIAL DENIED"]);
    const whole = await one(() => archive.ask("clerk", "{ accounts { totalCount } }"));
    expect(whole.reads).toEqual(["Query.accounts project INTERNAL DENIED"]);
  });

  test("tells a mutation by what it writes and what its answer reads", async () => {
    const mutation = `mutation Register($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { code } } }`;
    const input = { code: "SH-9001", name: "金丝雀有限公司", kind: "ENTERPRISE", importance: "C" };
    const event = await one(() => archive.ask("collector", mutation, { input }));
    expect(event).toMatchObject({ outcome: "ANSWERED", operation_name: "Register", customer_count: 1 });
    expect(event.reads).toEqual(
      expect.arrayContaining([
        "Mutation.registerCustomer write INTERNAL FULL",
        "RegisterCustomerInput.name write PUBLIC FULL",
      ]),
    );
  });

  test("has no entry of who is not signed in, nor of what is no operation", async () => {
    const events = await written(async () => {
      await archive.ask(null, "{ viewer { username } }");
      await archive.ask("clerk", "{ nothing }");
      await archive.ask("clerk", "{ viewer {");
    });
    expect(events).toEqual([]);
  });

  test("holds no value: of variables, of literals, of what was read", async () => {
    const planted = { name: "金丝雀甲公司", code: "CANARY-77", mobile: "13987654321", person: "雀丝金" };
    await archive.ask(
      "analyst",
      `query Find($t: String!) { customers(search: $t, filter: { name: { eq: "${planted.name}" } }) { nodes { name } } }`,
      { t: planted.person },
    );
    await archive.ask("reviewer", `{ customer(code: "${planted.code}") { contacts { personName mobile idNumber } } }`);
    await archive.ask("clerk", `{ customers(filter: { revenue: { gt: "77345678" } }) { totalCount } }`);
    await archive.ask(
      "reviewer",
      "{ customers(first: 50) { nodes { code name uscc contacts { personName mobile email } } } }",
    );
    const { data } = await archive.ask(
      "reviewer",
      "{ customers(first: 50) { nodes { code name uscc contacts { personName mobile email } } } }",
    );
    await archive.settled();
    const tables = ["access_event", "access_read", "ledger_batch", "ledger_head"];
    const dumps = await Promise.all(
      tables.map((table) =>
        archive.database.withViewer(SYSTEM, "READ", ({ rows }) =>
          rows<{ all: string }>(`select coalesce(string_agg(t::text, ' '), '') as all from ${table} t`, []),
        ),
      ),
    );
    const dump = dumps.map(([row]) => row?.all).join(" ");
    expect(dump.length).toBeGreaterThan(10_000);
    const read = data.customers.nodes.flatMap((node: Record<string, unknown>) => [
      node.code,
      node.name,
      node.uscc,
      ...(node.contacts as Record<string, unknown>[]).flatMap((contact) => Object.values(contact)),
    ]);
    const ids = await archive.database.withViewer(SYSTEM, "READ", ({ rows }) =>
      rows<{ id: string }>("select id from customer", []),
    );
    const values = [...Object.values(planted), "77345678", ...read, ...ids.map(({ id }) => id)].filter(
      (value): value is string => typeof value === "string" && value.length > 1,
    );
    expect(values.length).toBeGreaterThan(200);
    expect(values.filter((value) => dump.includes(value))).toEqual([]);
  });
});

describe("where an entry cannot be written", () => {
  test("nothing of CONTACT, IDENTITY, FINANCIAL or CREDIT leaves, in data, errors or disclosures", async () => {
    failing = true;
    const asked = await archive.ask("reviewer", SCREEN, { code: "SH-0003" }).finally(() => {
      failing = false;
    });
    expect(asked.status).toBe(503);
    expect(asked.data).toBeUndefined();
    expect(asked.extensions).toBeUndefined();
    expect(asked.errors?.[0]?.extensions).toMatchObject({
      code: "UNAVAILABLE",
      help: expect.stringMatching(/^Nothing is answered/),
    });
    const { data } = await archive.ask("reviewer", SCREEN, { code: "SH-0003" });
    expect(asked.text).not.toContain(data.customer.contacts[0].mobile);
  });

  test("what is told of nobody but by masks, or is public, is answered", async () => {
    failing = true;
    const asked = await archive.ask("archivist", SCREEN, { code: "SH-0003" }).finally(() => {
      failing = false;
    });
    expect(asked.data.customer.contacts[0].mobile).toContain("****");
  });

  test("and where the database refuses the insert, too", async () => {
    const alter = (how: string) => asOwner(archive.database, `alter table access_event ${how}`);
    await alter("add constraint nothing_more check (false) not valid");
    const asked = await archive.ask("reviewer", SCREEN, { code: "SH-0003" });
    await alter("drop constraint nothing_more");
    expect([asked.status, asked.data]).toEqual([503, undefined]);
    const noted = await written(() => archive.ask("clerk", "{ viewer { username } }"));
    expect(noted).toHaveLength(1);
  });
});

const WHO = `query WhoRead($filter: AccessEventFilter, $first: Int, $after: String) {
  accessEvents(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { id occurredAt account { displayName } role purpose operationName outcome customerCount reads { coordinate use grade level } batch }
  }
}`;

describe("who read this customer's financial statements", () => {
  const idOf = async (code: string): Promise<string> => {
    const { data } = await archive.ask("analyst", `{ customer(code: "${code}") { id } }`);
    return data.customer.id;
  };
  const STATEMENTS = {
    coordinate: { startsWith: "FinancialStatement." },
    grade: { eq: "FINANCIAL" },
    level: { in: ["FULL", "TASK_BOUND"] },
  };

  test.each(["auditor", "compliance"])("is told to the %s, by customer, coordinate and time", async (username) => {
    const id = await idOf("SH-0005");
    const nothing = await archive.ask(username, WHO, {
      filter: { customerId: { eq: id }, reads: STATEMENTS, role: { eq: "ANALYST" } },
    });
    const before = nothing.data.accessEvents.totalCount;
    await archive.ask("analyst", SCREEN, { code: "SH-0005" }, { "x-purpose": "DEBT_COLLECTION" });
    await archive.ask("compliance", SCREEN, { code: "SH-0005" });
    await archive.ask("analyst", SCREEN, { code: "SH-0006" });
    await archive.settled();
    const filter = {
      customerId: { eq: id },
      reads: STATEMENTS,
      role: { eq: "ANALYST" },
      outcome: { eq: "ANSWERED" },
      purpose: { eq: "DEBT_COLLECTION" },
      occurredAt: { gte: "2020-01-01T00:00:00Z", lt: "2099-01-01T00:00:00Z" },
    };
    const { data } = await archive.ask(username, WHO, { filter });
    expect(data.accessEvents.totalCount).toBe(before + 1);
    expect(data.accessEvents.nodes[0]).toMatchObject({ role: "ANALYST", operationName: "Screen", customerCount: 1 });
    expect(data.accessEvents.nodes[0].batch).toBeGreaterThan(0);
    expect(data.accessEvents.nodes[0].reads).toContainEqual({
      coordinate: "FinancialStatement.revenue",
      use: "project",
      grade: "FINANCIAL",
      level: "FULL",
    });
  });

  test("may be told by entries that name nobody: they say so, and are found", async () => {
    const id = await idOf("SH-0005");
    const unnamed = { or: [{ customerId: { eq: id } }, { namesAll: { eq: false } }] };
    const count = async (filter: object) =>
      (await archive.ask("auditor", WHO, { filter })).data.accessEvents.totalCount as number;
    const asked: readonly (readonly [query: string, named: boolean])[] = [
      ['{ customers(filter: { revenue: { gt: "1000000" } }) { totalCount } }', false],
      ["{ customers(first: 1, orderBy: [{ field: REVENUE, direction: DESC }]) { nodes { code } } }", false],
      ["{ archiveStatistics(input: { groupBy: [], measures: [REVENUE_SUM] }) { suppressedGroups } }", false],
      ['{ customers(filter: { code: { eq: "SH-0001" } }) { totalCount } }', true],
      ['{ customer(code: "SH-0001") { financialStatements { nodes { revenue { amount } } } } }', true],
    ];
    for (const [query, named] of asked) {
      await archive.settled();
      const before = [await count({ customerId: { eq: id } }), await count(unnamed)];
      const { data } = await archive.ask("analyst", query);
      expect(data).toBeDefined();
      await archive.settled();
      const after = [await count({ customerId: { eq: id } }), await count(unnamed)];
      expect([query, ...after]).toEqual([query, before[0], (before[1] ?? 0) + (named ? 0 : 1)]);
    }
    const { data } = await archive.ask(
      "auditor",
      "{ accessEvents(first: 20) { nodes { namesAll reads { use grade } } } }",
    );
    for (const { namesAll, reads } of data.accessEvents.nodes) {
      const picks = reads.some(
        ({ use, grade }: { use: string; grade: string }) =>
          use !== "project" && !["PUBLIC", "INTERNAL"].includes(grade),
      );
      expect(namesAll).toBe(!picks);
    }
  });

  test.each(ROLES.filter((role) => role !== "AUDITOR" && role !== "COMPLIANCE"))(
    "is not told to a %s",
    async (role) => {
      const { errors } = await archive.ask(role.toLowerCase(), WHO);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", coordinate: "Query.accessEvents" });
    },
  );

  test("is itself in the ledger", async () => {
    const event = await one(() => archive.ask("auditor", WHO, { filter: { outcome: { eq: "REFUSED" } } }));
    expect(event).toMatchObject({ role: "AUDITOR", operation_name: "WhoRead" });
    expect(event.reads).toContain("AccessEventFilter.outcome filter INTERNAL FULL");
  });

  test("comes in pages that meet, each cursor for its role only", async () => {
    const seen: string[] = [];
    const filter = { role: { eq: "ANALYST" } };
    let after: string | null = null;
    for (let more = true; more; ) {
      const { data }: Answer = await archive.ask("auditor", WHO, { first: 3, after, filter });
      seen.push(...data.accessEvents.nodes.map(({ id }: { id: string }) => id));
      after = data.accessEvents.pageInfo.endCursor;
      more = data.accessEvents.pageInfo.hasNextPage;
      if (!more) expect(new Set(seen).size).toBe(data.accessEvents.totalCount);
    }
    expect(seen.length).toBeGreaterThan(4);
    const foreign = await archive.ask("compliance", WHO, { first: 3, after, filter });
    expect(foreign.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("asked by no condition, or by the id of something else, is refused", async () => {
    const empty = await archive.ask("auditor", WHO, { filter: { customerId: {} } });
    expect(empty.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    const other = Buffer.from(`pe:${randomUUID()}`).toString("base64url");
    const wrong = await archive.ask("auditor", WHO, { filter: { customerId: { eq: other } } });
    expect(wrong.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});
