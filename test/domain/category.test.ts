import { getTableColumns } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { CONTENT_COLUMNS, REQUIRED_CONTENT } from "../../src/db/tables/content/index.js";
import { informationRecord } from "../../src/db/tables/index.js";
import { INFORMATION_CATEGORIES } from "../../src/domain/category.js";
import type { CategoryCode } from "../../src/domain/category-code.js";
import { CONTENT_FORMS } from "../../src/domain/content.js";

const columns = getTableColumns(informationRecord) as Record<string, { name: string; generated: unknown }>;
const CODES = Object.keys(INFORMATION_CATEGORIES) as CategoryCode[];
/** Money carries its currency in the API, and keeps it in a column of its own in the database. */
const OF_MONEY = ["registeredCapitalCurrency", "amountCurrency", "creditLimitCurrency"];
/** What the database makes of another column, or is written with one that is encrypted. */
const isMadeOf = (key: string): boolean => columns[key]?.generated !== undefined || /(Masked|Lookup)$/.test(key);

describe.each(CODES)("the category %s", (code) => {
  const stored = Object.keys(CONTENT_COLUMNS[code]()).filter((key) => !isMadeOf(key));
  const { fields, ...category } = INFORMATION_CATEGORIES[code];

  it("says how every column of its own is written", () => expect(Object.keys(CONTENT_FORMS[code])).toEqual(stored));

  it("names every field, the currency of money aside", () =>
    expect(fields.map(({ name }) => name)).toEqual(stored.filter((key) => !OF_MONEY.includes(key))));

  it("requires whatever the database cannot do without", () => {
    const required = fields.filter((field) => field.required).map(({ name }) => columns[name]?.name);
    const needed = REQUIRED_CONTENT[code].filter((name) => !name.endsWith("_currency"));
    expect(required).toEqual(expect.arrayContaining([...needed]));
  });

  it("has two confirmations when it is critical, and critical fields when it has any", () => {
    expect(category.minimumConfirmations >= 2).toBe(category.critical);
    expect(fields.some(({ critical }) => critical)).toBe(category.minimumConfirmations > 0);
  });
});
