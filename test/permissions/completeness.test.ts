import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeUnsealed } from "../support/unsealed.js";
import { levelAt, ROLES, rowsOf } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import type { Stored } from "./oracle/stored.js";

/** Emptied in what is in force: a field of each grade that a checklist expects. */
const EMPTIED = [
  "premises",
  "mobile",
  "position",
  "employees",
  "litigation_count",
  "main_revenue",
  "performance",
  "industry",
];

/** What is expected of an important enterprise, as the policy grades it. */
const EXPECTED: Readonly<Record<string, string>> = {
  RegistrationRecord:
    "legalName uscc legalRepresentative registeredCapital establishedOn companyType registrationRegion registeredAddress businessScope industry operatingStatus",
  ContactRecord: "personName position mobile email",
  OperationRecord: "premises mainProducts mainMarkets operatingState litigationCount employees",
  TransactionRecord: "contractNumber occurredOn dueOn amount settledAmount disputed performance",
  CreditAssessment: "rating score creditLimit paymentTermDays validUntil rationale scorecardVersion",
  FinancialStatement:
    "periodStart periodEnd totalAssets totalLiabilities equity revenue mainRevenue profitBeforeTax netProfit taxPaid guaranteesGiven operatingCashFlow currency audited",
};

const CATEGORY: Readonly<Record<string, string>> = {
  RegistrationRecord: "REGISTRATION",
  ContactRecord: "CONTACT",
  OperationRecord: "OPERATION",
  TransactionRecord: "TRANSACTION",
  CreditAssessment: "CREDIT",
  FinancialStatement: "FINANCIAL",
};

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const QUERY = `{ customers(first: 100, filter: { kind: { eq: ENTERPRISE }, importance: { eq: A } }) {
  nodes { code completeness { score missing { category field mutation } } } } }`;

interface Told {
  readonly code: string;
  readonly completeness: {
    readonly score: number;
    readonly missing: readonly { readonly category: string; readonly field: string | null }[];
  };
}

let scene: Scene;
let told: ReadonlyMap<string, readonly Told[]>;

const inForceOf = (customer: Stored, category: string): Stored[] =>
  scene.world.all.information_record.filter(
    (row) =>
      row.customer_id === customer.id &&
      row.category === category &&
      row.standing === 0 &&
      row.status === "ARCHIVED" &&
      row.valid_from <= "2026-06-30" &&
      (row.valid_to === null || row.valid_to > "2026-06-30"),
  );

const customerOf = (code: string): Stored => {
  const found = scene.world.all.customer.find((row) => row.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

const isEmpty = (rows: readonly Stored[], field: string): boolean => rows.every((row) => row[snake(field)] === null);

const missingFor = (role: string, code: string): string[] =>
  Object.entries(EXPECTED).flatMap(([type, fields]) => {
    const rows = inForceOf(customerOf(code), CATEGORY[type] ?? "");
    if (rows.length === 0) return [`${CATEGORY[type]} null`];
    const named = fields
      .split(" ")
      .filter((field) => levelAt(role, `${type}.${field}`) === "FULL" && isEmpty(rows, field));
    return named.map((field) => `${CATEGORY[type]} ${field}`);
  });

const scoreOf = (code: string): number => {
  const shares = Object.entries(EXPECTED).map(([type, fields]) => {
    const rows = inForceOf(customerOf(code), CATEGORY[type] ?? "");
    const open = fields.split(" ").filter((field) => levelAt("AUDITOR", `${type}.${field}`) === "FULL");
    if (rows.length === 0 || open.length === 0) return rows.length === 0 ? 0 : 1;
    return open.filter((field) => !isEmpty(rows, field)).length / open.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

beforeAll(async () => {
  const { archive, reread } = await openScene();
  await writeUnsealed(archive.database, (session) =>
    session.rows(
      `update information_record set ${EMPTIED.map((column) => `${column} = null`).join(", ")}
       where standing = 0 and customer_id in
         (select id from customer where kind = 'ENTERPRISE' and importance = 'A' order by code limit 12)`,
      [],
    ),
  );
  scene = await reread();
  const asked = ROLES.filter((role) => rowsOf(role) !== "none").map(async (role): Promise<[string, Told[]]> => {
    const { data } = await archive.ask(role.toLowerCase(), QUERY);
    return [role, data.customers.nodes];
  });
  told = new Map(await Promise.all(asked));
});
afterAll(() => scene.archive.close());

describe.each(ROLES.filter((role) => rowsOf(role) !== "none"))("%s", (role) => {
  it("is told of every category what is missing, and of fields only those it sees in full", () => {
    const customers = told.get(role) ?? [];
    expect(customers.length).toBeGreaterThan(0);
    for (const { code, completeness } of customers) {
      const missing = completeness.missing.map(({ category, field }) => `${category} ${field}`);
      expect([code, ...missing.sort()]).toEqual([code, ...missingFor(role, code).sort()]);
    }
  });

  it("is told the score everybody is told: it counts nothing that somebody may not see", () => {
    for (const { code, completeness } of told.get(role) ?? [])
      expect([code, completeness.score]).toEqual([code, expect.closeTo(scoreOf(code), 9)]);
  });
});

describe("what was emptied", () => {
  const named = (role: string): Set<string> =>
    new Set(
      (told.get(role) ?? []).flatMap(({ completeness }) => completeness.missing.flatMap(({ field }) => field ?? [])),
    );

  it("is named to a reviewer, whatever its grade", () =>
    expect([...named("REVIEWER")]).toEqual(
      expect.arrayContaining([
        "premises",
        "mobile",
        "position",
        "employees",
        "litigationCount",
        "mainRevenue",
        "performance",
      ]),
    ));

  it("is named to an auditor only where anybody may know it", () => {
    expect(named("AUDITOR")).toContain("premises");
    for (const field of ["mobile", "position", "employees", "litigationCount", "mainRevenue", "performance"])
      expect(named("AUDITOR")).not.toContain(field);
  });
});

describe("the statement behind it", () => {
  it("names no column that the role may not see in full", async () => {
    scene.archive.sent();
    await scene.archive.ask("auditor", QUERY);
    const sent = scene.archive.sent().join("\n");
    for (const column of ["mobile", "employees", "main_revenue", "performance", "person_name"])
      expect(sent).not.toContain(`"${column}"`);
    expect(sent).toContain('"premises"');
  });
});
