/**
 * The shape of an argument with its values taken out: two requests of the same shape share one prepared statement.
 * What a value is compared against is a placeholder; what changes the statement itself stands here.
 */
export type Template =
  | null
  | { readonly at: string }
  | { readonly literal: string | boolean }
  | readonly Template[]
  | { readonly fields: Readonly<Record<string, Template>> };

/** One step of an order, as asked. */
export interface OrderStep {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

/** Where a page begins or ends: the order values of the row it follows, null where they are null. */
export type Bound = readonly ({ readonly at: string } | null)[];

/** The arguments of one list. */
export interface ListTemplate {
  readonly filter: Template;
  readonly search: { readonly at: string } | null;
  readonly orderBy: readonly OrderStep[];
  readonly backward: boolean;
  /** Rows of the page. Not a placeholder: a limit it does not know makes PostgreSQL plan the statement every time. */
  readonly size: number;
  readonly after: Bound | null;
  readonly before: Bound | null;
}

/** Collects the values of a request under the names of their placeholders. */
export class Values {
  readonly #values: Record<string, string | readonly string[]> = {};
  #next = 0;

  add(value: string | readonly string[]): { readonly at: string } {
    const name = `v${this.#next++}`;
    this.#values[name] = value;
    return { at: name };
  }

  get all(): Readonly<Record<string, string | readonly string[]>> {
    return this.#values;
  }
}
