import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { SOLITARY_ROLES } from "../../auth/role.js";
import { branch } from "./branch.js";
import { id, instant, literals, version } from "./columns.js";
import { role, verificationMethod } from "./enums.js";

export const account = pgTable(
  "account",
  {
    id: id(),
    username: text("username").notNull().unique(),
    displayName: text("display_name").notNull(),
    /** argon2id in PHC form. */
    passwordHash: text("password_hash").notNull(),
    /** Until when a password somebody else has set lets its person choose another; null: it is their own. */
    oneTimeUntil: instant("one_time_until"),
    roles: role("roles").array().notNull(),
    branchId: uuid("branch_id").references(() => branch.id),
    /** Methods of verification this person is trained in (SP9). */
    qualifications: verificationMethod("qualifications").array().notNull().default(sql`'{}'`),
    /** Made by the demo data: refused in production. */
    demo: boolean("demo").notNull().default(false),
    /** Whom an OpenID provider knows this account as; null: it signs in here only. */
    identityIssuer: text("identity_issuer"),
    identitySubject: text("identity_subject"),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    index("account_branch").on(t.branchId),
    unique("account_identity").on(t.identityIssuer, t.identitySubject),
    check("account_identity_whole", sql`(${t.identityIssuer} is null) = (${t.identitySubject} is null)`),
    check("account_has_role", sql`cardinality(${t.roles}) > 0`),
    check(
      "account_solitary_role",
      sql`cardinality(${t.roles}) = 1 or not ${t.roles} && array[${literals(SOLITARY_ROLES)}]::role[]`,
    ),
  ],
);

/** One sign-in: ended by logout, by expiry, or by what happens to the account. */
export const session = pgTable(
  "session",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    role: role("role").notNull(),
    /** Of the token of a reporting tool; null: somebody signed in with a password. */
    name: text("name"),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("session_account").on(t.accountId)],
);
