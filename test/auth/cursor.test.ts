import { describe, expect, it } from "vitest";
import { cursorCodec } from "../../src/auth/cursor.js";

const SECRET = "a secret of at least thirty-two characters";
const VALUES = ["2026-06-30 12:00:00.123456+00", null, "019f"];

describe("A cursor", () => {
  const codec = cursorCodec(SECRET, "policy-1");
  const cursor = codec.seal("REVIEWER customers REVENUE", VALUES);

  it("opens where it was made for, every digit kept", () =>
    expect(codec.open("REVIEWER customers REVENUE", cursor)).toEqual(VALUES));

  it.each(["CLERK customers REVENUE", "REVIEWER conflicts REVENUE", "REVIEWER customers NAME", ""])(
    "does not open for %j",
    (purpose) => expect(codec.open(purpose, cursor)).toBeNull(),
  );

  it("does not open under another policy: what it orders by may not be allowed any more", () =>
    expect(cursorCodec(SECRET, "policy-2").open("REVIEWER customers REVENUE", cursor)).toBeNull());

  it("does not open under another secret", () =>
    expect(cursorCodec(`${SECRET}!`, "policy-1").open("REVIEWER customers REVENUE", cursor)).toBeNull());

  it("tells nothing of what it holds, not even whether two hold the same", () => {
    expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain("2026");
    expect(codec.seal("REVIEWER customers REVENUE", VALUES)).not.toBe(cursor);
  });

  it("does not open with one bit changed, wherever it is", () => {
    const bytes = Buffer.from(cursor, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(codec.open("REVIEWER customers REVENUE", changed.toString("base64url"))).toBeNull();
    }
  });
});
