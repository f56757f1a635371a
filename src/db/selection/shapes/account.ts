import { sql } from "drizzle-orm";
import { account, session } from "../../tables/account.js";
import { branch } from "../../tables/branch.js";
import { leaf, nodeId } from "../leaves.js";
import type { Shape } from "../shape.js";

/** An account, as those see it who administer accounts: it is no customer's. */
export const ACCOUNT: Shape = {
  table: account,
  inBranch: () => sql`true`,
  ofNoCustomer: true,
  fields: {
    id: nodeId("Person", account.id),
    username: leaf(account.username),
    displayName: leaf(account.displayName),
    roles: leaf(account.roles),
    qualifications: leaf(account.qualifications),
    identityIssuer: leaf(account.identityIssuer),
    identitySubject: leaf(account.identitySubject),
    disabledAt: leaf(account.disabledAt),
    oneTimeUntil: leaf(account.oneTimeUntil),
    createdAt: leaf(account.createdAt),
    version: leaf(account.version),
    branch: {
      kind: "one",
      shape: "Branch",
      where: (row, parent) => sql`${row.of(branch.id)} = ${parent.of(account.branchId)}`,
    },
    tokens: {
      kind: "many",
      shape: "AccessToken",
      where: (row, parent) =>
        sql`${row.of(session.accountId)} = ${parent.of(account.id)} and ${row.of(session.name)} is not null`,
      order: (row) => sql`${row.of(session.createdAt)} desc, ${row.of(session.id)}`,
    },
  },
};

/** A token of a reporting tool: what is known of it, never the token. */
export const ACCESS_TOKEN: Shape = {
  table: session,
  inBranch: () => sql`true`,
  ofNoCustomer: true,
  fields: {
    id: leaf(session.id),
    name: leaf(session.name),
    createdAt: leaf(session.createdAt),
    expiresAt: leaf(session.expiresAt),
    revokedAt: leaf(session.revokedAt),
  },
};

/** What a mutation of an account answers: built over the account's own row. */
export const ACCOUNT_PAYLOAD: Shape = {
  ...ACCOUNT,
  fields: {
    account: {
      kind: "one",
      shape: "Account",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(account.id)}`,
    },
  },
};
