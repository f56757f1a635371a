import type { SQL } from "drizzle-orm";
import type { FieldNode } from "graphql";
import type { AccessPlan } from "../../auth/access-plan.js";
import type { AskedField } from "../../auth/asked.js";
import type { Scope } from "../../auth/scope.js";
import type { AsOf } from "./in-force.js";
import type { Row } from "./row.js";
import type { Shape } from "./shape.js";
import type { ListTemplate } from "./template.js";

/** An object built from a row: its JSON, what has to be joined to the row for it, and what is left to do to the answer. */
export interface ObjectSql {
  readonly json: SQL;
  readonly joins: readonly SQL[];
  readonly finish: Finish | undefined;
}

/** Everything one statement is compiled from: what may be seen, of which rows, under which arguments. */
export interface Compilation {
  readonly plan: AccessPlan;
  readonly scope: Scope["rows"];
  readonly lists: ReadonlyMap<FieldNode, ListTemplate>;
  readonly asOf: AsOf;
  /** Whether rows have to say where texts about them are withheld (`x-disclosure: strict`). */
  readonly strict: boolean;
  /** A name no other part of the statement has. */
  alias(): string;
  /** Builds the objects of related rows, which may have related rows of their own. */
  objectSql(c: Compilation, shape: Shape, row: Row, asked: readonly AskedField[]): ObjectSql;
}

/** What turning an answer of the database into objects needs of the request. */
export interface Finishing {
  /** Told the customers whose rows an answer holds. */
  touch(customerIds: readonly (string | null)[]): void;
  /** Told the coordinate of a text that was not shown in full. */
  withhold(coordinate: string): void;
  sealCursor(list: string, order: string, values: readonly (string | null)[]): string;
}

type Json = Record<string, unknown>;

/** Turns what the database answered for an object into what resolvers read; undefined when it is that already. */
export type Finish = (object: Json, finishing: Finishing) => void;
