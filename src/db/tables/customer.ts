import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { type CreditRating, RISK_CLASS_OF, type RiskClass } from "../../domain/credit.js";
import { branch } from "./branch.js";
import { amount, id, instant, literals, version } from "./columns.js";
import { creditRating, customerKind, customerStatus, importance, riskClass } from "./enums.js";

const ratingsOf = (wanted: RiskClass) =>
  literals((Object.keys(RISK_CLASS_OF) as CreditRating[]).filter((rating) => RISK_CLASS_OF[rating] === wanted));

export const customer = pgTable(
  "customer",
  {
    id: id(),
    branchId: uuid("branch_id")
      .notNull()
      .references(() => branch.id),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    uscc: text("uscc"),
    kind: customerKind("kind").notNull(),
    importance: importance("importance").notNull(),
    status: customerStatus("status").notNull(),
    region: text("region"),
    industry: text("industry"),
    // Figures of the records in force, kept by the trigger `customer_figures` so that a list can be ordered by them
    // from an index. They never move version or updated_at, which are INTERNAL while these are not.
    creditRating: creditRating("credit_rating"),
    creditLimit: amount("credit_limit"),
    revenue: amount("revenue"),
    riskClass: riskClass("risk_class").generatedAlwaysAs(
      sql`case when credit_rating in (${ratingsOf("LOW")}) then 'LOW'::risk_class when credit_rating in (${ratingsOf("MEDIUM")}) then 'MEDIUM'::risk_class when credit_rating in (${ratingsOf("HIGH")}) then 'HIGH'::risk_class end`,
    ),
    version: version(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    unique("customer_uscc_per_branch").on(t.branchId, t.uscc),
    check("customer_code_form", sql`${t.code} ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'`),
    check("customer_name_given", sql`length(trim(${t.name})) > 0`),
    check("customer_region_form", sql`${t.region} ~ '^[0-9]{6}$'`),
    check("customer_industry_form", sql`${t.industry} ~ '^[A-T]([0-9]{2,4})?$'`),
    index("customer_name").on(t.name, t.id),
    index("customer_uscc").on(t.uscc, t.id),
    index("customer_kind").on(t.kind, t.id),
    index("customer_status").on(t.status, t.id),
    index("customer_importance").on(t.importance, t.id),
    index("customer_region").on(t.region, t.id),
    index("customer_industry").on(t.industry, t.id),
    index("customer_created").on(t.createdAt, t.id),
    index("customer_updated").on(t.updatedAt, t.id),
    index("customer_rating").on(t.creditRating, t.id),
    index("customer_limit").on(t.creditLimit, t.id),
    index("customer_revenue").on(t.revenue, t.id),
    index("customer_risk").on(t.riskClass, t.id),
    // Descending orders put null last, which an ascending index read backwards does not.
    index("customer_region_desc").on(t.region.desc().nullsLast(), t.id.desc().nullsFirst()),
    index("customer_rating_desc").on(t.creditRating.desc().nullsLast(), t.id.desc().nullsFirst()),
    index("customer_limit_desc").on(t.creditLimit.desc().nullsLast(), t.id.desc().nullsFirst()),
    index("customer_revenue_desc").on(t.revenue.desc().nullsLast(), t.id.desc().nullsFirst()),
    index("customer_risk_desc").on(t.riskClass.desc().nullsLast(), t.id.desc().nullsFirst()),
    index("customer_branch_code").on(t.branchId, t.code),
    index("customer_branch_name").on(t.branchId, t.name, t.id),
    index("customer_branch_created").on(t.branchId, t.createdAt, t.id),
  ],
);
