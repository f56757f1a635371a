import type { Finish, Finishing } from "./compilation.js";
import type { ListTemplate } from "./template.js";

/** A page as the database answers it: rows in the order of the list, one more than asked for where there is more. */
export interface RawPage {
  readonly rows?: readonly { readonly node: Record<string, unknown>; readonly at: readonly (string | null)[] }[];
  readonly total?: number;
}

/** What cursors of this page are sealed with: a cursor of another list or order does not open. */
export interface PageKind {
  readonly list: string;
  readonly order: string;
  readonly template: ListTemplate;
}

class Edge {
  constructor(
    readonly node: Record<string, unknown>,
    private readonly seal: () => string,
  ) {}

  /** Sealed only when asked for. */
  get cursor(): string {
    return this.seal();
  }
}

class PageBounds {
  constructor(
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
    private readonly edges: readonly Edge[],
  ) {}

  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

/** A Relay connection, as its resolvers read it. */
export interface ConnectionPage {
  readonly edges: readonly Edge[];
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: PageBounds;
  readonly totalCount: number | undefined;
}

export const connectionPage = (
  { rows = [], total }: RawPage,
  { list, order, template }: PageKind,
  finishing: Finishing,
  finish: Finish | undefined,
): ConnectionPage => {
  const { size } = template;
  const more = rows.length > size;
  const page = template.backward ? rows.slice(more ? 1 : 0) : rows.slice(0, size);
  const edges = page.map(({ node, at }) => {
    finish?.(node, finishing);
    return new Edge(node, () => finishing.sealCursor(list, order, at));
  });
  const next = template.backward ? template.before !== null : more;
  const previous = template.backward ? more : template.after !== null;
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: new PageBounds(next, previous, edges),
    totalCount: total,
  };
};
