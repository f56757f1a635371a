import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { instant } from "./columns.js";
import { purpose } from "./enums.js";

/** What a collector has to tell a person before collecting for a purpose 告知书 (SP4). A new text is a new version. */
export const notice = pgTable(
  "notice",
  {
    purpose: purpose("purpose").notNull(),
    version: integer("version").notNull(),
    textZh: text("text_zh").notNull(),
    textEn: text("text_en").notNull(),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => account.id),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.purpose, t.version] }),
    check("notice_version", sql`${t.version} > 0`),
    check("notice_says_something", sql`${t.textZh} <> '' and ${t.textEn} <> ''`),
  ],
);
