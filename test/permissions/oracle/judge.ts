import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
} from "graphql";
import type { Disclosed } from "../../support/archive.js";
import { type Ask, isAsked, keyOf } from "./ask.js";
import { type Eyes, expectedLeaf, expectedMoney, type Place, shownAt, UNKNOWN } from "./expected.js";
import { CATEGORIES, CATEGORY_OF_TYPE, clauseOf, gradeAt, levelAt, rowsOf } from "./policy.js";
import { relatedTo } from "./relations.js";
import type { Stored } from "./stored.js";

// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Json = any;

interface Asked {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
}

const appliesTo = ({ schema }: Asked, condition: string | undefined, type: string): boolean => {
  if (condition === undefined || condition === type) return true;
  const [abstract, object] = [schema.getType(condition), schema.getType(type)];
  return isAbstractType(abstract) && isObjectType(object) && schema.isSubType(abstract, object);
};

/** What is asked of a concrete type, by response key, selections of one key together. */
const asksOf = (asked: Asked, asks: readonly Ask[], type: string): Ask[] => {
  const merged = new Map<string, Ask>();
  for (const ask of asks) {
    if (!appliesTo(asked, ask.on, type) || !isAsked(ask, asked.variables)) continue;
    const known = merged.get(keyOf(ask));
    const inner = [...(known?.asks ?? []), ...(ask.asks ?? [])];
    merged.set(keyOf(ask), { ...ask, ...(ask.asks ? { asks: inner } : {}) });
  }
  return [...merged.values()];
};

const fieldType = ({ schema }: Asked, type: string, field: string): GraphQLOutputType => {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (found === undefined) throw new Error(`there is no ${type}.${field}`);
  return found.type;
};

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** Relations that stay in the category of what they start from. */
const STAYS = new Set(
  "corrects supersedes supersededBy observedRecord records record source screening evidence verificationTasks tasks findings".split(
    " ",
  ),
);

const typesOf = (
  { schema }: Asked,
  type: GraphQLNamedType,
  field: string,
  categories: readonly string[],
): readonly string[] => {
  if (!isAbstractType(type)) return [type.name];
  const all = schema.getPossibleTypes(type).map(({ name }) => name);
  return STAYS.has(field) ? all.filter((name) => categories.includes(CATEGORY_OF_TYPE[name] ?? "")) : all;
};

/** What has to stand in `extensions.disclosures`: every place asked that is not shown in full. */
export const expectedDisclosures = (asked: Asked, role: string, roots: readonly Ask[], root = "Query"): Disclosed[] => {
  const found = new Map<string, Disclosed>();
  const walk = (type: string, asks: readonly Ask[], path: string, inherited: readonly string[]): void => {
    const own = CATEGORY_OF_TYPE[type];
    const categories = own ? [own] : inherited;
    for (const ask of asksOf(asked, asks, type)) {
      if (ask.field === "__typename") continue;
      const here = path === "" ? keyOf(ask) : `${path}.${keyOf(ask)}`;
      const coordinate = `${type}.${ask.field}`;
      if (type !== root) {
        const level = levelAt(role, coordinate, categories);
        const { grade } = gradeAt(coordinate);
        const entry = { path: here, coordinate, level, grade, clause: clauseOf(grade) };
        if (level !== "FULL") found.set(`${here} ${coordinate}`, entry);
      }
      const declared = fieldType(asked, type, ask.field);
      const below = STAYS.has(ask.field) ? categories : CATEGORIES;
      for (const each of ask.asks ? typesOf(asked, getNamedType(declared), ask.field, categories) : [])
        walk(each, ask.asks ?? [], isList(declared) ? `${here}.@` : here, below);
    }
  };
  walk(root, roots, "", CATEGORIES);
  return [...found.values()];
};

const isConnection = (type: string): boolean => type.endsWith("Connection");

/** Types that hold no rows of their own: what they say is looked at, not looked up. */
const PLAIN = new Set(["Completeness", "MissingItem", "InformationCategory", "CategoryField", "PageInfo", "Viewer"]);

/** Compares an answer with what is stored and with the policy; every difference is a sentence. */
export class Judge {
  readonly #wrong: string[] = [];
  /** `Type.field FULL`, and so on. */
  readonly seen = new Set<string>();

  constructor(
    private readonly eyes: Eyes,
    private readonly asked: Asked,
  ) {}

  /** The differences found. */
  of(data: Json, asks: readonly Ask[], root = "Query"): readonly string[] {
    for (const ask of asksOf(this.asked, asks, root)) {
      const declared = fieldType(this.asked, root, ask.field);
      this.#rootOf(data[keyOf(ask)], declared, ask, keyOf(ask));
    }
    return this.#wrong;
  }

  #rootOf(value: Json, declared: GraphQLOutputType, ask: Ask, path: string): void {
    const type = getNamedType(declared).name;
    if (value === null || PLAIN.has(type)) return;
    if (isConnection(type)) {
      this.#page(value, type, ask, path, null);
      return;
    }
    if (Array.isArray(value)) {
      value.forEach((each) => {
        this.#object(each, ask, `${path}.@`);
      });
      return;
    }
    this.#object(value, ask, path);
  }

  #say(path: string, what: string): void {
    this.#wrong.push(`${path}: ${what}`);
  }

  #same(path: string, is: unknown, expected: unknown): void {
    const [a, b] = [JSON.stringify(is), JSON.stringify(expected)];
    if (expected !== UNKNOWN && a !== b) this.#say(path, `is ${a}, should be ${b}`);
  }

  /** A page of rows, expected to be the first of `rows` where these are known. */
  #page(value: Json, type: string, ask: Ask, path: string, rows: readonly Stored[] | null): void {
    for (const part of asksOf(this.asked, ask.asks ?? [], type)) {
      const here = `${path}.${keyOf(part)}`;
      const given = value[keyOf(part)];
      if (part.field === "totalCount" && rows && !ask.args?.includes("filter")) this.#same(here, given, rows.length);
      const nodes =
        part.field === "edges" ? asksOf(this.asked, part.asks ?? [], type.replace(/Connection$/, "Edge")) : [];
      if (part.field === "nodes") this.#rows(given, part, here, rows, ask.args);
      for (const node of nodes.filter(({ field }) => field === "node")) {
        const inner = given.map((edge: Json) => edge[keyOf(node)]);
        this.#rows(inner, node, `${here}.@.${keyOf(node)}`, rows, ask.args);
      }
    }
  }

  #rows(given: Json[], ask: Ask, path: string, rows: readonly Stored[] | null, args = ""): void {
    if (rows) {
      const size = Number(/first: (\d+)/.exec(args)?.[1] ?? 20);
      const known = given.map((each) => this.eyes.world.row(each.id).id);
      const ordered = /orderBy|filter/.test(args);
      if (ordered)
        this.#same(
          path,
          known.filter((id) => !rows.some((row) => row.id === id)),
          [],
        );
      else
        this.#same(
          path,
          known,
          rows.slice(0, size).map(({ id }) => id),
        );
    }
    for (const each of given) this.#object(each, ask, `${path}.@`);
  }

  #object(value: Json, ask: Ask, path: string, row?: Stored): void {
    if (value === null) return;
    const type = value.__typename;
    if (PLAIN.has(type) || type === undefined) return;
    const found = row ?? this.eyes.world.row(value.id);
    this.#inScope(found, type, path);
    for (const each of asksOf(this.asked, ask.asks ?? [], type))
      this.#field(value[keyOf(each)], { type, row: found }, each, `${path}.${keyOf(each)}`);
  }

  #inScope(row: Stored, type: string, path: string): void {
    if (rowsOf(this.eyes.role) === "all" || type === "Person" || type === "Branch") return;
    const { world, accountId } = this.eyes;
    const customerId = type === "Customer" ? row.id : row.customer_id;
    const mine = world.all.account.find(({ id }) => id === accountId)?.branch_id;
    if (rowsOf(this.eyes.role) === "none" || world.customer(customerId).branch_id !== mine)
      this.#say(path, "is a row out of scope");
  }

  #field(value: Json, place: Place, ask: Ask, path: string): void {
    if (ask.field === "__typename") return;
    const declared = fieldType(this.asked, place.type, ask.field);
    const type = getNamedType(declared);
    this.seen.add(`${place.type}.${ask.field} ${shownAt(this.eyes, place, ask.field)}`);
    if (type.name === "Money") {
      this.#money(value, place, ask, path);
      return;
    }
    if (ask.field === "id") {
      this.#same(path, this.eyes.world.row(value).id, place.row.id);
      return;
    }
    if (type.name === "InformationCategory") return;
    if (ask.asks === undefined) {
      this.#same(path, value, expectedLeaf(this.eyes, place, ask.field));
      return;
    }
    if (PLAIN.has(type.name)) return;
    if (ask.field === "source") {
      this.#object(value, ask, path, place.row);
      return;
    }
    this.#related(value, place, ask, path, declared);
  }

  #money(value: Json, place: Place, ask: Ask, path: string): void {
    const expected = expectedMoney(this.eyes, place, ask.field);
    if (value === null || expected === null) {
      this.#same(path, value, expected);
      return;
    }
    for (const part of asksOf(this.asked, ask.asks ?? [], "Money"))
      if (part.field !== "__typename") this.#same(`${path}.${keyOf(part)}`, value[keyOf(part)], expected[part.field]);
  }

  #related(value: Json, place: Place, ask: Ask, path: string, declared: GraphQLOutputType): void {
    const rows = relatedTo(this.eyes, place, ask.field);
    const type = getNamedType(declared).name;
    if (isConnection(type)) {
      this.#page(value, type, ask, path, rows);
      return;
    }
    if (!isList(declared)) {
      this.#same(`${path} (is there)`, value !== null, rows !== null && rows.length > 0);
      if (value !== null && rows?.[0]) this.#object(value, ask, path, rows[0]);
      return;
    }
    if (value === null || rows === null) {
      this.#same(path, value, rows);
      return;
    }
    this.#same(`${path} (rows)`, value.length, rows.length);
    value.forEach((each: Json, i: number) => {
      const row = rows[i];
      if (row) this.#object(each, ask, `${path}.@`, row);
    });
  }
}
