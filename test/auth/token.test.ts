import { SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { createTokens, type Tokens } from "../../src/auth/token.js";
import { refusalOf } from "../support/refusal.js";

const SECRET = "a-secret-of-at-least-32-characters";
const NOW = new Date("2026-06-30T08:00:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const claims = { sessionId: "s-1", accountId: "a-1" };

let tokens: Tokens;
let token: string;
beforeAll(async () => {
  tokens = await createTokens(SECRET);
  token = await tokens.issue(claims, NOW, later(8));
});

const read = (text: string, now = NOW) => refusalOf(() => tokens.read(text, now));

test("a token names the sign-in and the account, and nothing of what they may", async () => {
  expect(await tokens.read(token, later(1))).toMatchObject(claims);
  const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  expect(Object.keys(payload).sort()).toEqual(["aud", "exp", "iat", "iss", "sid", "sub"]);
});

test("an expired token is refused as expired, read before or not", async () => {
  const fresh = await createTokens(SECRET);
  expect((await refusalOf(() => fresh.read(token, later(8)))).message).toContain("expired");
  await tokens.read(token, NOW);
  expect((await read(token, later(8))).message).toContain("expired");
});

describe("a forged token is refused as invalid, quoting nothing of it:", () => {
  const forge = (header: object) =>
    [Buffer.from(JSON.stringify(header)).toString("base64url"), ...token.split(".").slice(1)].join(".");
  const foreign = async (secret: string, audience: string, issuer: string) =>
    new SignJWT({ sid: "s-1" })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("a-1")
      .setAudience(audience)
      .setIssuer(issuer)
      .setExpirationTime(later(8))
      .sign(new TextEncoder().encode(secret));
  const ours = ["customer-credit-archive/api", "customer-credit-archive"] as const;

  test.each([
    ["rubbish", async () => "rubbish"],
    ["unsigned", async () => forge({ alg: "none" })],
    ["cut off", async () => token.slice(0, -4)],
    ["signed with another secret", () => foreign("another-secret-of-32-characters!!", ...ours)],
    ["for another audience", () => foreign(SECRET, "elsewhere", ours[1])],
    ["from another issuer", () => foreign(SECRET, ours[0], "elsewhere")],
  ])("%s", async (_, make) => {
    const forged = await make();
    const refusal = await read(forged);
    expect(refusal.code).toBe("UNAUTHENTICATED");
    expect(refusal.message).toContain("not valid");
    expect(JSON.stringify(refusal)).not.toContain(forged);
  });
});

test("a token without an expiry or without a sign-in is refused", async () => {
  const bare = new SignJWT({ sid: "s-1" })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("a-1")
    .setAudience("customer-credit-archive/api")
    .setIssuer("customer-credit-archive");
  const text = await bare.sign(new TextEncoder().encode(SECRET));
  expect((await read(text)).code).toBe("UNAUTHENTICATED");
});
