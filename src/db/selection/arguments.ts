import { type FieldNode, type GraphQLArgument, getArgumentValues } from "graphql";
import { type AskedField, everyField } from "../../auth/asked.js";
import { Refusal } from "../../domain/refusal.js";
import { FilterReader, type Named } from "./filter-reader.js";
import { stepsOf } from "./keyset.js";
import { LISTS } from "./lists.js";
import { PLACE } from "./ranked.js";
import { bindSearch } from "./search.js";
import type { ListName } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import {
  type Bound,
  type ListOrder,
  type ListTemplate,
  type OrderStep,
  orderName,
  type Template,
  Values,
} from "./template.js";

/** Arguments of one field, coerced. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of every field of an operation: what they make of the statements, and the values they put in. */
export interface BoundArguments {
  /** Of each root: requests with the same key share its statement. */
  readonly keys: ReadonlyMap<AskedField, string>;
  readonly lists: ReadonlyMap<FieldNode, ListTemplate>;
  readonly values: Values;
}

/** What reading arguments needs of the request. */
export interface Reading {
  openCursor(list: string, order: string, cursor: string): (string | null)[] | null;
  /** @throws Refusal when an id is none, or of another type */
  storedFor(named: Named, given: string): string;
}

const MAX_PAGE = 100;
/** Rows of a page that names no size. */
export const DEFAULT_PAGE = 20;
const MOST_ORDERS = 4;
/** Each is a condition of a statement, which is made, sent and planned: a list in `in` is one. */
const MOST_CONDITIONS = 500;

class Reader {
  readonly values = new Values();

  readonly #filters: FilterReader;

  constructor(private readonly reading: Reading) {
    this.#filters = new FilterReader(this.values, reading.storedFor);
  }

  list(name: ListName, definitions: readonly GraphQLArgument[], given: Arguments): ListTemplate {
    const orderBy = ordersOf(given.orderBy);
    const order = { orderBy, ranked: given.search != null && orderBy.length === 0 };
    const filterType = definitions.find((argument) => argument.name === "filter")?.type;
    return {
      ...order,
      filter: filterType && given.filter != null ? this.#filters.read(filterType, given.filter) : null,
      search: this.search(given.search),
      backward: given.last != null,
      size: sizeOf(given),
      after: this.bound(name, order, "after", given.after),
      before: this.bound(name, order, "before", given.before),
    };
  }

  private search(given: unknown): ListTemplate["search"] {
    if (given == null) return null;
    return bindSearch(String(given), this.values);
  }

  private bound(list: ListName, order: ListOrder, name: string, given: unknown): Bound | null {
    if (given == null) return null;
    const opened = this.reading.openCursor(list, orderName(order), String(given));
    const length = order.ranked ? PLACE.length : stepsOf(LISTS[list], order.orderBy).length;
    if (opened === null || opened.length !== length) {
      throw new Refusal(
        "BAD_USER_INPUT",
        `${name}: not a cursor of this list, in this order and role; take one from its pageInfo or edges.`,
      );
    }
    return opened.map((value) => (value === null ? null : this.values.add(value)));
  }
}

const ordersOf = (given: unknown): OrderStep[] => {
  const steps = (given ?? []) as OrderStep[];
  if (steps.length > MOST_ORDERS) throw new Refusal("BAD_USER_INPUT", `orderBy: at most ${MOST_ORDERS} steps.`);
  if (new Set(steps.map((step) => step.field)).size < steps.length) {
    throw new Refusal("BAD_USER_INPUT", "orderBy: a field can be ordered by once.");
  }
  return steps.map(({ field, direction }) => ({ field, direction }));
};

/** Rows of a page. @throws Refusal when it is not 1 to 100, or both ends are named */
const sizeOf = ({ first, last }: Arguments): number => {
  if (first != null && last != null) throw new Refusal("BAD_USER_INPUT", "first and last: name one of the two.");
  const [name, size] = last != null ? ["last", last] : ["first", first ?? DEFAULT_PAGE];
  if (typeof size !== "number" || size < 1 || size > MAX_PAGE) {
    throw new Refusal("BAD_USER_INPUT", `${name}: a page has 1 to ${MAX_PAGE} rows.`, { limit: MAX_PAGE });
  }
  return size;
};

const listOf = (field: AskedField): ListName | undefined => {
  const [parent = ""] = field.coordinate.split(".");
  if (parent === "Query") return field.name in LISTS ? (field.name as ListName) : undefined;
  const shape = SHAPES[parent as keyof typeof SHAPES]?.fields[field.name];
  return shape?.kind === "connection" ? shape.list : undefined;
};

/** Fragments on two types may ask one place for two pages (GraphQL 5.3.2 allows it): one statement reads them both. */
const refuseAnother = (asked: Map<string, string>, path: string, given: string): void => {
  const known = asked.get(path) ?? given;
  if (known !== given)
    throw new Refusal(
      "BAD_USER_INPUT",
      `${path}: asked for twice with different arguments; give one of the two an alias.`,
    );
  asked.set(path, given);
};

const conditionsIn = (template: Template): number => {
  if (template === null) return 0;
  if (Array.isArray(template)) return template.reduce((sum: number, each) => sum + conditionsIn(each), 0);
  return "fields" in template ? conditionsIn(Object.values(template.fields)) : 1;
};

/** Counted wherever they are asked for: a variable, or a fragment, may bring the same ones to many places. */
const refuseMoreConditions = (conditions: number): void => {
  if (conditions <= MOST_CONDITIONS) return;
  const [of, limit] = ["condition count of filters", MOST_CONDITIONS];
  throw new Refusal("LIMIT_EXCEEDED", `The operation exceeds a ${of} of ${limit}.`, { of, limit });
};

/**
 * Reads the arguments of every list an operation asks for.
 *
 * @throws Refusal BAD_USER_INPUT naming the argument and what would be right; LIMIT_EXCEEDED for too many conditions
 */
export const bindLists = (
  roots: readonly AskedField[],
  variables: Readonly<Record<string, unknown>>,
  reading: Reading,
): BoundArguments => {
  const reader = new Reader(reading);
  const lists = new Map<FieldNode, ListTemplate>();
  const asked = new Map<string, string>();
  let conditions = 0;
  const read = (field: AskedField, name: ListName): ListTemplate => {
    const given = getArgumentValues(field.definition, field.node, variables);
    refuseAnother(asked, field.path, JSON.stringify(given));
    const list = lists.get(field.node) ?? reader.list(name, field.definition.args, given);
    lists.set(field.node, list);
    conditions += conditionsIn(list.filter);
    refuseMoreConditions(conditions);
    return list;
  };
  const keyOf = (root: AskedField): string => {
    const below = [...everyField([root])].map((field) => [field, listOf(field)] as const);
    return JSON.stringify(below.flatMap(([field, name]) => (name === undefined ? [] : [read(field, name)])));
  };
  const keys = new Map(roots.map((root) => [root, keyOf(root)]));
  return { keys, lists, values: reader.values };
};
