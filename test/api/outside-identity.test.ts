import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openIdProvider } from "../../src/auth/openid.js";
import { hashPassword } from "../../src/auth/password.js";
import type { Role } from "../../src/auth/role.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { recognize } from "../../src/commands/recognize.js";
import { account } from "../../src/db/tables/index.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { identityOn } from "../support/identity.js";
import { AUDIENCE, startProvider, type TestProvider } from "../support/openid-provider.js";
import { expectRefusal } from "../support/refusal.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../support/seed.js";

/** How long an account may be taken from memory. */
const A_FEW_SECONDS = 3_000;
/** How long keys are taken from memory here. */
const KEYS_MS = 100;

let now = SEEDED_AT;
let provider: TestProvider;
let archive: Archive;
beforeAll(async () => {
  provider = await startProvider();
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_ROLES_CLAIM: "realm_access.roles",
    OIDC_ROLES_MAP: "credit-clerk=CLERK,credit-collect=COLLECTOR,credit-audit=AUDITOR",
  };
  archive = await openArchive({ now: () => now, env, keys: { cooldownMs: 0, maxAgeMs: KEYS_MS, restMs: 0 } });
});
afterAll(async () => {
  await archive.close();
  await provider.close();
});

const later = (): void => {
  now = new Date(now.getTime() + A_FEW_SECONDS);
};

const run = (text: string, values: readonly unknown[]) =>
  archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows<{ id: string }>(text, values));

let made = 0;
/** An account that is linked to an identity of the same name. */
const person = async (roles: Role[], demo = false): Promise<string> => {
  const username = `outside-${++made}`;
  const [branch] = await run("select id from branch where code = $1", ["SH"]);
  const facts = { username, displayName: "From outside", roles, branchId: branch?.id ?? null, demo };
  const identity = { identityIssuer: provider.issuer, identitySubject: username };
  const passwordHash = await hashPassword(SEEDED_PASSWORD);
  await archive.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    orm.insert(account).values({ ...facts, ...identity, passwordHash }),
  );
  return username;
};

const named = (...roles: string[]) => ({ realm_access: { roles } });

interface Asked {
  readonly query?: string;
  readonly claims?: Record<string, unknown>;
  readonly acting?: string;
}

const WHO = "{ viewer { username role roles branch { code } allowedMutations } }";

const ask = async (sub: string, { query = WHO, claims = {}, acting }: Asked = {}): Promise<Answer> => {
  const token = await provider.token({ sub, ...named("credit-clerk"), ...claims }, now);
  const role: Record<string, string> = acting === undefined ? {} : { "x-acting-role": acting };
  return archive.send(null, { query }, { authorization: `Bearer ${token}`, ...role });
};

const refusal = ({ status, data, errors }: Answer) => ({ status, data, code: errors?.[0]?.extensions.code });
const NOBODY = { status: 401, data: undefined, code: "UNAUTHENTICATED" };

describe("whom the provider vouches for", () => {
  test("is who the account is, as if signed in here", async () => {
    const username = await person(["CLERK"]);
    const { data } = await ask(username);
    const here = (await archive.ask("clerk", WHO)).data.viewer;
    expect(data.viewer).toEqual({ ...here, username });
  });

  test("is shown what the role is shown, byte for byte", async () => {
    const username = await person(["CLERK"]);
    const query = "{ customers(first: 5) { totalCount nodes { code riskClass contacts { personName mobile } } } }";
    const { extensions, data } = await ask(username, { query });
    const here = await archive.ask("clerk", query);
    expect(extensions).toEqual(here.extensions);
    expect(data.customers.totalCount).toBe(here.data.customers.totalCount);
    expect(data.customers.nodes.map(({ code }: { code: string }) => code)).toEqual(
      here.data.customers.nodes.map(({ code }: { code: string }) => code),
    );
  });

  test("is nobody unless an account is linked to them: a username is no proof", async () => {
    for (const claims of [{}, { preferred_username: "clerk", email: "clerk@example.com" }])
      expect(refusal(await ask("clerk", { claims }))).toEqual(NOBODY);
  });

  test("is nobody where the identity is linked under another provider", async () => {
    const username = await person(["CLERK"]);
    await run("update account set identity_issuer = 'https://elsewhere.example' where username = $1", [username]);
    expect(refusal(await ask(username))).toEqual(NOBODY);
  });

  test("writes in the name of the account", async () => {
    const username = await person(["COLLECTOR"]);
    const query =
      'mutation { registerCustomer(input: { name: "外部身份公司", kind: OTHER, importance: C }) { customer { branch { code } } } }';
    const { data } = await ask(username, { query, claims: named("credit-collect") });
    expect(data.registerCustomer.customer.branch.code).toBe("SH");
  });

  test("has no sign-in here to end or to change: the provider has it", async () => {
    const username = await person(["CLERK", "COLLECTOR"]);
    for (const query of ["mutation { logout }", "mutation { switchRole(input: { role: COLLECTOR }) { token } }"]) {
      const answer = await ask(username, { query });
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
      expect(answer.errors?.[0]?.extensions.help).toContain("x-acting-role");
    }
  });
});

describe("the role acted in", () => {
  test("is one that the account holds and the token names", async () => {
    const username = await person(["CLERK", "VERIFIER"]);
    const { viewer } = (await ask(username)).data;
    expect({ role: viewer.role, roles: viewer.roles }).toEqual({ role: "CLERK", roles: ["CLERK"] });
    expect(refusal(await ask(username, { acting: "VERIFIER" }))).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  test("is named where there are several: nobody acts in two at once", async () => {
    const username = await person(["CLERK", "COLLECTOR"]);
    const claims = named("credit-clerk", "credit-collect");
    expect(refusal(await ask(username, { claims }))).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
    for (const acting of ["CLERK", "COLLECTOR"])
      expect((await ask(username, { claims, acting })).data.viewer.role).toBe(acting);
    for (const acting of ["CLERK, COLLECTOR", "clerk", "BOSS", ""])
      expect(refusal(await ask(username, { claims, acting }))).toMatchObject({ status: 400, data: undefined });
  });

  test("is none that only the token names: what it says alone opens nothing", async () => {
    const username = await person(["CLERK"]);
    const claims = named("credit-audit", "credit-collect");
    expect(refusal(await ask(username, { claims }))).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(refusal(await ask(username, { claims: { realm_access: null } }))).toMatchObject({ status: 403 });
    expect(refusal(await ask(username, { claims: named("AUDITOR", "CLERK") }))).toMatchObject({ status: 403 });
  });

  test("of a sign-in here is its own: another one that is asked for is not passed over", async () => {
    const answer = await archive.ask("clerk", WHO, {}, { "x-acting-role": "COLLECTOR" });
    expect(refusal(answer)).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
    expect((await archive.ask("clerk", WHO, {}, { "x-acting-role": "CLERK" })).data.viewer.role).toBe("CLERK");
  });
});

describe("what is taken away stops within seconds:", () => {
  test.each([
    ["the account", "update account set disabled_at = now() where username = $1", 401],
    ["the link", "update account set identity_issuer = null, identity_subject = null where username = $1", 401],
    ["the role", "update account set roles = '{COLLECTOR}' where username = $1", 403],
  ])("%s", async (_, statement, status) => {
    const username = await person(["CLERK"]);
    expect((await ask(username)).status).toBe(200);
    await run(statement, [username]);
    later();
    expect(refusal(await ask(username))).toMatchObject({ status, data: undefined });
  });
});

describe("a token that does not hold", () => {
  test("is told apart by nothing: not from the answer to a forged one of our own", async () => {
    const username = await person(["CLERK"]);
    const stranger = await provider.makeKey();
    const usual = { sub: username, ...named("credit-clerk") };
    const forged = [
      await provider.token({ ...usual, aud: "elsewhere" }, now),
      await provider.token({ ...usual, iss: "https://elsewhere.example" }, now),
      await provider.token(usual, now, { key: stranger }),
      await provider.token(usual, now, { key: { ...stranger, kid: provider.key.kid } }),
      "eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
    ];
    const answers = await Promise.all(
      forged.map((token) => archive.send(null, { query: WHO }, { authorization: `Bearer ${token}` })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(refusal(answers[0] as Answer)).toEqual(NOBODY);
  });

  test("because it expired is said to have", async () => {
    const username = await person(["CLERK"]);
    const answer = await ask(username, { claims: { exp: now.getTime() / 1000 - 60 } });
    expect(refusal(answer)).toEqual(NOBODY);
    expect(answer.errors?.[0]?.extensions.help).toContain("expired");
  });
});

describe("a provider", () => {
  test("that is away is no way in: who comes from it is told so, who signed in here goes on", async () => {
    const username = await person(["CLERK"]);
    provider.mood = "DOWN";
    await delay(KEYS_MS);
    const answer = await ask(username);
    expect(refusal(answer)).toEqual({ status: 503, data: undefined, code: "UNAVAILABLE" });
    expect(answer.text).not.toContain(provider.issuer);
    expect((await archive.ask("analyst", WHO)).data.viewer.role).toBe("ANALYST");
    const login = `mutation { login(input: { username: "${username}", password: "${SEEDED_PASSWORD}" }) { viewer { role } } }`;
    expect((await archive.send(null, { query: login })).data.login.viewer.role).toBe("CLERK");
    provider.mood = "WELL";
    expect((await ask(username)).status).toBe(200);
  });

  test("that changes its keys is followed", async () => {
    const username = await person(["CLERK"]);
    await provider.rotate("RS256");
    expect((await ask(username)).status).toBe(200);
  });
});

describe("linking", () => {
  const LINK = `mutation ($input: LinkIdentityInput!) {
    linkIdentity(input: $input) { account { version identityIssuer identitySubject } } }`;
  const ACCOUNTS = "{ accounts(first: 100) { nodes { id username version } } }";
  const accountOf = async (username: string) => {
    const { nodes } = (await archive.ask("admin", ACCOUNTS)).data.accounts;
    return nodes.find((node: { username: string }) => node.username === username);
  };
  const link = async (username: string, identity: object, more: object = {}): Promise<Answer> => {
    const { id, version } = await accountOf(username);
    return archive.ask("admin", LINK, { input: { id, version, ...identity, ...more } });
  };

  test("is an administrator's, takes effect within seconds, and ends the same way", async () => {
    const identity = { issuer: provider.issuer, subject: "248289761001" };
    expect(refusal(await ask(identity.subject))).toEqual(NOBODY);
    const { data } = await link("clerk", identity);
    expect(data.linkIdentity.account).toEqual({
      version: 2,
      identityIssuer: provider.issuer,
      identitySubject: identity.subject,
    });
    later();
    expect((await ask(identity.subject)).data.viewer.username).toBe("clerk");
    expect((await link("clerk", {})).data.linkIdentity.account.identitySubject).toBeNull();
    later();
    expect(refusal(await ask(identity.subject))).toEqual(NOBODY);
  });

  test("one identity to two accounts is refused, quoting neither", async () => {
    const identity = { issuer: provider.issuer, subject: await person(["CLERK"]) };
    const { errors, text } = await link("collector", identity);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "subject" });
    expect(text).not.toContain(identity.subject);
  });

  test.each<[object, string]>([
    [{ subject: "u" }, "issuer"],
    [{ issuer: "https://id.example.com" }, "subject"],
    [{ issuer: "http://id.example.com", subject: "u" }, "issuer"],
    [{ issuer: "https://id.example.com", subject: " " }, "subject"],
    [{ issuer: "https://id.example.com", subject: "u".repeat(256) }, "subject"],
  ])("to %o is refused", async (identity, field) => {
    const { errors } = await link("collector", identity);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  test("goes by the version that was looked at", async () => {
    const identity = { issuer: provider.issuer, subject: "late" };
    expect((await link("collector", identity, { version: 99 })).errors?.[0]?.extensions.code).toBe("CONFLICT");
  });
});

test("a demo account is nobody's in production, linked or not", async () => {
  const username = await person(["CLERK"], true);
  expect((await ask(username)).status).toBe(200);
  const settings = { issuer: provider.issuer, audience: AUDIENCE, accountClaim: "sub", roles: null };
  const production = await identityOn(archive.database, true, openIdProvider(settings, { onFailure: () => {} }));
  const recognized = async (sub: string) => {
    const sent = { authorization: `Bearer ${await provider.token({ sub }, now)}`, actingRole: undefined };
    return recognize(production, sent, now);
  };
  await expectRefusal(() => recognized(username), "UNAUTHENTICATED");
  expect(await recognized(await person(["CLERK"]))).toMatchObject({ role: "CLERK" });
});
