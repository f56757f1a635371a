import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { account, branch } from "../../src/db/tables/index.js";
import { toNodeId } from "../../src/schema/node-id.js";
import { type Archive, openArchive } from "../support/archive.js";
import { givenCustomer, givenRecord } from "../support/factory.js";

const ASK = `query ($id: ID, $asOf: AsOfInput) { customer(id: $id, asOf: $asOf) {
  registration { legalRepresentative status }
  financialStatements { totalCount nodes { periodEnd status totalAssets { amount } } }
  records { nodes { status ... on RegistrationRecord { legalRepresentative } } }
} }`;

describe("what is in force", () => {
  let archive: Archive;
  let branchId: string;
  let collectedBy: string;
  beforeAll(async () => {
    archive = await openArchive();
    const { database } = archive;
    const [found] = await database.withViewer(SYSTEM, "READ", ({ orm }) => orm.select({ id: branch.id }).from(branch));
    const [person] = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select({ id: account.id }).from(account),
    );
    branchId = found?.id ?? "";
    collectedBy = person?.id ?? "";
  });
  afterAll(() => archive.close());

  const given = async () => {
    const customer = await givenCustomer(archive.database, { branchId });
    const record = (overrides: object) =>
      givenRecord(archive.database, "REGISTRATION", {
        customerId: customer.id,
        collectedBy,
        validFrom: "2024-01-01",
        ...overrides,
      });
    const ask = async (asOf?: object) => {
      const { data } = await archive.ask("reviewer", ASK, { id: toNodeId("Customer", customer.id), asOf });
      return data.customer;
    };
    return { customer, record, ask };
  };

  const archived = (at: string, more: object = {}) => ({ status: "ARCHIVED", recordedAt: at, archivedAt: at, ...more });

  test("is the archived record, however new a draft is", async () => {
    const { record, ask } = await given();
    await record({ ...archived("2025-01-01T00:00:00Z"), legalRepresentative: "archived" });
    await record({ status: "IN_VERIFICATION", recordedAt: "2026-01-01T00:00:00Z", legalRepresentative: "draft" });
    expect((await ask()).registration.legalRepresentative).toBe("archived");
  });

  test("is the newest live record where nothing is archived; a returned one is no candidate", async () => {
    const { record, ask } = await given();
    await record({ status: "VERIFIED", recordedAt: "2025-01-01T00:00:00Z", legalRepresentative: "older" });
    await record({ status: "COLLECTED", recordedAt: "2025-02-01T00:00:00Z", legalRepresentative: "newer" });
    await record({ status: "RETURNED", recordedAt: "2025-03-01T00:00:00Z", legalRepresentative: "returned" });
    expect((await ask()).registration.legalRepresentative).toBe("newer");
  });

  test("is nothing while the record in force is restricted, never its predecessor", async () => {
    const { record, ask } = await given();
    const at = "2025-01-01T00:00:00Z";
    await record({
      status: "SUPERSEDED",
      recordedAt: at,
      archivedAt: at,
      supersededAt: "2025-06-01T00:00:00Z",
      legalRepresentative: "before",
    });
    await record({
      ...archived("2025-06-01T00:00:00Z"),
      status: "RESTRICTED",
      restrictedFrom: "ARCHIVED",
      legalRepresentative: "restricted",
    });
    const customer = await ask();
    expect(customer.registration).toBeNull();
    expect(customer.records.nodes).toContainEqual({ status: "RESTRICTED", legalRepresentative: null });
  });

  test("is not what ended, and not what has yet to begin", async () => {
    const { record, ask } = await given();
    await record({ ...archived("2025-01-01T00:00:00Z"), validTo: "2025-12-31", legalRepresentative: "ended" });
    await record({ ...archived("2025-02-01T00:00:00Z"), validFrom: "2099-01-01", legalRepresentative: "to come" });
    expect((await ask()).registration).toBeNull();
    expect((await ask({ validAt: "2025-06-01" })).registration.legalRepresentative).toBe("ended");
  });

  test("can be asked of the past: who was it then, and what did we believe then", async () => {
    const { record, ask } = await given();
    const first = "2025-01-01T00:00:00Z";
    const second = "2025-09-01T00:00:00Z";
    await record({
      status: "SUPERSEDED",
      recordedAt: first,
      archivedAt: first,
      supersededAt: second,
      legalRepresentative: "believed",
    });
    await record({ ...archived(second), validFrom: "2025-03-01", legalRepresentative: "found out later" });
    const then = { validAt: "2025-06-01", knownAt: "2025-06-01T00:00:00Z" };
    expect((await ask(then)).registration.legalRepresentative).toBe("believed");
    expect((await ask({ validAt: "2025-06-01" })).registration.legalRepresentative).toBe("found out later");
    expect((await ask({ knownAt: "2024-06-01T00:00:00Z" })).registration).toBeNull();
  });

  describe("once superseded by one that is true only later", () => {
    const [first, second] = ["2025-01-01T00:00:00Z", "2025-09-01T00:00:00Z"];
    const told = async () => {
      const { record, ask } = await given();
      const before = { status: "SUPERSEDED", recordedAt: first, archivedAt: first, supersededAt: second };
      await record({ ...before, legalRepresentative: "before" });
      await record({ ...archived(second), validFrom: "2025-08-01", legalRepresentative: "since August" });
      return async (asOf: object) => (await ask(asOf)).registration?.legalRepresentative;
    };

    test("is still the one before on a day before that", async () => {
      const at = await told();
      expect(await at({ validAt: "2025-07-31" })).toBe("before");
      expect(await at({ validAt: "2025-08-01" })).toBe("since August");
      expect(await at({ validAt: "2023-12-31" })).toBeUndefined();
    });

    test("is what was archived last of what we knew", async () => {
      const at = await told();
      expect(await at({ validAt: "2025-08-15", knownAt: "2025-08-15T00:00:00Z" })).toBe("before");
      expect(await at({ validAt: "2025-08-15", knownAt: second })).toBe("since August");
      expect(await at({ validAt: "2025-07-31", knownAt: "2026-01-01T00:00:00Z" })).toBe("before");
    });
  });

  test("of the past, archived goes before a draft, however new", async () => {
    const { record, ask } = await given();
    const at = "2025-01-01T00:00:00Z";
    await record({ status: "SUPERSEDED", recordedAt: at, archivedAt: at, legalRepresentative: "archived" });
    await record({ status: "VERIFIED", recordedAt: "2026-01-01T00:00:00Z", legalRepresentative: "draft" });
    expect((await ask({ validAt: "2025-06-01" })).registration.legalRepresentative).toBe("archived");
    expect((await ask({ validAt: "2023-06-01" })).registration.legalRepresentative).toBe("draft");
  });

  test("of the past, what is restricted or erased yields nothing, never its predecessor", async () => {
    for (const state of [{ status: "RESTRICTED", restrictedFrom: "ARCHIVED" }, { status: "ERASED" }]) {
      const { record, ask } = await given();
      const [at, then] = ["2025-01-01T00:00:00Z", "2025-03-01T00:00:00Z"];
      const before = { status: "SUPERSEDED", recordedAt: at, archivedAt: at, supersededAt: then };
      await record({ ...before, legalRepresentative: "before" });
      await record({ ...archived(then), ...state, legalRepresentative: "gone" });
      expect((await ask({ validAt: "2025-06-01" })).registration).toBeNull();
      expect((await ask({ validAt: "2025-06-01", knownAt: "2025-06-01T00:00:00Z" })).registration).toBeNull();
    }
  });

  test("restriction is that of now, also for the past", async () => {
    const { record, ask } = await given();
    const restricted = { status: "RESTRICTED", restrictedFrom: "ARCHIVED" };
    await record({ ...archived("2025-01-01T00:00:00Z"), ...restricted, legalRepresentative: "restricted since" });
    expect((await ask({ validAt: "2025-06-01", knownAt: "2025-06-01T00:00:00Z" })).registration).toBeNull();
  });

  test("is one statement per period in a list of statements", async () => {
    const { customer, ask } = await given();
    const statement = (overrides: object) =>
      givenRecord(archive.database, "FINANCIAL", {
        customerId: customer.id,
        collectedBy,
        validFrom: "2025-01-01",
        ...overrides,
      });
    await statement({ ...archived("2025-01-01T00:00:00Z"), series: "2025", totalAssets: "1.5000" });
    await statement({ status: "COLLECTED", recordedAt: "2025-02-01T00:00:00Z", series: "2025", totalAssets: "2" });
    await statement({
      status: "COLLECTED",
      recordedAt: "2025-02-01T00:00:00Z",
      series: "2024",
      periodStart: "2024-01-01",
      periodEnd: "2024-12-31",
    });
    const { financialStatements } = await ask();
    expect(financialStatements).toEqual({
      totalCount: 2,
      nodes: [
        { periodEnd: "2025-12-31", status: "ARCHIVED", totalAssets: { amount: "1.5" } },
        { periodEnd: "2024-12-31", status: "COLLECTED", totalAssets: null },
      ],
    });
  });
});
