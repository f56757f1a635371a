import { inject } from "vitest";
import { startSeededCopy } from "../../support/embedded-databases.js";
import { copyOf, createSeededCopy, putBack, type TestRun } from "../../support/postgresql-databases.js";
import { OneConnection, type OneSession } from "./one-connection.js";

/** A copy of the demo data, and how it comes to begin as something else. */
export interface Ground {
  readonly session: OneSession;
  /** Whether a change of it lasts, and is not to be made again at each beginning. */
  readonly lasts: boolean;
  /** Undoes what lasts. */
  putBack(): Promise<void>;
}

/** They change how fast an answer comes, not what it is, and among so few rows most of what they cost is planning. */
const SPARE_INDEXES = `select string_agg(format('drop index %s', i.indexrelid::regclass), ';') as dropping
  from pg_index i join pg_class t on t.oid = i.indrelid
  where t.relnamespace = 'public'::regnamespace and not i.indisunique and (i.indpred is not null or not exists (
    select from pg_constraint f where f.contype = 'f' and f.conrelid = i.indrelid and f.conkey[1] = i.indkey[0]))`;

const dropSpareIndexes = async (session: OneSession): Promise<void> => {
  const { rows } = await session.query<{ dropping: string }>(SPARE_INDEXES);
  await session.exec(rows[0]?.dropping ?? "");
};

const groundOnPostgresql = async (run: TestRun): Promise<Ground> => {
  const url = await createSeededCopy(run);
  const session = new OneConnection(url);
  await dropSpareIndexes(session);
  let first: string | undefined;
  return {
    session,
    lasts: true,
    putBack: () =>
      session.without(async () => {
        if (first === undefined) first = await copyOf(run, url);
        else await putBack(run, url, first);
      }),
  };
};

/** On whatever the tests run. */
export const groundOfItsOwn = async (): Promise<Ground> => {
  const run = inject("testRun");
  if (run !== null) return groundOnPostgresql(run);
  const session = (await startSeededCopy()) as unknown as OneSession;
  await dropSpareIndexes(session);
  return { session, lasts: false, putBack: async () => {} };
};
