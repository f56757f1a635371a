import { type SQL, sql } from "drizzle-orm";
import { customer } from "../tables/customer.js";
import type { Row } from "./row.js";
import { value } from "./row.js";

/** What a search is compared with: lower case, the wildcards of LIKE taken literally. */
export const searchPattern = (search: string): string => `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

/** Any part of name, code or USCC, Chinese included; PUBLIC columns only, served by a trigram index. */
export const searchSql = (row: Row, at: string): SQL => sql`${row.of(customer.searchText)} like ${value(at, "text")}`;
