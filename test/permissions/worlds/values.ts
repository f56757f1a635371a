import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Eyes } from "../oracle/expected.js";
import { cellOf } from "../oracle/policy.js";
import { existsFor } from "../oracle/relations.js";
import { idOf, type Stored } from "../oracle/stored.js";
import { FILTERABLE, ORDERABLE, REPORTED } from "../oracle/uses.js";
import type { Chance } from "./chance.js";

type Table = Parameters<typeof idOf>[0];

const GRADE = new Map([...FILTERABLE, ...ORDERABLE, ...REPORTED].map((one) => [`${one.type}.${one.name}`, one.grade]));
const TABLE_OF: Readonly<Record<string, Table>> = {
  CustomerFilter: "customer",
  InformationRecordFilter: "information_record",
  FinancialStatementFilter: "information_record",
  TransactionFilter: "information_record",
  VerificationTaskFilter: "verification_task",
  ConflictFilter: "conflict",
};
/** Filters, and what they look through: each of their fields is a condition. */
const FILTERS: ReadonlySet<string> = new Set([...Object.keys(TABLE_OF), "AccessEventFilter", "AccessReadFilter"]);
const NAMES: Readonly<Record<string, readonly [table: Table, column: string]>> = {
  customerId: ["customer", "id"],
  collectedById: ["account", "id"],
  assigneeId: ["account", "id"],
  accountId: ["account", "id"],
  branchCode: ["branch", "code"],
};
/** Whose ids an argument takes; else of anything. */
const IDS: Readonly<Record<string, readonly Table[]>> = {
  customer: ["customer"],
  creditProposal: ["customer"],
  explainAccess: ["customer"],
  informationRecord: ["information_record"],
  verificationTask: ["verification_task"],
};
const NODES: readonly Table[] =
  "customer information_record verification_task conflict consent major_event evidence branch account".split(
    " ",
  ) as Table[];
/** Whose rows are looked for by nobody's scope. */
const OF_NO_CUSTOMER: readonly Table[] = ["branch", "account", "evidence", "sharing_agreement"];
const LEAF: Readonly<Record<string, readonly unknown[]>> = {
  Date: ["2025-12-31", "2026-01-01", "2026-06-15", "2024-03-01"],
  DateTime: ["2026-01-01T00:00:00Z", "2025-06-30T16:00:00Z", "2026-06-29T08:30:00Z"],
  Decimal: ["1000000.5", "0", "5000000"],
  Boolean: [true, false],
  Int: [1, 2, 3, 5],
  String: ["A", "SH", "2026-01", "31", "440300"],
};
/** What a report may be filtered by, where no enumeration says it. */
const OF_REPORT: Readonly<Record<string, readonly string[]>> = {
  branch: ["SH", "BJ"],
  month: ["2026-01", "2026-06"],
  province: ["31", "44"],
  city: ["3101", "4403"],
  industrySection: ["C", "F"],
};
const SEARCHED = ["上海", "有限公司", "muyan", "SH-00", "科技", "szmy", "9132", "公司 sh"];
const COORDINATES = ["ContactRecord.mobile", "Customer.riskClass", "FinancialStatement.revenue", "Customer.name"];

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Values of arguments: taken from what is stored, as often as not from what the role may see. */
export class Values {
  #beyond = false;
  readonly #visible = new Map<Table, readonly Stored[]>();

  constructor(
    private readonly chance: Chance,
    private readonly eyes: Eyes,
  ) {}

  /** Whether the role may use it as it is used: mostly what is asked is what may be asked. */
  mayUse(coordinate: string): boolean {
    const grade = GRADE.get(coordinate);
    return grade === undefined || cellOf(this.eyes.role, grade) === "F";
  }

  rowOf(table: Table, fits: (row: Stored) => boolean = () => true): Stored {
    const all = this.eyes.world.all[table];
    const known = this.#visible.get(table) ?? all.filter((row) => this.#exists(table, row));
    this.#visible.set(table, known);
    const from = (known.length > 0 && this.chance.happens(0.85) ? known : all).filter(fits);
    return this.chance.pick(from.length > 0 ? from : all);
  }

  #exists(table: Table, row: Stored): boolean {
    if (OF_NO_CUSTOMER.includes(table)) return true;
    return existsFor(this.eyes, row);
  }

  idAt(root: string): string {
    const table = this.chance.pick(IDS[root] ?? NODES);
    return idOf(table, this.rowOf(table).id);
  }

  /** The value of an argument, of a field of the query or of a type. */
  argument(owner: string, name: string, type: GraphQLInputType): unknown {
    if (name === "search") return this.chance.pick(SEARCHED);
    if (name === "after" || name === "before") return "bm8gY3Vyc29yIG9mIG91cnM";
    if (name === "first" || name === "last") return 1 + this.chance.below(6);
    if (name === "code") return this.rowOf("customer").code;
    if (name === "coordinate") return this.chance.pick(COORDINATES);
    return this.#value(type, { owner, name }, 2);
  }

  #value(type: GraphQLInputType, at: { owner: string; name: string }, depth: number): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.#list(nullable.ofType, at, depth);
    const named = getNamedType(nullable);
    if (isInputObjectType(named)) return this.#object(named.name, Object.values(named.getFields()), depth, at);
    if (isEnumType(named)) {
      const names = named.getValues().map((value) => value.name);
      return this.#allowed(named.name, names);
    }
    if (named.name === "ID") return /JobI?d?$/.test(at.owner) ? crypto.randomUUID() : this.idAt(at.owner);
    const reported = named.name === "String" ? OF_REPORT[at.name] : undefined;
    return this.chance.pick(reported ?? LEAF[named.name] ?? ["A"]);
  }

  #list(type: GraphQLInputType, at: { owner: string; name: string }, depth: number): unknown[] {
    const most = at.name === "ids" || at.name === "measures" ? 4 : 2;
    const all = Array.from({ length: 1 + this.chance.below(most) }, () => this.#value(type, at, depth));
    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  }

  /** Another operation: it may use one thing that is closed to the role, so that nothing else would have it refused. */
  start(): void {
    this.#beyond = false;
  }

  /** Of names that are graded mostly those that may be used. */
  #allowed(type: string, names: readonly string[]): string {
    const nameOf = (name: string): string => `${type}.${name}`;
    const open = names.filter((name) => this.mayUse(nameOf(name)));
    const closed = names.filter((name) => !this.mayUse(nameOf(name)));
    const untried = closed.some((name) => this.chance.isNew(nameOf(name)));
    const beyond = closed.length > 0 && !this.#beyond && this.chance.happens(untried ? 0.4 : 0.15);
    if (beyond) this.#beyond = true;
    return this.chance.seldom(beyond || open.length === 0 ? closed : open, nameOf);
  }

  #object(type: string, fields: readonly GraphQLInputField[], depth: number, at: { owner: string }): unknown {
    if (FILTERS.has(type)) return this.#filter(type, fields, depth);
    const required = fields.filter((field) => isNonNullType(field.type));
    const optional = fields.filter((field) => !isNonNullType(field.type) && this.chance.happens(0.6));
    const open = optional.filter((field) => this.mayUse(`${type}.${field.name}`));
    const wanted =
      type === "StatisticsFilter" ? [this.#field(type, fields), this.#field(type, fields)] : [...required, ...open];
    return Object.fromEntries(
      wanted.map((field) => [field.name, this.#value(field.type, { owner: at.owner, name: field.name }, depth)]),
    );
  }

  #field(type: string, fields: readonly GraphQLInputField[]): GraphQLInputField {
    const name = this.#allowed(
      type,
      fields.map((field) => field.name),
    );
    return fields.find((field) => field.name === name) as GraphQLInputField;
  }

  #filter(type: string, fields: readonly GraphQLInputField[], depth: number): Record<string, unknown> {
    if (depth > 0 && fields.some(({ name }) => name === "and") && this.chance.happens(0.3)) {
      const inner = () => this.#filter(type, fields, depth - 1);
      const how = this.chance.pick(["and", "or", "not"]);
      return how === "not" ? { not: inner() } : { [how]: [inner(), inner()] };
    }
    const plain = fields.filter(({ name }) => !["and", "or", "not"].includes(name));
    const first = this.#field(type, plain);
    // What is closed stands alone: were it let pass, the rows would tell.
    const more = this.mayUse(`${type}.${first.name}`) ? this.chance.below(3) : 0;
    const open = plain.filter(({ name }) => this.mayUse(`${type}.${name}`));
    const picked = [first, ...Array.from({ length: more }, () => this.#field(type, open))];
    return Object.fromEntries(picked.map((field) => [field.name, this.#condition(type, field, depth)]));
  }

  #condition(type: string, field: GraphQLInputField, depth: number): unknown {
    const operators = getNamedType(field.type);
    if (!isInputObjectType(operators)) return this.#value(field.type, { owner: type, name: field.name }, depth);
    if (FILTERS.has(operators.name))
      return this.#filter(operators.name, Object.values(operators.getFields()), depth - 1);
    const isOpen = this.mayUse(`${type}.${field.name}`);
    const each = Object.values(operators.getFields()).filter(({ name }) => isOpen || name !== "isNull");
    const operator = this.chance.seldom(each, ({ name }) => `${operators.name}.${name}`);
    if (operator.name === "isNull") return { isNull: this.chance.happens(0.5) };
    const one = () => this.#stored(type, field.name, operator.type);
    return { [operator.name]: isListType(getNullableType(operator.type)) ? [one(), one()] : one() };
  }

  /** As it is stored somewhere, so that it is met. */
  #stored(type: string, field: string, operator: GraphQLInputType): unknown {
    const leaf = getNamedType(operator);
    const [table, column] = NAMES[field] ?? [TABLE_OF[type], snake(field)];
    const value = table && this.rowOf(table, (row) => row[column] != null)[column];
    if (isEnumType(leaf)) return leaf.getValue(String(value)) ? value : this.chance.pick(leaf.getValues()).name;
    if (leaf.name === "ID") return idOf(table ?? "customer", value ?? "");
    if (value == null) return this.chance.pick(LEAF[leaf.name] ?? ["A"]);
    if (leaf.name === "DateTime") return new Date(value).toISOString();
    return leaf.name === "Boolean" || leaf.name === "Int" ? value : String(value);
  }
}
