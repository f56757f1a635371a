import { setTimeout as delay } from "node:timers/promises";
import { type CryptoKey, exportSPKI, importJWK, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openIdProvider } from "../../src/auth/openid.js";
import { readClaims } from "../../src/auth/openid-claims.js";
import type { KeySource } from "../../src/auth/openid-keys.js";
import type { Role } from "../../src/auth/role.js";
import { AUDIENCE, startProvider, type TestProvider } from "../support/openid-provider.js";
import { refusalOf } from "../support/refusal.js";

const NOW = new Date("2026-06-30T08:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let made: TestProvider;
beforeEach(async () => {
  made = await startProvider();
});
afterEach(() => made.close());

let failures: string[] = [];
const provider = (source: Partial<KeySource> = {}) => {
  failures = [];
  const settings = { issuer: made.issuer, audience: AUDIENCE, accountClaim: "sub", roles: null };
  return openIdProvider(settings, { onFailure: (reason) => void failures.push(reason), ...source });
};

test.each(["RS256", "PS384", "ES256", "EdDSA"])("a token signed with %s says whom it is about", async (alg) => {
  await made.rotate(alg);
  const token = await made.token({ sub: "u-1" }, NOW);
  const taken = provider();
  expect(taken.claims(token)).toBe(true);
  expect(await taken.read(token, NOW)).toEqual({ subject: "u-1", roles: null });
});

test("the provider is asked once, however many requests come", async () => {
  const taken = provider();
  const tokens = await Promise.all(["a", "b", "c"].map((sub) => made.token({ sub }, NOW)));
  await Promise.all(tokens.map((token) => taken.read(token, NOW)));
  await taken.read(await made.token({ sub: "d" }, NOW), NOW);
  expect(made.asked).toEqual(["/.well-known/openid-configuration", "/keys"]);
});

test("an expired token is refused as expired, read before or not; clocks may differ by half a minute", async () => {
  const taken = provider();
  const token = await made.token({}, NOW);
  for (const one of [token, await made.token({ sub: "other" }, NOW)]) {
    if (one === token) await taken.read(one, NOW);
    expect(await taken.read(one, after(329))).toMatchObject({ subject: expect.any(String), roles: null });
    const { code, message } = await refusalOf(() => taken.read(one, after(330)));
    expect({ code, message }).toEqual({ code: "UNAUTHENTICATED", message: expect.stringContaining("expired") });
  }
});

describe("a token is refused as invalid, quoting nothing of it, when it is", () => {
  const unsigned = (token: string, header: object) => {
    const [, payload = ""] = token.split(".");
    return `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${payload}.`;
  };
  /** The public key, which everybody has, taken for a shared secret. */
  const withPublicKey = async (secret: Uint8Array) =>
    new SignJWT({ sub: "u-1" })
      .setProtectedHeader({ alg: "HS256", kid: made.key.kid })
      .setIssuer(made.issuer)
      .setAudience(AUDIENCE)
      .setExpirationTime(after(300))
      .sign(secret);
  const publicPem = async () => {
    const key = await importJWK(made.key.public, made.key.alg, { extractable: true });
    return new TextEncoder().encode(await exportSPKI(key as CryptoKey));
  };

  test.each<[string, () => Promise<string>]>([
    ["for another audience", () => made.token({ aud: "elsewhere" }, NOW)],
    ["for nobody in particular", () => made.token({ aud: null }, NOW)],
    ["without an end", () => made.token({ exp: null }, NOW)],
    ["not valid yet", () => made.token({ nbf: NOW.getTime() / 1000 + 120 }, NOW)],
    ["about nobody", () => made.token({ sub: null }, NOW)],
    ["about a number", () => made.token({ sub: 7 }, NOW)],
    ["about a name that cannot be stored", () => made.token({ sub: "a\0b" }, NOW)],
    ["a logout token", () => made.token({}, NOW, { header: { typ: "logout+jwt" } })],
    ["unsigned", async () => unsigned(await made.token({}, NOW), { alg: "none" })],
    ["signed with nothing", async () => unsigned(await made.token({}, NOW), { alg: "RS256", kid: made.key.kid })],
    ["signed with the public key as a secret", async () => withPublicKey(await publicPem())],
    [
      "signed with the key set as a secret",
      () => withPublicKey(new TextEncoder().encode(JSON.stringify(made.key.public))),
    ],
    ["signed by a key nobody knows", async () => made.token({}, NOW, { key: await made.makeKey() })],
    [
      "signed by another key under a known name",
      async () => made.token({}, NOW, { key: { ...(await made.makeKey()), kid: made.key.kid } }),
    ],
    ["cut off", async () => (await made.token({}, NOW)).slice(0, -6)],
    ["with an extension nobody understands", () => made.token({}, NOW, { header: { crit: ["x"], x: 1 } })],
  ])("%s", async (_, make) => {
    const token = await make();
    const refusal = await refusalOf(() => provider().read(token, NOW));
    expect(refusal.code).toBe("UNAUTHENTICATED");
    expect(refusal.message).toBe("The token is not valid: sign in again, without sending it.");
    expect(refusal.details).toEqual({});
  });

  test("of another issuer: it is not even looked at as this one's", async () => {
    const token = await made.token({ iss: "https://elsewhere.example" }, NOW);
    expect(provider().claims(token)).toBe(false);
    expect((await refusalOf(() => provider().read(token, NOW))).code).toBe("UNAUTHENTICATED");
    expect(["", "rubbish", "a.b.c"].map((text) => provider().claims(text))).toEqual([false, false, false]);
  });
});

describe("keys", () => {
  test("that are new are found when a token names one, and the old one counts no more", async () => {
    const taken = provider({ cooldownMs: 0 });
    const before = await made.token({ sub: "early" }, NOW);
    await taken.read(await made.token({}, NOW), NOW);
    await made.rotate();
    expect((await taken.read(await made.token({ sub: "u-2" }, NOW), NOW)).subject).toBe("u-2");
    expect((await refusalOf(() => taken.read(before, NOW))).code).toBe("UNAUTHENTICATED");
  });

  test("nobody knows are looked for once, then not for a while", async () => {
    const taken = provider();
    const stranger = await made.makeKey();
    for (const sub of ["a", "b", "c"])
      await refusalOf(async () => taken.read(await made.token({ sub }, NOW, { key: stranger }), NOW));
    expect(made.asked).toHaveLength(2);
  });

  test("that were read go on counting while the provider is away, and no longer than agreed", async () => {
    const taken = provider({ maxAgeMs: 300, restMs: 0 });
    await taken.read(await made.token({}, NOW), NOW);
    made.mood = "DOWN";
    expect(await taken.read(await made.token({ sub: "u-2" }, NOW), NOW)).toMatchObject({ subject: "u-2" });
    await delay(350);
    const token = await made.token({ sub: "u-3" }, NOW);
    expect((await refusalOf(() => taken.read(token, NOW))).code).toBe("UNAVAILABLE");
    made.mood = "WELL";
    expect((await taken.read(token, NOW)).subject).toBe("u-3");
  });
});

describe("a provider that cannot be asked", () => {
  test.each<[TestProvider["mood"], RegExp]>([
    ["DOWN", /status 503/],
    ["SILENT", /./],
    ["LYING", /does not name this issuer/],
  ])("because it is %s is no reason to believe a token", async (mood, reason) => {
    made.mood = mood;
    const taken = provider({ timeoutMs: 100 });
    const refusal = await refusalOf(async () => taken.read(await made.token({}, NOW), NOW));
    expect(refusal.code).toBe("UNAVAILABLE");
    expect(refusal.message).not.toContain(made.issuer);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(reason);
  });

  test("because nobody listens is named so in the log", async () => {
    const token = await made.token({}, NOW);
    const settings = { issuer: "http://127.0.0.1:1", audience: AUDIENCE, accountClaim: "sub", roles: null };
    const heard: string[] = [];
    const nobody = openIdProvider(settings, { onFailure: (reason) => void heard.push(reason) });
    expect((await refusalOf(() => nobody.read(token, NOW))).code).toBe("UNAVAILABLE");
    expect(heard[0]).toMatch(/^http:\/\/127\.0\.0\.1:1\/\.well-known\/openid-configuration: fetch failed/);
  });

  test.each<TestProvider["mood"]>(["DOWN", "LYING"])(
    "(%s) is left alone for a moment, then asked again",
    async (mood) => {
      made.mood = mood;
      const taken = provider({ restMs: 200 });
      const token = await made.token({}, NOW);
      for (let times = 0; times < 5; times++)
        expect((await refusalOf(() => taken.read(token, NOW))).code).toBe("UNAVAILABLE");
      expect(made.asked).toHaveLength(1);
      made.mood = "WELL";
      await delay(250);
      expect((await taken.read(token, NOW)).subject).toBe("subject");
    },
  );
});

describe("claims", () => {
  const map = new Map<string, Role>([
    ["credit-clerk", "CLERK"],
    ["credit-check", "VERIFIER"],
  ]);
  const roles = (payload: object, claim = "groups") =>
    readClaims({ sub: "u-1", ...payload }, { accountClaim: "sub", roles: { claim, map } })?.roles;

  test.each<[string, object, string, readonly string[]]>([
    ["a list", { groups: ["credit-clerk", "staff", "credit-clerk"] }, "groups", ["CLERK"]],
    ["one text", { groups: "openid credit-check" }, "groups", ["VERIFIER"]],
    ["a path", { realm_access: { roles: ["credit-clerk"] } }, "realm_access.roles", ["CLERK"]],
    ["an address", { "https://a.example/roles": ["credit-clerk"] }, "https://a.example/roles", ["CLERK"]],
    ["none", {}, "groups", []],
    ["an object", { groups: { "credit-clerk": true } }, "groups", []],
    ["what every object has", {}, "constructor.name", []],
    ["a role's own name, where it is called otherwise", { groups: ["ADMIN", "CLERK"] }, "groups", []],
  ])("of roles: %s", (_, payload, claim, expected) => {
    expect(roles(payload, claim)).toEqual(expected);
  });

  test("of the account may be another than sub", () => {
    const mapping = { accountClaim: "employee.number", roles: null };
    expect(readClaims({ sub: "u-1", employee: { number: "E7" } }, mapping)).toEqual({ subject: "E7", roles: null });
    expect(readClaims({ sub: "u-1" }, mapping)).toBeNull();
  });
});
