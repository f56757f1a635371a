import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  parse,
  validate,
} from "graphql";
import { type Ask, printDocument } from "./ask.js";
import { identity } from "./whole.js";

/** A stream of numbers in [0, 1), the same for the same seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const CONDITIONS = ["c0", "c1", "c2"] as const;
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  "Customer.financialStatements": ["PERIOD_END", "RECORDED_AT"],
};

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** Operations nobody thought of: aliases, fragments, conditions and relations over each other, from a seed. */
export class AnyQuery {
  readonly #random: () => number;
  #aliases = 0;
  #fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    seed: number,
    /** Values for arguments that name rows. */
    private readonly ids: { readonly nodes: readonly string[]; readonly codes: readonly string[] },
  ) {
    this.#random = randomFrom(seed);
  }

  get variables(): Record<string, boolean> {
    return Object.fromEntries(CONDITIONS.map((name) => [name, this.#random() < 0.7]));
  }

  /** Chance may ask for what GraphQL does not allow: one key for values of two types. Then it is asked again. */
  roots(): Ask[] {
    const roots = this.#roots();
    return validate(this.schema, parse(printDocument(roots))).length === 0 ? roots : this.roots();
  }

  #roots(): Ask[] {
    this.#aliases = 0;
    this.#fields = 0;
    return Array.from({ length: 1 + this.#below(2) }, (_, i) => ({ ...this.#root(), alias: `root${i}` }));
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#below(from.length)] as T;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #root(): Ask {
    const size = `first: ${1 + this.#below(6)}`;
    const page = (field: string): Ask => ({ field, args: size, asks: this.#page(field) });
    const node = (id: string) => JSON.stringify(id);
    const ids = Array.from({ length: 1 + this.#below(5) }, () => this.#pick(this.ids.nodes));
    return this.#pick<() => Ask>([
      () => page("customers"),
      () => page("informationRecords"),
      () => page("financialStatements"),
      () => page("verificationTasks"),
      () => page("conflicts"),
      () => ({
        field: "customer",
        args: `code: ${node(this.#pick(this.ids.codes))}`,
        asks: this.#object("Customer", 4),
      }),
      () => ({ field: "nodes", args: `ids: ${JSON.stringify(ids)}`, asks: this.#object("Node", 4) }),
      () => ({ field: "node", args: `id: ${node(ids[0] ?? "")}`, asks: this.#object("Node", 4) }),
    ])();
  }

  #page(root: string): Ask[] {
    const { type } = this.#fieldsOf("Query")[root] as GraphQLField<unknown, unknown>;
    return this.#connection(getNamedType(type).name, 4);
  }

  #connection(type: string, depth: number): Ask[] {
    const row = getNamedType((this.#fieldsOf(type).nodes as GraphQLField<unknown, unknown>).type).name;
    const edge: Ask = {
      field: "edges",
      asks: [{ field: "node", asks: this.#object(row, depth) }, { field: "cursor" }],
    };
    const nodes: Ask = { field: "nodes", asks: this.#object(row, depth) };
    const parts = this.#pick([[nodes], [edge], [nodes, edge]]);
    return this.#chance(0.3) ? [...parts, { field: "totalCount" }] : parts;
  }

  #fieldsOf(type: string): Readonly<Record<string, GraphQLField<unknown, unknown>>> {
    return (this.schema.getType(type) as Composite).getFields();
  }

  /** Fields of a type, of the types it may be, and of fragments that are repeated with something else in them. */
  #object(type: string, depth: number): Ask[] {
    const composite = this.schema.getType(type) as Composite;
    const types = isAbstractType(composite) ? this.schema.getPossibleTypes(composite).map(({ name }) => name) : [];
    const own = Array.from({ length: 1 + this.#below(5) }, () => this.#field(type, depth));
    const onTypes = types
      .filter(() => this.#chance(0.4))
      .flatMap((name) => Array.from({ length: 1 + this.#below(3) }, () => ({ ...this.#field(name, depth), on: name })));
    return [...identity(this.schema, type), ...own, ...onTypes].flatMap((ask) => ask ?? []);
  }

  #field(type: string, depth: number): Ask {
    const all = Object.values(this.#fieldsOf(type));
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)) || this.#isValue(field));
    const relations = all.filter((field) => !leaves.includes(field));
    const deeper = depth > 0 && this.#fields < 120 && relations.length > 0 && this.#chance(0.5);
    const field = this.#pick(deeper ? relations : leaves);
    this.#fields += 1;
    return this.#dressed(type, field, depth);
  }

  #isValue(field: GraphQLField<unknown, unknown>): boolean {
    return ["Money", "Completeness", "InformationCategory"].includes(getNamedType(field.type).name);
  }

  /** With an alias, a condition, arguments, as chance has it. Two of one name need an alias where they have arguments. */
  #dressed(type: string, field: GraphQLField<unknown, unknown>, depth: number): Ask {
    const { name } = field;
    const paged = field.args.some((argument) => argument.name === "first");
    const aliased = name !== "id" && (paged || this.#aliases < 30) && this.#chance(paged ? 0.7 : 0.25);
    // The same alias for the same thing: what is asked under it twice has to be put together.
    const alias = aliased ? `${name}${paged ? this.#aliases++ : this.#below(2)}` : undefined;
    const args = paged && (aliased || this.#chance(0.5)) ? this.#arguments(`${type}.${name}`, aliased) : undefined;
    const when =
      name !== "id" && this.#chance(0.15)
        ? ({ directive: this.#chance(0.5) ? "skip" : "include", variable: this.#pick(CONDITIONS) } as const)
        : undefined;
    return { field: name, alias, args, when, asks: this.#inner(field, depth) };
  }

  #arguments(coordinate: string, aliased: boolean): string | undefined {
    if (!aliased) return undefined;
    const orders = ORDERS[coordinate];
    const order = orders && this.#chance(0.4) ? `, orderBy: [{ field: ${this.#pick(orders)}, direction: ASC }]` : "";
    return `first: ${1 + this.#below(4)}${order}`;
  }

  #inner(field: GraphQLField<unknown, unknown>, depth: number): Ask[] | undefined {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return undefined;
    if (type.name === "Money") return ["amount", "currency", "band"].map((name) => ({ field: name }));
    if (type.name === "Completeness") return [{ field: "score" }];
    if (type.name === "InformationCategory") return [{ field: "code" }];
    return type.name.endsWith("Connection")
      ? this.#connection(type.name, depth - 1)
      : this.#object(type.name, depth - 1);
  }
}
