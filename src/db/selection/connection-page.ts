import type { Finish, Finishing } from "./compilation.js";
import type { ListTemplate } from "./template.js";

type Json = Record<string, unknown>;

/** A page as the database answers it: rows in the order of the list, one more than asked for where there is more. */
export interface RawPage {
  readonly rows?: readonly Json[];
  /** The order values of every row, where a cursor is asked for. */
  readonly at?: readonly (readonly (string | null)[])[];
  readonly total?: number;
  /** The customer of every row, where rows are customers'. */
  readonly touched?: readonly string[];
}

/** What cursors of this page are sealed with: a cursor of another list or order does not open. */
export interface PageKind {
  readonly list: string;
  readonly order: string;
  readonly template: ListTemplate;
}

/** Sealed only when asked for. */
type CursorAt = (index: number) => string | null;

class Edge {
  constructor(
    readonly node: Json,
    private readonly index: number,
    private readonly cursorAt: CursorAt,
  ) {}

  get cursor(): string | null {
    return this.cursorAt(this.index);
  }
}

class PageBounds {
  constructor(
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
    private readonly last: number,
    private readonly cursorAt: CursorAt,
  ) {}

  get startCursor(): string | null {
    return this.cursorAt(0);
  }

  get endCursor(): string | null {
    return this.cursorAt(this.last);
  }
}

/** A Relay connection, as its resolvers read it. */
export class ConnectionPage {
  constructor(
    readonly nodes: readonly Json[],
    readonly pageInfo: PageBounds,
    readonly totalCount: number | undefined,
    private readonly cursorAt: CursorAt,
  ) {}

  get edges(): Edge[] {
    return this.nodes.map((node, index) => new Edge(node, index, this.cursorAt));
  }
}

export const connectionPage = (
  { rows = [], at = [], total, touched = [] }: RawPage,
  { list, order, template }: PageKind,
  finishing: Finishing,
  finish: Finish | undefined,
): ConnectionPage => {
  const { size, backward, after, before } = template;
  const more = rows.length > size;
  const start = backward && more ? 1 : 0;
  const nodes = rows.slice(start, start + size);
  finishing.touch(touched.slice(start, start + size));
  if (finish !== undefined) for (const node of nodes) finish(node, finishing);
  const cursorAt: CursorAt = (index) => {
    const values = at[start + index];
    return values === undefined ? null : finishing.sealCursor(list, order, values);
  };
  const [next, previous] = backward ? [before !== null, more] : [more, after !== null];
  return new ConnectionPage(nodes, new PageBounds(next, previous, nodes.length - 1, cursorAt), total, cursorAt);
};
