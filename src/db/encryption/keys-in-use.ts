import type { Session } from "../database.js";
import { ENCRYPTED_TABLES, keyIdSql } from "./encrypted-tables.js";

const USED = ENCRYPTED_TABLES.flatMap(({ table, columns }) =>
  Object.entries(columns).map(
    ([column, type]) =>
      `select ${keyIdSql(column, type)} as key, count(*) as count from ${table} where ${column} is not null group by 1`,
  ),
).join(" union all ");

const IN_USE = `select key, sum(count)::text as count from (${USED}) used where key is not null group by key order by key`;

/** How many values each key is needed for. Everything is looked at: it is a proof, and takes as long. */
export const keysInUse = async (session: Session): Promise<ReadonlyMap<string, number>> => {
  const found = await session.rows<{ key: string; count: string }>(IN_USE, []);
  return new Map(found.map(({ key, count }) => [key, Number(count)]));
};
