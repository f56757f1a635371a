import { INDUSTRY_SECTIONS } from "../industry-section.js";
import { PROVINCES } from "../province.js";
import type { StatisticsDimension } from "./subject.js";

/** A name to show for a value that is a code. */
const labelOf = (dimension: StatisticsDimension, key: string, branches: ReadonlyMap<string, string>): string | null => {
  if (dimension === "PROVINCE") return PROVINCES[key] ?? null;
  if (dimension === "INDUSTRY_SECTION") return INDUSTRY_SECTIONS[key] ?? null;
  return dimension === "BRANCH" ? (branches.get(key) ?? null) : null;
};

export const labelledKeys = (
  groupBy: readonly StatisticsDimension[],
  keys: readonly (string | null)[],
  branches: ReadonlyMap<string, string>,
) =>
  groupBy.map((dimension, i) => {
    const value = keys[i] ?? null;
    return { dimension, value, label: value === null ? null : labelOf(dimension, value, branches) };
  });
