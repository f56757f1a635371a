import { sql } from "drizzle-orm";
import { type AnyPgColumn, type CheckBuilder, check } from "drizzle-orm/pg-core";
import type { CategoryCode } from "../../../domain/category-code.js";
import { CONTENT_COLUMNS, REQUIRED_CONTENT } from "./index.js";

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** A record carries its own category's columns and no other's; required ones are present unless it was erased. */
export const contentChecks = (columns: Record<string, AnyPgColumn>): CheckBuilder[] =>
  (Object.keys(CONTENT_COLUMNS) as CategoryCode[]).flatMap((category) => {
    const own = Object.keys(CONTENT_COLUMNS[category]()).flatMap((key) => columns[key] ?? []);
    const stored = own.filter((column) => column.generated === undefined).map((column) => column.name);
    const code = category.toLowerCase();
    return [
      check(`record_${code}_foreign`, sql.raw(`category = '${category}' or num_nonnulls(${quoted(stored)}) = 0`)),
      check(
        `record_${code}_required`,
        sql.raw(
          `category <> '${category}' or status = 'ERASED' or num_nulls(${quoted(REQUIRED_CONTENT[category])}) = 0`,
        ),
      ),
    ];
  });
