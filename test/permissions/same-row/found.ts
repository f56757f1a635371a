import type { Scene } from "../oracle/scene.js";
import { idOf, type Stored } from "../oracle/stored.js";
import { isOfType, tableOf } from "../paths/chosen.js";
import { possibleTypes } from "../paths/steps.js";

/** All rows of a type, or of the types behind an interface, whoever they exist for. */
export const storedOf = ({ schema, world }: Scene, type: string): Stored[] =>
  possibleTypes(schema, type).flatMap((one) => {
    const table = tableOf(one);
    if (table === undefined) throw new Error(`where rows of ${one} are stored is not known`);
    return world.all[table].filter(isOfType(one));
  });

export const idsOf = ({ schema }: Scene, type: string, rows: readonly Stored[]): string[] => {
  const table = tableOf(possibleTypes(schema, type)[0] ?? type);
  if (table === undefined) throw new Error(`where rows of ${type} are stored is not known`);
  return rows.map(({ id }) => idOf(table, id));
};

export const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) => ids.slice(i * 100, i * 100 + 100));

/** Of these ids, those that are answered. */
export const foundBy = async (scene: Scene, username: string, ids: readonly string[]): Promise<string[]> => {
  const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
  const found: string[] = [];
  for (const part of inParts(ids)) {
    const { data, text } = await scene.archive.ask(username, query, { ids: part });
    if (!data) throw new Error(text);
    found.push(...data.nodes.flatMap((node: { id: string } | null) => node?.id ?? []));
  }
  return found.sort();
};
