import { z } from "zod";
import type { OpenIdSettings } from "./auth/openid.js";
import { isTrustedAddress } from "./auth/openid-address.js";
import { Role } from "./auth/role.js";
import {
  encryptionKeys,
  isOrigin,
  isPostgresUrl,
  isTimeZone,
  lookupKey,
  oneOf,
  ROLES_AS_THEY_ARE,
  rolesByName,
  whole,
  yesOrNo,
} from "./config-values.js";
import type { Keyring } from "./db/encryption/keyring.js";
import { namesOf } from "./domain/enumeration.js";

/** The start ends here, with this one line: which variable is wrong, and why. No value is quoted, it may be a secret. */
export class ConfigurationError extends Error {
  constructor(
    readonly variable: string,
    readonly reason: string,
  ) {
    super(`${variable}: ${reason}`);
    this.name = "ConfigurationError";
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const schema = z.object({
  PORT: whole(0, 65_535, 4000),
  HOST: z.string().optional(),
  NODE_ENV: oneOf("development", "test", "production").default("development"),
  DATABASE_URL: z.string().refine(isPostgresUrl, "must look like postgres://user@host:5432/database").optional(),
  DATABASE_OWNER_URL: z.string().refine(isPostgresUrl, "must look like postgres://user@host:5432/database").optional(),
  DATABASE_PREPARE: yesOrNo.prefault("true"),
  DATABASE_POOL: whole(1, 1000, 10),
  DATABASE_STATEMENT_SECONDS: whole(1, 3600, 30),
  DATABASE_LOCK_SECONDS: whole(1, 3600, 5),
  DATA_DIR: z.string().default(".data"),
  TOKEN_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  LEDGER_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  ENCRYPTION_KEYS: z.string().transform(encryptionKeys).optional(),
  LOOKUP_KEY: z.string().transform(lookupKey).optional(),
  TOKEN_HOURS: whole(1, 24 * 30, 8),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
  TRUST_PROXY: whole(0, 10, 0),
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(",").map((origin) => origin.trim()))
    .refine((origins) => origins.every(isOrigin), "must be a comma list of origins such as https://archive.example.com")
    .optional(),
  BUSINESS_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "must be a zone of the IANA list such as Asia/Shanghai")
    .default("Asia/Shanghai"),
  PURPOSE: oneOf("optional", "required").default("optional"),
  FOUR_EYES: oneOf("strict", "small").default("strict"),
  REPORT_MEMORY_DAYS: whole(0, 366, 30),
  OIDC_ISSUER: z
    .string()
    .refine(isTrustedAddress, "must be an https address such as https://id.example.com")
    .optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_ACCOUNT_CLAIM: z.string().default("sub"),
  OIDC_ROLES_CLAIM: z.string().optional(),
  OIDC_ROLES_MAP: z
    .string()
    .transform(rolesByName)
    .refine((map) => map !== null, `must be a comma list of name=ROLE, each ROLE one of ${namesOf(Role).join(", ")}`)
    .optional(),
  OPERATIONS: oneOf("any", "registered").default("any"),
  DEMO_PASSWORD: z.string().min(8, "must have at least 8 characters").default("demo-archive"),
  EXPLORER: yesOrNo.optional(),
  MAX_BODY_BYTES: whole(1024, 64 * 1024 * 1024, 262_144),
  MAX_IMPORT_BYTES: whole(1024, 4 * 1024 ** 3, 512 * 1024 ** 2),
  MAX_DEPTH: whole(1, 100, 12),
  MAX_COST: whole(1, 10_000_000, 20_000),
  MAX_ALIASES: whole(1, 10_000, 50),
  MAX_DIRECTIVES: whole(1, 10_000, 50),
  DEBUG_ERRORS: z
    .string()
    .refine((text) => text === "0" || text === "1", "must be 0 or 1")
    .prefault("0"),
});

type Values = z.infer<typeof schema>;

const refuseForProduction = (values: Values): void => {
  if (values.DATABASE_URL === undefined)
    throw new ConfigurationError("DATABASE_URL", "is required in production: the embedded database is for trial");
  if (values.TOKEN_SECRET === undefined)
    throw new ConfigurationError("TOKEN_SECRET", "is required in production: at least 32 random characters");
  if (values.LEDGER_KEY === undefined)
    throw new ConfigurationError("LEDGER_KEY", "is required in production: at least 32 random characters");
  if (values.DEBUG_ERRORS === "1")
    throw new ConfigurationError(
      "DEBUG_ERRORS",
      "is refused in production: what goes wrong quotes statements and values",
    );
  if (values.ENCRYPTION_KEYS === undefined)
    throw new ConfigurationError("ENCRYPTION_KEYS", "is required in production: id:key, the key 32 bytes in base64");
};

/** A setting that only counts together with another one is a mistake without it. */
const refuseAlone = (values: Values, name: keyof Values, needs: keyof Values): void => {
  if (values[name] !== undefined && values[needs] === undefined)
    throw new ConfigurationError(needs, `is required with ${name}`);
};

const oidcOf = (values: Values): OpenIdSettings | null => {
  refuseAlone(values, "OIDC_ISSUER", "OIDC_AUDIENCE");
  refuseAlone(values, "OIDC_AUDIENCE", "OIDC_ISSUER");
  refuseAlone(values, "OIDC_ROLES_CLAIM", "OIDC_ISSUER");
  refuseAlone(values, "OIDC_ROLES_MAP", "OIDC_ROLES_CLAIM");
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ROLES_CLAIM: claim, OIDC_ROLES_MAP: map } = values;
  if (issuer === undefined || audience === undefined) return null;
  const roles = claim === undefined ? null : { claim, map: map ?? ROLES_AS_THEY_ARE };
  return { issuer, audience, accountClaim: values.OIDC_ACCOUNT_CLAIM, roles };
};

const encryptionOf = (values: Values): Keyring | null => {
  refuseAlone(values, "ENCRYPTION_KEYS", "LOOKUP_KEY");
  refuseAlone(values, "LOOKUP_KEY", "ENCRYPTION_KEYS");
  const { ENCRYPTION_KEYS: keys, LOOKUP_KEY: lookup } = values;
  if (keys === undefined || lookup === undefined) return null;
  if (keys.some(({ bytes }) => bytes.equals(lookup)))
    throw new ConfigurationError("LOOKUP_KEY", "must be another key than those of ENCRYPTION_KEYS");
  return { keys, lookup };
};

const patienceOf = ({ DATABASE_STATEMENT_SECONDS: statementSeconds, DATABASE_LOCK_SECONDS: lockSeconds }: Values) => {
  if (lockSeconds > statementSeconds)
    throw new ConfigurationError(
      "DATABASE_LOCK_SECONDS",
      "must not be more than DATABASE_STATEMENT_SECONDS: a statement that waits is given up with it",
    );
  return { statementSeconds, lockSeconds };
};

const databaseOf = (values: Values) => {
  refuseAlone(values, "DATABASE_OWNER_URL", "DATABASE_URL");
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_PREPARE: prepare, DATABASE_POOL: pool } = values;
  return { url, ownerUrl, prepare, pool, patience: patienceOf(values) };
};

const shape = (values: Values) => {
  const production = values.NODE_ENV === "production";
  return {
    production,
    port: values.PORT,
    /** Reachable from this machine only, unless one has said otherwise or it runs in production. */
    host: values.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    /** Without a url: the embedded database in dataDir. */
    database: databaseOf(values),
    /** Without a secret: one is made and kept in dataDir. */
    token: { secret: values.TOKEN_SECRET, hours: values.TOKEN_HOURS },
    /** What the read ledger is kept with. Without: one is made and kept in dataDir. */
    ledgerKey: values.LEDGER_KEY,
    /** What values of grade IDENTITY are encrypted with. Null: keys made once and kept in dataDir. */
    encryption: encryptionOf(values),
    /** Null: everybody signs in here. */
    oidc: oidcOf(values),
    /** Proxies before it that say where a request came from (`x-forwarded-for`). */
    proxies: values.TRUST_PROXY,
    corsOrigins: values.CORS_ORIGINS ?? [],
    businessTimeZone: values.BUSINESS_TIME_ZONE,
    /** Whether whoever reads personal data has to say what for (SP4). */
    purposeRequired: values.PURPOSE === "required",
    /** SP10: every part another person, or two persons at least. */
    fourEyes: values.FOUR_EYES,
    /** Days for which a viewer's reports are held against each other; 0: each stands by itself. */
    reportMemoryDays: values.REPORT_MEMORY_DAYS,
    /** Whether operations nobody registered are answered. */
    operations: values.OPERATIONS,
    demoPassword: values.DEMO_PASSWORD,
    explorer: values.EXPLORER ?? !production,
    /** Whether a bug is answered with its message and place. */
    debugErrors: values.DEBUG_ERRORS === "1",
    limits: {
      bodyBytes: values.MAX_BODY_BYTES,
      importBytes: values.MAX_IMPORT_BYTES,
      depth: values.MAX_DEPTH,
      cost: values.MAX_COST,
      aliases: values.MAX_ALIASES,
      directives: values.MAX_DIRECTIVES,
    },
  } as const;
};

export type Config = ReturnType<typeof shape>;

/** Variables that are set win over the file. */
const withFile = (): Environment => {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw new ConfigurationError(".env", "cannot be read");
  }
  return process.env;
};

/**
 * The configuration of this process, from its environment and a `.env` file in the working directory. Empty is unset.
 *
 * @throws ConfigurationError naming the first variable that is wrong
 */
export const readConfig = (env: Environment = withFile()): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  const issue = parsed.error?.issues[0];
  if (issue) throw new ConfigurationError(String(issue.path[0]), issue.message);
  const values = parsed.data as Values;
  if (values.NODE_ENV === "production") refuseForProduction(values);
  return shape(values);
};
