import DataLoader from "dataloader";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { AccessPlan } from "../../auth/access-plan.js";
import type { AskedField } from "../../auth/asked.js";
import type { CursorCodec } from "../../auth/cursor.js";
import { scopeOf } from "../../auth/scope.js";
import { isViewer, type Principal } from "../../auth/viewer.js";
import type { Database, Session } from "../database.js";
import { customer } from "../tables/customer.js";
import type { BoundArguments } from "./arguments.js";
import type { Finishing } from "./compilation.js";
import type { ConnectionPage } from "./connection-page.js";
import { LISTS } from "./lists.js";
import type { ListName, ShapeName } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import { compileByKey, compileList, type Statement } from "./statement.js";
import type { StatementCache } from "./statement-cache.js";

/** The moment of a bitemporal question: `knownAt` null is now. */
export interface Moment {
  readonly validAt: string;
  readonly knownAt: string | null;
}

export interface ReadsOptions {
  readonly database: Database;
  readonly principal: Principal;
  readonly plan: AccessPlan;
  readonly bound: BoundArguments;
  readonly statements: StatementCache;
  readonly cursors: CursorCodec;
  readonly now: Date;
  readonly today: string;
  /** Gathers the customers whose rows are read. */
  readonly touched: Set<string>;
  /** Gathers the coordinates of texts that were not shown in full; null where nobody wants all or nothing. */
  readonly withheld: Set<string> | null;
}

type Json = Record<string, unknown>;

/** What cursors are sealed for: another role, list or order does not open them. */
export const cursorPurpose = (role: string | null, list: string, order: string): string => `${role} ${list} ${order}`;

const KEYS = {
  id: (shape: ShapeName): PgColumn => (SHAPES[shape].table as unknown as { id: PgColumn }).id,
  code: (): PgColumn => customer.code,
} as const;

const TYPE_OF = { id: "uuid", code: "text" } as const;

/** How an operation reads: every root becomes one statement, under the plan and the scope of who asks. */
export class Reads {
  readonly #loaders = new Map<string, DataLoader<string, Json | null>>();
  readonly #finishing: Finishing;
  readonly #values: Json;

  constructor(private readonly options: ReadsOptions) {
    const { bound, cursors, plan, principal, now, today, touched, withheld } = options;
    const scope = scopeOf(principal);
    const viewer = isViewer(principal) ? principal.accountId : null;
    this.#values = {
      ...bound.values.all,
      viewer,
      branch: scope.rows === "BRANCH" ? scope.branchId : null,
      now: now.toISOString(),
      today,
    };
    this.#finishing = {
      touch: (ids) => {
        for (const id of ids) if (id !== null) touched.add(id);
      },
      withhold: (coordinate) => withheld?.add(coordinate),
      sealCursor: (list, order, values) => cursors.seal(cursorPurpose(plan.role, list, order), values),
    };
  }

  /** A root list. */
  async list(name: ListName, responseKey: string): Promise<ConnectionPage> {
    const field = this.#root(responseKey);
    const shape = SHAPES[LISTS[name].shape];
    const compile = () => compileList(this.#compiling(), name, shape, field);
    const statement = this.#statement(field, "list", compile);
    const [row = {}] = await this.#run(statement, {});
    return row.data as ConnectionPage;
  }

  /** One row by its key, or null where it does not exist for the viewer. Looked up at once, rows share a statement. */
  find(shape: ShapeName, responseKey: string, by: "id" | "code", key: string, moment?: Moment): Promise<Json | null> {
    const loader = `${shape} ${responseKey} ${by} ${moment?.knownAt === null} ${moment?.validAt}`;
    const found = this.#loaders.get(loader) ?? this.#loader(shape, this.#root(responseKey), by, moment);
    this.#loaders.set(loader, found);
    return found.load(key);
  }

  #loader(shape: ShapeName, field: AskedField, by: "id" | "code", moment?: Moment): DataLoader<string, Json | null> {
    const form = `key ${shape} ${by} ${moment ? moment.knownAt !== null : "now"}`;
    const compile = () => {
      const asOf = moment && { knownAt: moment.knownAt !== null };
      const column = { column: KEYS[by](shape), type: TYPE_OF[by] };
      return compileByKey({ ...this.#compiling(), asOf }, SHAPES[shape], ofShape(shape, field), column);
    };
    return new DataLoader(async (keys) => {
      const rows = await this.#run(this.#statement(field, form, compile), { ...moment, keys });
      this.#finishing.touch(rows.map((row) => row.touched as string | null));
      const byKey = new Map(rows.map((row) => [row.key, { __typename: shape, ...(row.data as Json) }]));
      return keys.map((each) => byKey.get(each) ?? null);
    });
  }

  #root(responseKey: string): AskedField {
    const field = this.options.plan.roots.find((root) => root.responseKey === responseKey);
    if (field === undefined) throw new Error(`${responseKey} is not in the plan`);
    return field;
  }

  #compiling() {
    const { plan, bound, principal, withheld } = this.options;
    return { plan, bound, scope: scopeOf(principal).rows, strict: withheld !== null };
  }

  /** Of one role some may work for a branch and others for none: their statements differ. */
  #statement(root: AskedField, form: string, compile: () => Statement): Statement {
    const { statements, plan, bound, principal, withheld } = this.options;
    const kind = `${scopeOf(principal).rows}${withheld === null ? "" : " strict"}`;
    return statements.get(plan, `${root.path} ${form} ${kind} ${bound.keys.get(root)}`, compile);
  }

  async #run(statement: Statement, more: Json): Promise<Json[]> {
    const values = statement.fill({ ...this.#values, ...more });
    const { database, principal, now } = this.options;
    const read = (session: Session) => session.rows<Json>(statement.text, values);
    const rows = await database.withViewer(principal, "READ", read, now);
    for (const row of rows) statement.finish?.(row, this.#finishing);
    return rows;
  }
}

/** Of what is asked of a `Node`, the part that concerns rows of this shape. */
const ofShape = (shape: ShapeName, field: AskedField): AskedField => {
  if (field.selections.size <= 1) return field;
  const { fields, typeName } = SHAPES[shape];
  const concerned = [...field.selections].filter(([type]) => (typeName ? !(type in SHAPES) : type === shape));
  const selections = new Map(concerned.map(([type, asked]) => [type, asked.filter(({ name }) => name in fields)]));
  return { ...field, selections };
};
