import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { informationRecord as r } from "../db/tables/index.js";
import { INFORMATION_CATEGORIES } from "../domain/category.js";
import type { CategoryCode } from "../domain/category-code.js";
import { CategoryCode as CATEGORIES } from "../domain/category-code.js";
import type { LimitBasis } from "../domain/credit-proposal.js";
import { namesOf } from "../domain/enumeration.js";
import { type LocalDate, yearsBetween } from "../domain/local-date.js";
import { isOperating } from "../domain/operating-status.js";
import type { CreditFacts } from "../domain/scorecard.js";

/** States in which the confirmations a record needs are there. */
const VERIFIED = ["VERIFIED", "APPROVED", "ARCHIVED"] as const;

const KEY_CATEGORIES = namesOf(CATEGORIES).filter((code) => INFORMATION_CATEGORIES[code].critical);

/** What of a record is weighed: no other column is read. */
const JUDGED = {
  establishedOn: r.establishedOn,
  operatingStatus: r.operatingStatus,
  litigationCount: r.litigationCount,
  totalAssets: r.totalAssets,
  totalLiabilities: r.totalLiabilities,
  equity: r.equity,
  revenue: r.revenue,
  netProfit: r.netProfit,
  operatingCashFlow: r.operatingCashFlow,
  currency: r.currency,
  audited: r.audited,
};

/** In force on the day, of a category: verified, and the newest. */
const newest = async (orm: Orm, customerId: string, category: CategoryCode, today: LocalDate) => {
  const holds = sql`${r.validFrom} <= ${today} and (${r.validTo} is null or ${r.validTo} > ${today})`;
  const [found] = await orm
    .select(JUDGED)
    .from(r)
    .where(and(eq(r.customerId, customerId), eq(r.category, category), inArray(r.status, [...VERIFIED]), holds))
    .orderBy(desc(sql`coalesce(${r.periodEnd}, ${r.validFrom})`), desc(r.recordedAt), desc(r.id))
    .limit(1);
  return found ?? null;
};

const ratio = (part: string | null, whole: string | null): number | null =>
  part === null || whole === null || Number(whole) <= 0 ? null : Number(part) / Number(whole);

const yearsSince = (day: string | null, today: LocalDate): number | null =>
  day === null ? null : yearsBetween(day as LocalDate, today);

interface Payments {
  readonly all: number;
  readonly judged: number;
  readonly inTime: number;
  readonly overdue: number | null;
  readonly disputed: number;
}

const { dueOn, settledOn, disputed: isDisputed } = r;

/** Of each transaction one record: what is in force goes before the correction of it that still waits. */
const transactionsOf = (orm: Orm, customerId: string) =>
  orm
    .selectDistinctOn([r.series], { dueOn, settledOn, disputed: isDisputed })
    .from(r)
    .where(and(eq(r.customerId, customerId), eq(r.category, "TRANSACTION"), inArray(r.status, [...VERIFIED])))
    .orderBy(r.series, r.standing, desc(r.recordedAt), desc(r.id))
    .as("transaction");

/** A transaction is judged once it is settled or due; one still open is overdue until today. */
const paymentsOf = async (orm: Orm, customerId: string, today: LocalDate): Promise<Payments> => {
  const t = transactionsOf(orm, customerId);
  const end = sql`coalesce(${t.settledOn}, ${today}::date)`;
  const judged = sql`${t.dueOn} is not null and (${t.settledOn} is not null or ${t.dueOn} < ${today}::date)`;
  const [row] = await orm
    .select({
      all: sql<string>`count(${t.disputed})`,
      judged: sql<string>`count(*) filter (where ${judged})`,
      inTime: sql<string>`count(*) filter (where ${judged} and ${end} <= ${t.dueOn})`,
      overdue: sql<string | null>`avg(greatest(0, ${end} - ${t.dueOn})) filter (where ${judged})`,
      disputed: sql<string>`count(*) filter (where ${t.disputed})`,
    })
    .from(t);
  const { all = "0", judged: count = "0", inTime = "0", overdue = null, disputed = "0" } = row ?? {};
  const mean = overdue === null ? null : Number(overdue);
  return { all: Number(all), judged: Number(count), inTime: Number(inTime), overdue: mean, disputed: Number(disputed) };
};

export interface KnownOfCustomer {
  readonly facts: CreditFacts;
  /** Every critical category has a record in force that has the confirmations it needs. */
  readonly keyDataVerified: boolean;
  readonly basis: LimitBasis | null;
}

type Found = NonNullable<Awaited<ReturnType<typeof newest>>> | null;

/** The newest verified record of each category that has one in force. */
interface Verified {
  readonly registration: Found;
  readonly operation: Found;
  readonly statement: Found;
  readonly payments: Payments;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const factsOf = ({ registration, operation, statement, payments }: Verified, today: LocalDate): CreditFacts => ({
  yearsInBusiness: yearsSince(registration?.establishedOn ?? null, today),
  registeredAsOperating: registration?.operatingStatus == null ? null : isOperating(registration.operatingStatus),
  leverage: ratio(statement?.totalLiabilities ?? null, statement?.totalAssets ?? null),
  netMargin: ratio(statement?.netProfit ?? null, statement?.revenue ?? null),
  cashFlowPositive: statement?.operatingCashFlow == null ? null : Number(statement.operatingCashFlow) > 0,
  audited: statement?.audited ?? null,
  openLawsuits: operation?.litigationCount ?? null,
  paidInTime: share(payments.inTime, payments.judged),
  meanDaysOverdue: payments.overdue,
  disputedShare: share(payments.disputed, payments.all),
});

const basisOf = (statement: Found): LimitBasis | null => {
  const { equity, revenue, currency } = statement ?? {};
  if (equity == null || revenue == null || currency == null) return null;
  return { equity: Number(equity), revenue: Number(revenue), currency };
};

/** What verified records say of a customer's credit; what none says is not known. */
export const creditFactsOf = async (orm: Orm, customerId: string, today: LocalDate): Promise<KnownOfCustomer> => {
  const verified = {
    registration: await newest(orm, customerId, "REGISTRATION", today),
    operation: await newest(orm, customerId, "OPERATION", today),
    statement: await newest(orm, customerId, "FINANCIAL", today),
    payments: await paymentsOf(orm, customerId, today),
  };
  const { operation, statement, payments } = verified;
  const known: Readonly<{ [C in CategoryCode]?: boolean }> = {
    OPERATION: operation !== null,
    FINANCIAL: statement !== null,
    TRANSACTION: payments.all > 0,
  };
  const keyDataVerified = KEY_CATEGORIES.every((code) => known[code] === true);
  return { facts: factsOf(verified, today), keyDataVerified, basis: basisOf(statement) };
};
