import { pgTable, text } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.js";

export const branch = pgTable("branch", {
  id: id(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
});
