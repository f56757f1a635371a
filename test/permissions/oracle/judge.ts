import { type GraphQLOutputType, getNamedType } from "graphql";
import { type Ask, keyOf } from "./ask.js";
import { type Asked, asksOf, fieldType, isList } from "./asked.js";
import { type Eyes, expectedLeaf, expectedMoney, type Place, shownAt, UNKNOWN } from "./expected.js";
import { PLAIN } from "./plain.js";
import { levelAt } from "./policy.js";
import { existsFor, relatedTo } from "./relations.js";
import type { Stored } from "./stored.js";

// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Json = any;

/** Differences between what is answered and what should be, as sentences. */
type Wrong = readonly string[];

const same = (path: string, is: unknown, expected: unknown): Wrong => {
  const [a, b] = [JSON.stringify(is), JSON.stringify(expected)];
  return expected === UNKNOWN || a === b ? [] : [`${path}: is ${a}, should be ${b}`];
};

const isConnection = (type: string): boolean => type.endsWith("Connection");

/** Compares an answer with what is stored and with the policy, value by value. */
export class Judge {
  /** What was compared: `Type.field FULL`, and so on. */
  readonly seen = new Set<string>();

  constructor(
    private readonly eyes: Eyes,
    private readonly asked: Asked,
  ) {}

  of(data: Json, roots: readonly Ask[]): Wrong {
    return asksOf(this.asked, roots, "Query").flatMap((ask) =>
      this.#root(data[keyOf(ask)], fieldType(this.asked, "Query", ask.field), ask, keyOf(ask)),
    );
  }

  #root(value: Json, declared: GraphQLOutputType, ask: Ask, path: string): Wrong {
    const type = getNamedType(declared).name;
    if (value === null) return [];
    if (isConnection(type)) return this.#page(value, type, ask, path, null);
    return this.#each(value, ask, path);
  }

  /** A page of rows: the first of `rows`, where these are known. */
  #page(value: Json, type: string, ask: Ask, path: string, rows: readonly Stored[] | null): Wrong {
    return asksOf(this.asked, ask.asks ?? [], type).flatMap((part) => {
      const here = `${path}.${keyOf(part)}`;
      const given = value[keyOf(part)];
      if (part.field === "nodes") return this.#rows(given, part, here, rows, ask.args);
      if (part.field === "edges") return this.#edges(given, part, here, type, rows, ask.args);
      const counted = part.field === "totalCount" && rows && !ask.args?.includes("filter");
      return counted ? same(here, given, rows.length) : [];
    });
  }

  #edges(given: Json[], part: Ask, path: string, type: string, rows: readonly Stored[] | null, args?: string): Wrong {
    return asksOf(this.asked, part.asks ?? [], type.replace(/Connection$/, "Edge"))
      .filter(({ field }) => field === "node")
      .flatMap((node) => {
        const inner = given.map((edge) => edge[keyOf(node)]);
        return this.#rows(inner, node, `${path}.@.${keyOf(node)}`, rows, args);
      });
  }

  #rows(given: Json[], ask: Ask, path: string, rows: readonly Stored[] | null, args = ""): Wrong {
    const wrong = given.flatMap((each) => this.#object(each, ask, `${path}.@`));
    return rows ? [...this.#membership(given, path, rows, args), ...wrong] : wrong;
  }

  #membership(given: Json[], path: string, rows: readonly Stored[], args: string): Wrong {
    const ids = given.map((each) => this.eyes.world.row(each.id).id);
    const strangers = ids.filter((id) => !rows.some((row) => row.id === id));
    if (/orderBy|filter/.test(args)) return same(path, strangers, []);
    const size = Number(/first: (\d+)/.exec(args)?.[1] ?? 20);
    const first = rows.slice(0, size).map(({ id }) => id);
    return same(path, ids, first);
  }

  #object(value: Json, ask: Ask, path: string, known?: Stored): Wrong {
    const type = value?.__typename;
    if (type === undefined) return [];
    if (PLAIN.has(type)) return this.#plain(value, type, ask, path);
    const row = known ?? this.eyes.world.row(value.id);
    const fields = asksOf(this.asked, ask.asks ?? [], type).flatMap((each) =>
      this.#field(value[keyOf(each)], { type, row }, each, `${path}.${keyOf(each)}`),
    );
    return this.#isInScope(type, row) ? fields : [`${path}: is a row out of scope`, ...fields];
  }

  #each(value: Json, ask: Ask, path: string): Wrong {
    if (value === null) return [];
    return Array.isArray(value)
      ? value.flatMap((each) => this.#object(each, ask, `${path}.@`))
      : this.#object(value, ask, path);
  }

  #plain(value: Json, type: string, ask: Ask, path: string): Wrong {
    return asksOf(this.asked, ask.asks ?? [], type).flatMap((each) => {
      const [given, here] = [value[keyOf(each)], `${path}.${keyOf(each)}`];
      if (each.field === "__typename") return [];
      const level = levelAt(this.eyes.role, `${type}.${each.field}`);
      if (level === "DENIED") return same(here, given, null);
      return each.asks ? this.#each(given, each, here) : [];
    });
  }

  #isInScope(type: string, row: Stored): boolean {
    return type === "Person" || type === "Branch" || existsFor(this.eyes, row);
  }

  #field(value: Json, place: Place, ask: Ask, path: string): Wrong {
    if (ask.field === "__typename") return [];
    const declared = fieldType(this.asked, place.type, ask.field);
    const { name } = getNamedType(declared);
    this.seen.add(`${place.type}.${ask.field} ${shownAt(this.eyes, place, ask.field)}`);
    if (name === "Money") return this.#money(value, place, ask, path);
    if (ask.field === "id") return same(path, this.eyes.world.row(value).id, place.row.id);
    if (name === "InformationCategory" && "code" in value) return same(`${path}.code`, value.code, place.row.category);
    if (ask.asks === undefined) return same(path, value, expectedLeaf(this.eyes, place, ask.field));
    if (PLAIN.has(name)) return this.#each(value, ask, path);
    if (ask.field === "source") return this.#object(value, ask, path, place.row);
    return this.#related(value, place, ask, path, declared);
  }

  #money(value: Json, place: Place, ask: Ask, path: string): Wrong {
    const expected = expectedMoney(this.eyes, place, ask.field);
    if (value === null || expected === null) return same(path, value, expected);
    return asksOf(this.asked, ask.asks ?? [], "Money")
      .filter(({ field }) => field !== "__typename")
      .flatMap((part) => same(`${path}.${keyOf(part)}`, value[keyOf(part)], expected[part.field]));
  }

  #related(value: Json, place: Place, ask: Ask, path: string, declared: GraphQLOutputType): Wrong {
    const rows = relatedTo(this.eyes, place, ask.field);
    const type = getNamedType(declared).name;
    if (isConnection(type)) return this.#page(value, type, ask, path, rows);
    if (!isList(declared)) return this.#one(value, ask, path, rows?.[0]);
    if (value === null || rows === null) return same(path, value, rows);
    const objects = rows.flatMap((row, i) => this.#object(value[i], ask, `${path}.@`, row));
    return [...same(`${path} (rows)`, value.length, rows.length), ...objects];
  }

  #one(value: Json, ask: Ask, path: string, row: Stored | undefined): Wrong {
    const there = same(`${path} (is there)`, value !== null, row !== undefined);
    return value === null || row === undefined ? there : [...there, ...this.#object(value, ask, path, row)];
  }
}
