import { boolean, date, integer, numeric, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

// The tables of the archive as somebody would declare them who has these types alone: `select *` reads no column of
// another category, and no masked twin.

export const customer = pgTable("customer", {
  id: uuid("id").primaryKey(),
  branchId: uuid("branch_id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  uscc: text("uscc"),
  kind: text("kind").notNull(),
  importance: text("importance").notNull(),
  status: text("status").notNull(),
  region: text("region"),
  industry: text("industry"),
  riskClass: text("risk_class"),
  version: integer("version").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
});

export const branch = pgTable("branch", {
  id: uuid("id").primaryKey(),
  code: text("code").notNull(),
  name: text("name").notNull(),
});

export const account = pgTable("account", {
  id: uuid("id").primaryKey(),
  displayName: text("display_name").notNull(),
});

const amount = (name: string) => numeric(name, { precision: 24, scale: 4 });

export const statement = pgTable("information_record", {
  id: uuid("id").primaryKey(),
  customerId: uuid("customer_id").notNull(),
  category: text("category").notNull(),
  status: text("status").notNull(),
  collectedBy: uuid("collected_by").notNull(),
  collectedAt: timestamp("collected_at", { withTimezone: true }).notNull(),
  validFrom: date("valid_from").notNull(),
  validTo: date("valid_to"),
  recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
  periodStart: date("period_start").notNull(),
  periodEnd: date("period_end").notNull(),
  totalAssets: amount("total_assets"),
  totalLiabilities: amount("total_liabilities"),
  equity: amount("equity"),
  revenue: amount("revenue"),
  netProfit: amount("net_profit"),
  currency: text("currency"),
  audited: boolean("audited"),
  auditor: text("auditor"),
});
