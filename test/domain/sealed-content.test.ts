import { describe, expect, it } from "vitest";
import { canonicalContent, canonicalInstant, type SealedRecord } from "../../src/domain/sealed-content.js";

const RECORD: SealedRecord = {
  id: "1",
  category: "CREDIT",
  series: "customer",
  collectedAt: "2026-03-10T02:00:00.000Z",
  validFrom: "2026-03-10",
  rating: "A",
  creditLimit: "500000",
  paymentTermDays: 30,
};

const like = (more: object) => canonicalContent({ ...RECORD, ...more });

describe("the canonical content of a record", () => {
  it("is the same however the database writes it", () => {
    expect(like({ creditLimit: "500000.0000", collectedAt: "2026-03-10 02:00:00+00", paymentTermDays: "30" })).toBe(
      like({}),
    );
    expect(like({ score: null, tool: undefined })).toBe(like({}));
    expect(canonicalContent(Object.fromEntries(Object.entries(RECORD).reverse()) as SealedRecord)).toBe(like({}));
  });

  it("keeps every figure of an amount and every microsecond", () => {
    expect(like({ creditLimit: "500000.01" })).not.toBe(like({}));
    expect(like({ creditLimit: "50000" })).not.toBe(like({}));
    expect(like({ collectedAt: "2026-03-10 02:00:00.000001+00" })).not.toBe(like({}));
  });

  it("knows empty from absent, and one field from another", () => {
    expect(like({ tool: "" })).not.toBe(like({}));
    expect(like({ tool: "x" })).not.toBe(like({ reference: "x" }));
  });

  it("leaves out states and decisions, which move on, and other categories' fields", () =>
    expect(like({ status: "SUPERSEDED", approvedBy: "2", version: 9, revenue: "1" })).toBe(like({})));
});

describe("an instant", () => {
  it.each([
    ["2026-03-10T02:00:00.000Z", "2026-03-10T02:00:00Z"],
    ["2026-03-10 02:00:00.120+00", "2026-03-10T02:00:00.12Z"],
    ["2026-03-10 02:00:00.000001+00:00", "2026-03-10T02:00:00.000001Z"],
  ])("%s is %s", (given, canonical) => expect(canonicalInstant(given)).toBe(canonical));

  it("of another time zone is an error, not another seal", () =>
    expect(() => canonicalInstant("2026-03-10 10:00:00+08")).toThrow());
});
