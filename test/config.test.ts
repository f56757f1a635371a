import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ConfigurationError, readConfig } from "../src/config.js";
import { TEST_KEYS } from "./support/vault.js";

const SECRET = "0123456789abcdef0123456789abcdef";
const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://api@db/archive",
  TOKEN_SECRET: SECRET,
  LEDGER_KEY: SECRET,
  ...TEST_KEYS,
};

const refusalOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("without any variable", () => {
  test("the archive runs for trial, on this machine only, with the embedded database", () => {
    expect(readConfig({})).toEqual({
      production: false,
      port: 4000,
      host: "127.0.0.1",
      logLevel: "info",
      dataDir: ".data",
      database: { url: undefined, prepare: true, pool: 10, patience: { statementSeconds: 30, lockSeconds: 5 } },
      token: { secret: undefined, hours: 8 },
      encryption: null,
      oidc: null,
      proxies: 0,
      corsOrigins: [],
      businessTimeZone: "Asia/Shanghai",
      purposeRequired: false,
      fourEyes: "strict",
      reportMemoryDays: 30,
      operations: "any",
      demoPassword: "demo-archive",
      explorer: true,
      debugErrors: false,
      limits: { bodyBytes: 262_144, importBytes: 536_870_912, depth: 12, cost: 20_000, aliases: 50, directives: 50 },
    });
  });

  test("an empty variable is one that is not set", () => {
    const empty = { PORT: "", HOST: " ", DATABASE_URL: "", CORS_ORIGINS: "", EXPLORER: "", MAX_DEPTH: "" };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe("in production", () => {
  test("the archive listens to the network and has no explorer", () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ production: true, host: "0.0.0.0", explorer: false });
  });

  test("the embedded database is refused", () => {
    expect(refusalOf({ ...PRODUCTION, DATABASE_URL: "" })).toMatch(/^DATABASE_URL: .*embedded database is for trial$/);
  });

  test("a secret has to be given", () => {
    expect(refusalOf({ ...PRODUCTION, TOKEN_SECRET: "" })).toMatch(/^TOKEN_SECRET: is required in production/);
    expect(refusalOf({ ...PRODUCTION, LEDGER_KEY: "" })).toMatch(/^LEDGER_KEY: is required in production/);
  });

  test("bugs are not laid bare", () => {
    expect(refusalOf({ ...PRODUCTION, DEBUG_ERRORS: "1" })).toMatch(/^DEBUG_ERRORS: is refused in production/);
  });

  test("host and explorer can be chosen", () => {
    const chosen = { ...PRODUCTION, HOST: "::1", EXPLORER: "true" };
    expect(readConfig(chosen)).toMatchObject({ host: "::1", explorer: true });
  });
});

test("origins are a comma list", () => {
  const { corsOrigins } = readConfig({ CORS_ORIGINS: "https://a.example, http://localhost:5173" });
  expect(corsOrigins).toEqual(["https://a.example", "http://localhost:5173"]);
});

test.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "4e3"],
  ["NODE_ENV", "prod"],
  ["DATABASE_URL", "mysql://db/archive"],
  ["DATABASE_URL", "postgres://db"],
  ["DATABASE_PREPARE", "yes"],
  ["DATABASE_POOL", "0"],
  ["DATABASE_STATEMENT_SECONDS", "0"],
  ["DATABASE_STATEMENT_SECONDS", "3601"],
  ["DATABASE_STATEMENT_SECONDS", "30s"],
  ["DATABASE_LOCK_SECONDS", "0"],
  ["DATABASE_LOCK_SECONDS", "-1"],
  ["TOKEN_SECRET", "too short to be a secret"],
  ["LEDGER_KEY", "too short to be a key"],
  ["TOKEN_HOURS", "0.5"],
  ["LOG_LEVEL", "loud"],
  ["CORS_ORIGINS", "*"],
  ["CORS_ORIGINS", "https://a.example/path"],
  ["CORS_ORIGINS", "https://a.example,"],
  ["BUSINESS_TIME_ZONE", "Shanghai"],
  ["BUSINESS_TIME_ZONE", "+08:00"],
  ["OIDC_ISSUER", "id.example.com"],
  ["OIDC_ISSUER", "http://id.example.com"],
  ["OIDC_ISSUER", "https://user@id.example.com"],
  ["OIDC_ROLES_MAP", "clerk"],
  ["OIDC_ROLES_MAP", "clerk=BOSS"],
  ["OIDC_ROLES_MAP", "clerk=CLERK,"],
  ["OPERATIONS", "some"],
  ["DEMO_PASSWORD", "short"],
  ["EXPLORER", "1"],
  ["MAX_BODY_BYTES", "1"],
  ["MAX_DEPTH", "deep"],
  ["MAX_COST", "0"],
  ["MAX_ALIASES", "99999"],
])("%s=%s ends the start with one line that names the variable", (name, value) => {
  expect(refusalOf({ [name]: value })).toMatch(new RegExp(`^${name}: must [^\\n]+$`));
});

test("to wait longer for a lock than for the statement that waits is a mistake", () => {
  const patience = { DATABASE_STATEMENT_SECONDS: "4", DATABASE_LOCK_SECONDS: "4" };
  expect(readConfig(patience).database.patience).toEqual({ statementSeconds: 4, lockSeconds: 4 });
  expect(refusalOf({ DATABASE_STATEMENT_SECONDS: "4" })).toMatch(/^DATABASE_LOCK_SECONDS: must not be more than /);
});

describe("an identity provider", () => {
  const PROVIDER = { OIDC_ISSUER: "https://id.example.com/realms/a", OIDC_AUDIENCE: "archive" };

  test("is taken with an audience; accounts are found by `sub`, and their roles count as they are", () => {
    expect(readConfig(PROVIDER).oidc).toEqual({
      issuer: "https://id.example.com/realms/a",
      audience: "archive",
      accountClaim: "sub",
      roles: null,
    });
  });

  test("may name roles, in its own words", () => {
    const named = { ...PROVIDER, OIDC_ROLES_CLAIM: "groups", OIDC_ROLES_MAP: "credit-clerk=CLERK, cn=check=VERIFIER" };
    expect(readConfig(named).oidc?.roles).toEqual({
      claim: "groups",
      map: new Map([
        ["credit-clerk", "CLERK"],
        ["cn=check", "VERIFIER"],
      ]),
    });
    const { OIDC_ROLES_MAP: _, ...unmapped } = named;
    expect(readConfig(unmapped).oidc?.roles?.map.get("AUDITOR")).toBe("AUDITOR");
  });

  test.each<[Record<string, string>, string]>([
    [{ OIDC_ISSUER: "https://id.example.com" }, "OIDC_AUDIENCE: is required with OIDC_ISSUER"],
    [{ OIDC_AUDIENCE: "archive" }, "OIDC_ISSUER: is required with OIDC_AUDIENCE"],
    [{ OIDC_ROLES_CLAIM: "groups" }, "OIDC_ISSUER: is required with OIDC_ROLES_CLAIM"],
    [{ ...PROVIDER, OIDC_ROLES_MAP: "a=CLERK" }, "OIDC_ROLES_CLAIM: is required with OIDC_ROLES_MAP"],
  ])("half configured, %j, ends the start", (env, line) => {
    expect(refusalOf(env)).toBe(line);
  });
});

describe("keys of encryption", () => {
  const [a, b] = [Buffer.alloc(32, "a").toString("base64"), Buffer.alloc(32, "b").toString("base64")];
  const LOOKUP_KEY = Buffer.alloc(32, "c").toString("base64url");

  test("are a list, the current one first; base64 and base64url are both taken", () => {
    const { encryption } = readConfig({ ENCRYPTION_KEYS: `2026-b:${b}, 2025-a:${a}`, LOOKUP_KEY });
    expect(encryption?.keys.map(({ id, bytes }) => [id, bytes.toString()])).toEqual([
      ["2026-b", "b".repeat(32)],
      ["2025-a", "a".repeat(32)],
    ]);
    expect(encryption?.lookup.toString()).toBe("c".repeat(32));
  });

  test("may be left out for trial, and not in production", () => {
    expect(readConfig({}).encryption).toBeNull();
    expect(refusalOf({ ...PRODUCTION, ENCRYPTION_KEYS: "" })).toMatch(/^ENCRYPTION_KEYS: is required/);
    expect(refusalOf({ ...PRODUCTION, LOOKUP_KEY: "" })).toBe("LOOKUP_KEY: is required with ENCRYPTION_KEYS");
    expect(refusalOf({ LOOKUP_KEY })).toBe("ENCRYPTION_KEYS: is required with LOOKUP_KEY");
  });

  test.each([
    ["no id", a, "entry 1 must be id:key"],
    ["an id that is none", `K1:${a}`, "entry 1 must be id:key"],
    ["a long id", `${"k".repeat(17)}:${a}`, "entry 1 must be id:key"],
    ["a key cut short", `k1:${a},k2:${b.slice(0, -4)}`, "entry 2 must be id:key"],
    ["a key of 16 bytes", `k1:${Buffer.alloc(16).toString("base64")}`, "entry 1 must be id:key"],
    ["what is no base64", `k1:${"!".repeat(44)}`, "entry 1 must be id:key"],
    ["an entry of nothing", `k1:${a},`, "entry 2 must be id:key"],
    ["a third part", `k1:${a}:x`, "entry 1 must be id:key"],
    ["one id twice", `k1:${a},k1:${b}`, "an id stands there twice"],
    ["one key twice", `k1:${a},k2:${a}`, "a key stands there twice"],
  ])("with %s end the start, and are not quoted", (_, list, reason) => {
    const line = refusalOf({ ENCRYPTION_KEYS: list, LOOKUP_KEY });
    expect(line.startsWith(`ENCRYPTION_KEYS: ${reason}`)).toBe(true);
    expect(line).not.toContain(a.slice(0, 8));
  });

  test("of which one is the key of fingerprints, too, end the start", () => {
    expect(refusalOf({ ENCRYPTION_KEYS: `k1:${a}`, LOOKUP_KEY: a })).toMatch(/^LOOKUP_KEY: must be another key/);
    expect(refusalOf({ ENCRYPTION_KEYS: `k1:${a}`, LOOKUP_KEY: "short" })).toMatch(/^LOOKUP_KEY: must be 32 bytes/);
  });
});

test.each(["TOKEN_SECRET", "LEDGER_KEY", "DATABASE_URL", "DEMO_PASSWORD"])("the line does not quote %s", (name) => {
  expect(refusalOf({ [name]: "hunter2" })).not.toContain("hunter2");
});

test("of several wrong variables one is named", () => {
  expect(refusalOf({ PORT: "x", LOG_LEVEL: "y" }).split("\n")).toHaveLength(1);
});

test("every variable is explained in .env.example, with its preset", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const source = readFileSync(new URL("../src/config.ts", import.meta.url), "utf8");
  const known = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
  const explained = [...example.matchAll(/^# ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual(known.toSorted());
  const presets = [...example.matchAll(/^# ?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  expect(readConfig(Object.fromEntries(presets))).toEqual(readConfig({}));
});

test("a file .env is read, and what is set in the environment wins over it", ({ onTestFinished }) => {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "archive-env-"));
  onTestFinished(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });
  writeFileSync(join(folder, ".env"), "PORT=5001\nTOKEN_HOURS=2\n");
  vi.stubEnv("PORT", "6001");
  vi.stubEnv("TOKEN_HOURS", undefined);
  process.chdir(folder);
  expect(readConfig()).toMatchObject({ port: 6001, token: { hours: 2 } });
});
