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

/** The order of a list. What is searched without naming one stands in the order of its ranks. */
export interface ListOrder {
  readonly orderBy: readonly OrderStep[];
  readonly ranked: boolean;
}

/** What cursors of this order are sealed for. */
export const orderName = ({ orderBy, ranked }: ListOrder): string => (ranked ? "RANK" : JSON.stringify(orderBy));

/** Where a page begins or ends: the order values of the row it follows, null where they are null. */
export type Bound = readonly ({ readonly at: string } | null)[];

/** A search: of the index, of the text of what it finds, and of both rank by rank. */
export interface SearchTemplate {
  readonly matching: { readonly at: string };
  /** What the words after the first add to the question of a rank. */
  readonly besides: { readonly at: string };
  readonly words: readonly { readonly at: string }[];
  readonly queries: { readonly at: string };
  readonly ranks: readonly { readonly at: string }[];
}

/** The arguments of one list. */
export interface ListTemplate extends ListOrder {
  readonly filter: Template;
  readonly search: SearchTemplate | null;
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
