import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";

let now = SEEDED_AT;
let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ now: () => now });
});
afterAll(() => archive.close());

const REGISTER =
  "mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { id code name } } }";
const customer = (code: string, name = "试试有限公司") => ({
  input: { code, name, kind: "ENTERPRISE", importance: "B" },
});
const under = (key: string) => ({ "idempotency-key": key });

const customersWith = async (prefix: string): Promise<number> => {
  const rows = await archive.database.withViewer(SYSTEM, "READ", (session) =>
    session.rows<{ n: string }>("select count(*) as n from customer where starts_with(code, $1)", [prefix]),
  );
  return Number(rows[0]?.n);
};

describe("a change under a key", () => {
  test("is done once, and answered the same each time", async () => {
    const first = await archive.ask("collector", REGISTER, customer("ONCE-1"), under("a"));
    const again = await archive.ask("collector", REGISTER, customer("ONCE-1"), under("a"));
    expect(first.data.registerCustomer.customer.code).toBe("ONCE-1");
    expect(again.text).toBe(first.text);
    expect(await customersWith("ONCE-1")).toBe(1);
  });

  test("is done once by many who ask at the same time", async () => {
    const asks = Array.from({ length: 10 }, () =>
      archive.ask("collector", REGISTER, customer("ONCE-2"), under("together")),
    );
    const texts = new Set((await Promise.all(asks)).map(({ text }) => text));
    expect(texts.size).toBe(1);
    expect(await customersWith("ONCE-2")).toBe(1);
  });

  test("without a key is done as often as it is asked", async () => {
    const first = await archive.ask("collector", REGISTER, customer("TWICE"));
    const again = await archive.ask("collector", REGISTER, customer("TWICE"));
    expect(first.errors).toBeUndefined();
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "code" });
  });

  test("that was refused leaves the key free", async () => {
    const refused = await archive.ask("collector", REGISTER, customer("ONCE-3", " "), under("b"));
    expect(refused.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    const mended = await archive.ask("collector", REGISTER, customer("ONCE-3"), under("b"));
    expect(mended.errors).toBeUndefined();
  });

  test("is not taken for another change: the key is refused for it, and nothing is written", async () => {
    await archive.ask("collector", REGISTER, customer("ONCE-4"), under("c"));
    const other = await archive.ask("collector", REGISTER, customer("ONCE-5"), under("c"));
    expect(other.errors?.[0]).toMatchObject({ extensions: { code: "CONFLICT" } });
    expect(other.errors?.[0]?.extensions.help).toMatch(/^Idempotency-Key: /);
    expect(await customersWith("ONCE-5")).toBe(0);
  });

  test("is one's own: another account's key of the same name is another key", async () => {
    const mine = await archive.ask("collector", REGISTER, customer("ONCE-6"), under("d"));
    const theirs = await archive.ask("collector2", REGISTER, customer("ONCE-7"), under("d"));
    expect([mine.errors, theirs.errors]).toEqual([undefined, undefined]);
    expect(theirs.data.registerCustomer.customer.code).toBe("ONCE-7");
  });

  test("stands for each field of an operation by its alias", async () => {
    const two = `mutation ($a: RegisterCustomerInput!, $b: RegisterCustomerInput!) {
      a: registerCustomer(input: $a) { customer { code } } b: registerCustomer(input: $b) { customer { code } } }`;
    const variables = { a: customer("ONCE-8").input, b: customer("ONCE-9").input };
    const first = await archive.ask("collector", two, variables, under("e"));
    const again = await archive.ask("collector", two, variables, under("e"));
    expect(first.data).toEqual({ a: { customer: { code: "ONCE-8" } }, b: { customer: { code: "ONCE-9" } } });
    expect(again.data).toEqual(first.data);
  });

  test("is authorised again when it is asked again: a role that may not ask learns nothing", async () => {
    await archive.ask("collector2", REGISTER, customer("ONCE-10"), under("f"));
    const set = (roles: string) =>
      archive.database.withViewer(SYSTEM, "WRITE", (session) =>
        session.rows(`update account set roles = '{${roles}}' where username = 'collector2'`, []),
      );
    await set("CLERK");
    // Roles are kept for a few seconds at most.
    now = new Date(now.getTime() + 10_000);
    const again = await archive.ask("collector2", REGISTER, customer("ONCE-10"), under("f"));
    expect(again.errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    expect(again.data ?? null).toBeNull();
    await set("COLLECTOR");
  });

  test("that is asked again when its customer is another branch's is about nothing that is there", async () => {
    const registered = await archive.ask(
      "collector",
      "mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { id version } } }",
      customer("ONCE-13"),
      under("h"),
    );
    const { id, version } = registered.data.registerCustomer.customer;
    const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
    const changes: [field: string, type: string, selects: string, input: object][] = [
      ["collectContact", "CollectContactInput", "record { id }", { customerId: id, source, personName: "王试用" }],
      ["collectOperation", "CollectOperationInput", "tasks { id }", { customerId: id, source, operatingState: "正常" }],
      [
        "giveConsent",
        "GiveConsentInput",
        "consent { id }",
        { customerId: id, personName: "王试用", categories: ["CONTACT"], purposes: ["AUDIT"], givenOn: "2026-01-01" },
      ],
      [
        "reportMajorEvent",
        "ReportMajorEventInput",
        "event { id }",
        { customerId: id, kind: "LITIGATION", description: "试", occurredOn: "2026-06-01" },
      ],
      ["updateCustomer", "UpdateCustomerInput", "customer { id }", { id, version, name: "改名有限公司" }],
    ];
    const ask = ([field, type, selects, input]: (typeof changes)[number]) =>
      archive.ask(
        "collector",
        `mutation ($input: ${type}!) { ${field}(input: $input) { ${selects} } }`,
        { input },
        under(`h-${field}`),
      );
    for (const change of changes) expect([change[0], (await ask(change)).errors]).toEqual([change[0], undefined]);
    const given = { id, version: version + 1, branchCode: "BJ", reason: "客户搬迁" };
    const transfer =
      "mutation ($input: TransferCustomerInput!) { transferCustomer(input: $input) { customer { id } } }";
    expect((await archive.ask("archivist", transfer, { input: given })).errors).toBeUndefined();
    for (const change of changes) {
      const { status, data, errors } = await ask(change);
      expect([change[0], status, data ?? null, errors?.[0]?.extensions.code]).toEqual([
        change[0],
        200,
        null,
        "NOT_FOUND",
      ]);
    }
    const again = await archive.ask("collector", REGISTER, customer("ONCE-13"), under("h"));
    expect(again.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  test("can be asked again for a day, and is another change after that", async () => {
    await archive.ask("collector", REGISTER, customer("ONCE-12"), under("g"));
    const later = async (hours: number) => {
      now = new Date(SEEDED_AT.getTime() + hours * 3_600_000);
      const login = 'mutation { login(input: { username: "collector", password: "demo-archive" }) { token } }';
      const { data } = await archive.ask(null, login);
      const authorization = `Bearer ${data.login.token}`;
      await archive.settled();
      return archive.ask(null, REGISTER, customer("ONCE-12"), { authorization, ...under("g") });
    };
    expect((await later(23)).errors).toBeUndefined();
    expect((await later(25)).errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "code" });
    now = SEEDED_AT;
  });

  test.each([["two words"], [""], ["x".repeat(201)], ["密钥"]])("has a form: %j is refused", async (key) => {
    const value = Buffer.from(key).toString("latin1");
    const answer = await archive.ask("collector", REGISTER, customer("ONCE-11"), under(value)).catch(() => null);
    if (answer !== null) expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(await customersWith("ONCE-11")).toBe(0);
  });
});
