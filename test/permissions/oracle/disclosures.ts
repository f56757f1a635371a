import { getNamedType, isAbstractType } from "graphql";
import type { Disclosed } from "../../support/archive.js";
import { type Ask, keyOf } from "./ask.js";
import { type Asked, asksOf, fieldType, isList } from "./asked.js";
import { CATEGORIES, CATEGORY_OF_TYPE, clauseOf, gradeAt, levelAt, levelOfText, textsAt } from "./policy.js";

/** What stays in the category it starts from: relations within a series, and texts about a record. */
const STAYS = new Set([
  ..."corrects supersedes supersededBy observedRecord records record".split(" "),
  ..."source screening evidence verificationTasks tasks findings".split(" "),
]);

/** What may stand behind a field: of which types, and of records of which categories it tells. */
export const behind = (
  { schema }: Asked,
  name: string,
  field: string,
  categories: readonly string[],
): { readonly types: readonly string[]; readonly categories: readonly string[] } => {
  const below = STAYS.has(field) ? categories : CATEGORIES;
  const type = schema.getType(name);
  if (!isAbstractType(type)) return { types: [name], categories: below };
  const all = schema.getPossibleTypes(type).map((each) => each.name);
  const types = STAYS.has(field) ? all.filter((each) => categories.includes(CATEGORY_OF_TYPE[each] ?? "")) : all;
  return { types, categories: below };
};

/** What has to stand in `extensions.disclosures`: every place asked that is not shown in full, once. */
export const expectedDisclosures = (
  asked: Asked,
  role: string,
  roots: readonly Ask[],
  root: "Query" | "Mutation" = "Query",
): Disclosed[] => {
  const found = new Map<string, Disclosed>();
  const note = (path: string, coordinate: string, categories: readonly string[]): void => {
    const level = levelAt(role, coordinate, categories);
    const { grade } = gradeAt(coordinate);
    if (level === "FULL") return;
    const texts = textsAt(coordinate, categories)
      .map((text) => ({ category: text.category, field: text.field, level: levelOfText(role, text) }))
      .filter((text) => text.level !== "FULL");
    const ofTexts = grade === "RECORD" ? { texts } : {};
    found.set(`${path} ${coordinate}`, { path, coordinate, level, grade, clause: clauseOf(grade), ...ofTexts });
  };
  const walk = (type: string, asks: readonly Ask[], path: string, inherited: readonly string[]): void => {
    const own = CATEGORY_OF_TYPE[type];
    const categories = own ? [own] : inherited;
    for (const ask of asksOf(asked, asks, type)) {
      if (ask.field === "__typename") continue;
      const here = path === "" ? keyOf(ask) : `${path}.${keyOf(ask)}`;
      if (type !== root) note(here, `${type}.${ask.field}`, categories);
      const declared = fieldType(asked, type, ask.field);
      if (ask.asks === undefined) continue;
      const next = behind(asked, getNamedType(declared).name, ask.field, categories);
      for (const each of next.types) walk(each, ask.asks, isList(declared) ? `${here}.@` : here, next.categories);
    }
  };
  walk(root, roots, "", CATEGORIES);
  return [...found.values()];
};
