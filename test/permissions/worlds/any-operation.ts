import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
} from "graphql";
import type { Eyes } from "../oracle/expected.js";
import { MAY_ASK, MAY_CALL } from "../oracle/policy.js";
import { Chance } from "./chance.js";
import { INPUTS } from "./mutations.js";
import { type Given, type Operation, type Part, smaller } from "./operation.js";
import { Values } from "./values.js";

type Field = GraphQLField<unknown, unknown>;

/** Introspection has its own rules, and sign-ins are not undone with the world. */
const MAIN = ["customers", "informationRecords", "financialStatements", "verificationTasks", "customer", "nodes"];
const DEPTH = 4;
/** Fields of an operation: small ones are many. */
const FIELDS = 14;

const REPORT: readonly string[] = [
  "groups { keys { dimension value } values { measure currency value } hidden }",
  "suppressedGroups",
];

/** Operations over a schema as an account might send them; seldom what the account may not do. */
export class AnyOperation extends fc.Arbitrary<Operation> {
  #chance: Chance | undefined;
  #values: Values | undefined;
  #fields = 0;
  #aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly eyes: Eyes,
    private readonly met: (coordinate: string) => boolean,
  ) {
    super();
  }

  generate(random: fc.Random): fc.Value<Operation> {
    return new fc.Value(this.#operation(random), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return typeof value === "object" && value !== null && "parts" in value;
  }

  shrink(operation: Operation): fc.Stream<fc.Value<Operation>> {
    return fc.stream(smaller(operation)).map((less) => new fc.Value(less, undefined));
  }

  get #random(): Chance {
    if (this.#chance === undefined) throw new Error("not generating");
    return this.#chance;
  }

  #operation(random: fc.Random): Operation {
    this.#chance = this.#chance?.with(random) ?? new Chance(random, this.met);
    this.#values ??= new Values(this.#chance, this.eyes);
    this.#values.start();
    [this.#fields, this.#aliases] = [0, 0];
    const strict = this.#random.happens(0.03);
    if (this.#random.happens(0.14)) return { kind: "mutation", parts: [this.#mutation()], strict, csv: false };
    if (this.#random.happens(0.12)) return this.#report(strict);
    const parts = Array.from({ length: this.#random.happens(0.2) ? 2 : 1 }, () => this.#root());
    return { kind: "query", parts, strict, csv: false };
  }

  #fieldsOf(type: string): Field[] {
    return Object.values((this.schema.getType(type) as GraphQLObjectType).getFields());
  }

  #mutation(): Part {
    const mine = Object.keys(INPUTS).filter((name) => MAY_CALL[name]?.includes(this.eyes.role));
    const from = mine.length > 0 && this.#random.happens(0.9) ? mine : Object.keys(INPUTS);
    const name = this.#random.seldom(from, (each) => `Mutation.${each}`);
    const field = this.#fieldsOf("Mutation").find((each) => each.name === name) as Field;
    const making = { chance: this.#random, values: this.#values as Values, eyes: this.eyes };
    const value = INPUTS[name]?.(making) ?? null;
    const [argument] = field.args;
    const given =
      argument && value !== null ? [{ name: "input", type: String(argument.type), value, inVariable: true }] : [];
    return { type: "Mutation", field: name, given, below: this.#object(getNamedType(field.type).name, DEPTH - 1) };
  }

  /** Sometimes as a table, which is of one form. */
  #report(strict: boolean): Operation {
    const field = this.#fieldsOf("Query").find(({ name }) => name === "archiveStatistics") as Field;
    const csv = this.#random.happens(0.3);
    const plain = (fields: string): Part[] =>
      [...fields.matchAll(/(\w+)(?: \{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\})?/g)].map(([, name = "", below]) => ({
        type: "",
        field: name,
        given: [],
        below: below === undefined ? undefined : plain(below),
      }));
    const given = this.#given("Query", field).map((each) => ({ ...each, inVariable: true }));
    const below = csv ? plain(REPORT.join(" ")) : this.#object("ArchiveStatistics", DEPTH);
    return { kind: "query", parts: [{ type: "Query", field: field.name, given, below }], strict: strict && !csv, csv };
  }

  #root(): Part {
    const all = this.#fieldsOf("Query");
    const open = all.filter(({ name }) => MAY_ASK[name]?.includes(this.eyes.role) ?? true);
    const from = this.#random.happens(0.96) ? open : all;
    const main = from.filter(({ name }) => MAIN.includes(name));
    const field = this.#random.seldom(this.#random.happens(0.6) ? main : from, ({ name }) => `Query.${name}`);
    return { ...this.#part("Query", field, DEPTH), alias: `root${this.#aliases++}` };
  }

  #part(type: string, field: Field, depth: number): Part {
    this.#fields += 1;
    const given = this.#given(type, field);
    const named = getNamedType(field.type);
    const below = isLeafType(named) ? undefined : this.#object(named.name, depth - 1);
    // Whatever has arguments needs a name of its own, or two of one name could not stand together.
    const alias = field.args.length > 0 || this.#random.happens(0.1) ? `${field.name}${this.#aliases++}` : undefined;
    const when = this.#random.happens(0.05)
      ? { directive: this.#random.pick(["skip", "include"] as const), value: this.#random.happens(0.5) }
      : undefined;
    const fragment = this.#random.happens(0.06) ? this.#random.pick(["INLINE", "NAMED"] as const) : undefined;
    return { type, field: field.name, alias, given, when, below, fragment };
  }

  #given(type: string, field: Field): Given[] {
    return field.args.flatMap((argument) =>
      this.#isGiven(field, argument) ? [this.#argument(`${type}.${field.name}`, argument)] : [],
    );
  }

  #isGiven({ name: field, args }: Field, { name, type }: GraphQLArgument): boolean {
    if (isNonNullType(type)) return true;
    if (name === "code") return this.#random.happens(0.8);
    if (name === "id") return this.#random.happens(field === "customer" ? 0.25 : 0.9);
    const shares: Readonly<Record<string, number>> = {
      first: 0.85,
      last: 0.04,
      after: 0.02,
      before: 0.01,
      search: 0.25,
      asOf: 0.3,
      filter: 0.45,
      orderBy: 0.45,
    };
    return this.#random.happens(args.length > 0 ? (shares[name] ?? 0.5) : 0);
  }

  #argument(coordinate: string, { name, type }: GraphQLArgument): Given {
    const [, field = ""] = coordinate.split(".");
    const value = (this.#values as Values).argument(field, name, type);
    return { name, type: String(type), value, inVariable: this.#random.happens(0.5) };
  }

  #object(type: string, depth: number): Part[] {
    const named = this.schema.getType(type);
    if (type.endsWith("Connection")) return this.#connection(type, depth);
    if (type.endsWith("Edge")) return this.#edge(type, depth);
    const own = this.#someOf(type, depth);
    if (!isAbstractType(named)) return own;
    const types = this.schema.getPossibleTypes(named).map(({ name }) => name);
    const on = this.#random
      .some(types, 2, (name) => `on ${name}`)
      .flatMap((name) =>
        this.#someOf(name, depth).map((part): Part => {
          const fragment = this.#random.happens(0.5) ? "INLINE" : "NAMED";
          return { ...part, fragment, alias: part.alias ?? `${name}_${part.field}` };
        }),
      );
    return [...own, ...on];
  }

  /** A few fields of a type, mostly those seldom asked for. */
  #someOf(type: string, depth: number): Part[] {
    const all = this.#fieldsOf(type);
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const others = all.filter((field) => !leaves.includes(field));
    const nameOf = ({ name }: Field) => `${type}.${name}`;
    const isNew = (field: Field): boolean => this.#random.isNew(nameOf(field));
    const few = leaves.length > 0 ? this.#random.some([...leaves], 5, nameOf) : [];
    const more = leaves.filter((field) => isNew(field) && !few.includes(field)).slice(0, 6);
    const deeper = depth > 0 && others.length > 0 && (few.length === 0 || this.#fields < FIELDS);
    const related =
      deeper && (few.length === 0 || this.#random.happens(0.75)) ? this.#random.some(others, 2, nameOf) : [];
    const unseen = others.filter((field) => isNew(field) && !related.includes(field)).slice(0, depth > 0 ? 3 : 0);
    const parts = [
      ...[...few, ...more, ...related].map((field) => this.#part(type, field, depth)),
      ...unseen.map((field) => this.#part(type, field, 1)),
    ];
    return parts.length > 0 ? parts : [{ type, field: "__typename", given: [] }];
  }

  #edge(type: string, depth: number): Part[] {
    const fields = this.#fieldsOf(type).filter(({ name }) => name === "node" || this.#random.happens(0.6));
    return fields.map((field) => this.#part(type, field, depth));
  }

  #connection(type: string, depth: number): Part[] {
    const byName = new Map(this.#fieldsOf(type).map((field) => [field.name, field]));
    const part = (name: string): Part[] => {
      const field = byName.get(name);
      return field ? [this.#part(type, field, depth)] : [];
    };
    const rows = this.#random.pick([["nodes"], ["edges"], ["nodes"], ["nodes", "edges"]]);
    const count = this.#random.happens(0.6) ? ["totalCount"] : [];
    const info = this.#random.happens(0.5) ? ["pageInfo"] : [];
    return [...rows, ...count, ...info].flatMap(part);
  }
}
