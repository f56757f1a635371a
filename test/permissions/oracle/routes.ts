import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Ask } from "./ask.js";
import { gradeOf } from "./inputs.js";
import { MAY_ASK } from "./policy.js";
import { argumentsOf, sampleOf } from "./samples.js";

export type Root = "Query" | "Mutation";

/** A coordinate an operation uses other than by showing it. */
export interface Used {
  readonly coordinate: string;
  readonly use: string;
}

/** The shortest operation that asks for a coordinate, or asks with it. */
export interface Route {
  readonly root: Root;
  /** The field of the root it begins at. */
  readonly field: string;
  readonly asks: readonly Ask[];
  readonly uses: readonly Used[];
  /** Whether it asks for a coordinate with nothing that may be left out: then it has to be answered. */
  readonly plain: boolean;
}

interface Step {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** Whether the type is one of several that may stand there. */
  readonly among: boolean;
}

interface Way {
  readonly steps: readonly Step[];
  readonly among: boolean;
  readonly cost: number;
}

const OPEN = ["PUBLIC", "INTERNAL", "CARRIED"];

/** Ways that everybody may go come before those that are for a few, and asking before writing. */
const costOf = (type: string, field: string): number => {
  if (type === "Mutation") return 1000;
  if (type === "Query" && field in MAY_ASK) return 100;
  return OPEN.includes(gradeOf(`${type}.${field}`)) ? 1 : 30;
};

const waysTo = (schema: GraphQLSchema): ReadonlyMap<string, Way> => {
  const ways = new Map<string, Way>([
    ["Query", { steps: [], among: false, cost: 0 }],
    ["Mutation", { steps: [], among: false, cost: 0 }],
  ]);
  const open = ["Query", "Mutation"];
  for (let type = open.shift(); type !== undefined; type = open.shift()) {
    const way = ways.get(type) as Way;
    for (const field of Object.values((schema.getType(type) as GraphQLObjectType).getFields())) {
      const named = getNamedType(field.type);
      const targets = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
      const cost = way.cost + costOf(type, field.name);
      for (const { name } of targets) {
        if ((ways.get(name)?.cost ?? Number.POSITIVE_INFINITY) <= cost) continue;
        ways.set(name, {
          steps: [...way.steps, { type, field, among: way.among }],
          among: isAbstractType(named),
          cost,
        });
        open.push(name);
      }
    }
  }
  return ways;
};

const USE_OF: Readonly<Record<string, string>> = {
  filter: "filter",
  orderBy: "order",
  search: "search",
  after: "cursor",
  before: "cursor",
  input: "write",
};

const REPORT: Readonly<Record<string, string>> = {
  "Query.archiveStatistics(input:)": "aggregate",
  "ArchiveStatisticsInput.groupBy": "group",
  "ArchiveStatisticsInput.measures": "aggregate",
  "ArchiveStatisticsInput.filter": "filter",
};

const GRADED = /(OrderField|^StatisticsDimension|^StatisticsMeasure)$/;

/** Everything a value uses, whatever of it was asked for. */
const usesIn = (type: GraphQLInputType, value: unknown, use: string): Used[] => {
  if (isNonNullType(type)) return usesIn(type.ofType, value, use);
  if (isListType(type)) return (value as unknown[]).flatMap((each) => usesIn(type.ofType, each, use));
  if (isEnumType(type)) return GRADED.test(type.name) ? [{ coordinate: `${type.name}.${value}`, use }] : [];
  if (!isInputObjectType(type)) return [];
  return Object.entries(value as object).flatMap(([name, inner]) => {
    const coordinate = `${type.name}.${name}`;
    const here = REPORT[coordinate] ?? use;
    const field = type.getFields()[name];
    return [{ coordinate, use: here }, ...(field ? usesIn(field.type, inner, here) : [])];
  });
};

const listed = (type: GraphQLInputType, value: unknown): unknown => {
  if (isNonNullType(type)) return listed(type.ofType, value);
  return isListType(type) ? [listed(type.ofType, value)] : value;
};

const MOST_WITHIN = 4;

/** Where an input may be given: an argument, and the fields within it that lead there. */
interface Entry {
  readonly type: string;
  readonly field: string;
  readonly argument: string;
  readonly within: readonly { readonly input: GraphQLInputObjectType; readonly field: string }[];
  /** What weighs on the way: of ways that weigh the same one is enough. */
  readonly grades: readonly string[];
  readonly cost: number;
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

const isCovered = (known: readonly Entry[], entry: Entry): boolean =>
  known.some(({ grades, cost }) => cost <= entry.cost && grades.every((grade) => entry.grades.includes(grade)));

export class Routes {
  readonly #ways: ReadonlyMap<string, Way>;
  readonly #entries: Entries;

  /** @param id an id of a row, where one is asked for */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly id: string,
  ) {
    this.#ways = waysTo(schema);
    this.#entries = this.#entriesOf();
  }

  /** None to what no operation can name: the fields of interfaces, which are asked of the types they stand for. */
  to(coordinate: string): Route[] {
    const [, type = "", name = "", argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
    if (this.#ways.has(type)) return [argument ? this.#with(type, name, argument) : this.#route(type, name, {})];
    const named = this.schema.getType(type);
    const entries = this.#entries.get(type) ?? [];
    return entries.map((entry) => (isEnumType(named) ? this.#given(entry, name) : this.#given(entry, undefined, name)));
  }

  #with(type: string, field: string, argument: string): Route {
    const declared = this.#field(type, field).args.find(({ name }) => name === argument);
    if (declared === undefined) throw new Error(`there is no ${type}.${field}(${argument}:)`);
    return this.#route(type, field, { [argument]: sampleOf(declared.type, this.id, argument) });
  }

  /** With a value at the end of an entry: a value of an enum, or an input object with one of its fields. */
  #given({ type, field, argument, within }: Entry, value: unknown, name?: string): Route {
    const inner = [...within].reverse();
    const last = inner[0];
    const declared = this.#field(type, field).args.find((each) => each.name === argument);
    if (declared === undefined) throw new Error("no such argument");
    const typeOfEnd = last ? last.input.getFields()[last.field]?.type : declared.type;
    if (typeOfEnd === undefined) throw new Error("no such input");
    let given: unknown = value ?? this.#object(getNamedType(typeOfEnd) as GraphQLInputObjectType, name ?? "");
    given = listed(typeOfEnd, given);
    for (const [i, step] of inner.entries()) {
      const object = { ...(sampleOf(step.input, this.id) as object), [step.field]: given };
      const outer = inner[i + 1];
      const holder = outer ? outer.input.getFields()[outer.field]?.type : declared.type;
      given = holder ? listed(holder, object) : object;
    }
    return this.#route(type, field, { [argument]: given });
  }

  #object(type: GraphQLInputObjectType, name: string): object {
    const field = type.getFields()[name];
    if (field === undefined) throw new Error(`there is no ${type.name}.${name}`);
    return { ...(sampleOf(type, this.id) as object), [name]: sampleOf(field.type, this.id, name) };
  }

  #field(type: string, name: string): GraphQLField<unknown, unknown> {
    const field = (this.schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (field === undefined) throw new Error(`there is no ${type}.${name}`);
    return field;
  }

  #route(type: string, name: string, given: Readonly<Record<string, unknown>>): Route {
    const way = this.#ways.get(type) as Way;
    const steps: Step[] = [...way.steps, { type, field: this.#field(type, name), among: way.among }];
    const uses: Used[] = [];
    let asks: Ask[] | undefined;
    for (const [i, step] of [...steps].reverse().entries()) {
      const { field, among } = step;
      const values = i === 0 ? given : {};
      const args = argumentsOf(field.args, values, this.id);
      uses.push(...this.#usesOf(step, values));
      const inner = asks ?? (isCompositeType(getNamedType(field.type)) ? [{ field: "__typename" }] : undefined);
      asks = [
        { field: field.name, ...(args && { args }), ...(inner && { asks: inner }), ...(among && { on: step.type }) },
      ];
    }
    const [first] = steps;
    return {
      root: first?.type as Root,
      field: first?.field.name ?? "",
      asks: asks ?? [],
      uses,
      plain: Object.keys(given).length === 0,
    };
  }

  #usesOf({ type, field }: Step, given: Readonly<Record<string, unknown>>): Used[] {
    return field.args.flatMap((argument) => {
      const required = isNonNullType(argument.type);
      if (!(argument.name in given) && !required && argument.defaultValue === undefined) return [];
      const coordinate = `${type}.${field.name}(${argument.name}:)`;
      const use = REPORT[coordinate] ?? USE_OF[argument.name] ?? "filter";
      const value = given[argument.name] ?? argument.defaultValue ?? sampleOf(argument.type, this.id, argument.name);
      return [{ coordinate, use }, ...usesIn(argument.type, value, use)];
    });
  }

  #entriesOf(): Entries {
    const entries = new Map<string, Entry[]>();
    const open: (readonly [type: string, entry: Entry])[] = [];
    const offer = (type: GraphQLInputType, entry: Entry): void => {
      const named = getNamedType(type);
      if (!isInputObjectType(named) && !(isEnumType(named) && GRADED.test(named.name))) return;
      const known = entries.get(named.name) ?? [];
      if (isCovered(known, entry)) return;
      entries.set(named.name, [...known.filter((other) => !isCovered([entry], other)), entry]);
      open.push([named.name, entry]);
    };
    for (const [type, way] of this.#ways)
      for (const { name: field, args } of Object.values((this.schema.getType(type) as GraphQLObjectType).getFields()))
        for (const argument of args) {
          const cost = way.cost + costOf(type, field);
          offer(argument.type, { type, field, argument: argument.name, within: [], grades: [], cost });
        }
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [name, entry] = next;
      const input = this.schema.getType(name);
      if (!isInputObjectType(input) || entry.within.length > MOST_WITHIN) continue;
      for (const field of Object.values(input.getFields())) {
        const grade = gradeOf(`${name}.${field.name}`);
        const grades = OPEN.includes(grade) ? entry.grades : [...entry.grades, grade];
        offer(field.type, {
          ...entry,
          within: [...entry.within, { input, field: field.name }],
          grades,
          cost: entry.cost + 1,
        });
      }
    }
    return entries;
  }
}
