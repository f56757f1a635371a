import type { Scene } from "../oracle/scene.js";

/** All pages of a list, one after the other, and what does not fit in how they follow each other. */
export interface Walked {
  readonly ids: readonly string[];
  readonly wrong: readonly string[];
}

// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Page = any;

const idsIn = (page: Page): string[] => page.nodes.map(({ id }: { id: string }) => id);

const wrongWith = (page: Page, size: number, total: number): string[] => {
  const ids = idsIn(page);
  const { hasNextPage, endCursor } = page.pageInfo;
  const inEdges = page.edges.map(({ node }: { node: { id: string } }) => node.id);
  return [
    ...(JSON.stringify(inEdges) === JSON.stringify(ids) ? [] : ["edges and nodes are of different rows"]),
    ...(page.totalCount === total ? [] : [`counts ${page.totalCount} on one page and ${total} on another`]),
    ...(hasNextPage && ids.length !== size ? ["a page before the last is not full"] : []),
    ...((endCursor ?? null) === (page.edges.at(-1)?.cursor ?? null) || ids.length > 0 ? [] : ["ends where no row is"]),
  ];
};

/**
 * @param args other arguments of the list, as they stand in a document
 * @param within the row whose list it is, where it is not one of Query
 */
export const walk = async (
  scene: Scene,
  username: string,
  list: string,
  { args = "", within, size = 100 }: { args?: string; within?: { id: string; type: string }; size?: number } = {},
): Promise<Walked> => {
  const page = `${list}(first: ${size}, after: $after${args && `, ${args}`}) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`;
  const inside = within ? `node(id: "${within.id}") { ... on ${within.type} { ${page} } }` : page;
  const ids: string[] = [];
  const wrong: string[] = [];
  let total: number | undefined;
  for (let after: string | null = null; ; ) {
    const { data, text } = await scene.archive.ask(username, `query ($after: String) { ${inside} }`, { after });
    const here: Page = within ? data?.node?.[list] : data?.[list];
    if (here == null) return { ids, wrong: [...wrong, `no page: ${text.slice(0, 300)}`] };
    total ??= here.totalCount as number;
    ids.push(...idsIn(here));
    wrong.push(...wrongWith(here, size, total));
    if (here.pageInfo.hasNextPage && idsIn(here).length === 0)
      return { ids, wrong: [...wrong, "a next page is empty"] };
    if (!here.pageInfo.hasNextPage) break;
    after = here.pageInfo.endCursor;
  }
  if (new Set(ids).size !== ids.length) wrong.push("a row is on two pages");
  if (total !== ids.length) wrong.push(`counts ${total} rows and shows ${ids.length}`);
  return { ids, wrong };
};
