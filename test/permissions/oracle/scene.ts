import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";
import { SYSTEM } from "../../../src/auth/viewer.js";
import type { Database } from "../../../src/db/database.js";
import { todayIn } from "../../../src/domain/local-date.js";
import { type Answer, type Archive, openArchive } from "../../support/archive.js";
import { SEEDED_AT } from "../../support/seed.js";
import { type Ask, printDocument } from "./ask.js";
import { expectedDisclosures } from "./disclosures.js";
import type { Eyes } from "./expected.js";
import { Judge } from "./judge.js";
import { readWorld, type World } from "./stored.js";

/** The demo archive running, what is stored in it, and the schema it tells. */
export interface Scene {
  readonly archive: Archive;
  readonly world: World;
  readonly schema: GraphQLSchema;
  /** The same, after something was written past it. */
  reread(): Promise<Scene>;
  /** The same, asked in another way. */
  over(archive: Archive): Promise<Scene>;
  eyes(username: string): Eyes;
  /** Asks as somebody and holds the answer against the policy: what is wrong with it, as sentences. */
  judge(username: string, asks: readonly Ask[], variables?: Readonly<Record<string, unknown>>): Promise<Judged>;
}

export interface Judged {
  readonly wrong: readonly string[];
  readonly answer: Answer;
  readonly document: string;
  /** Which coordinates were held against the policy, and how they were to be shown. */
  readonly seen: ReadonlySet<string>;
}

/** Of an account of the demo data. */
export const roleOf = (username: string): string => username.replace(/\d$/, "").toUpperCase();

const byPath = (a: { path: string; coordinate: string }, b: { path: string; coordinate: string }): number =>
  `${a.path} ${a.coordinate}` < `${b.path} ${b.coordinate}` ? -1 : 1;

const difference = (is: readonly object[], expected: readonly object[]): string[] => {
  const [given, wanted] = [is, expected].map((all) => new Set(all.map((each) => JSON.stringify(each))));
  return [
    ...[...(given ?? [])].filter((each) => !wanted?.has(each)).map((each) => `disclosed, but should not be: ${each}`),
    ...[...(wanted ?? [])].filter((each) => !given?.has(each)).map((each) => `not disclosed: ${each}`),
  ];
};

const sceneOf = async (archive: Archive, schema: GraphQLSchema): Promise<Scene> => {
  const world = await readWorld(archive.database, SEEDED_AT);
  const eyes = (username: string): Eyes => ({
    world,
    role: roleOf(username),
    accountId: world.account(username).id,
    today: todayIn("Asia/Shanghai", SEEDED_AT),
  });
  return {
    archive,
    world,
    schema,
    reread: () => sceneOf(archive, schema),
    over: (other) => sceneOf(other, schema),
    eyes,
    judge: async (username, asks, variables = {}) => {
      const document = printDocument(asks);
      const answer = await archive.ask(username, document, variables);
      if (answer.data == null || answer.errors) {
        return { wrong: [answer.text.slice(0, 500)], answer, document, seen: new Set() };
      }
      const asked = { schema, variables };
      const told = [...(answer.extensions?.disclosures ?? [])].sort(byPath);
      const owed = expectedDisclosures(asked, roleOf(username), asks).sort(byPath);
      const judge = new Judge(eyes(username), asked);
      const wrong = [...judge.of(answer.data, asks), ...difference(told, owed)];
      return { wrong, answer, document, seen: judge.seen };
    },
  };
};

/** What another branch has nobody for is claimed by a verifier of this one: it opens just the tasks and their records. */
export const claimAcrossBranches = (database: Database): Promise<unknown> => {
  const until = new Date(SEEDED_AT.getTime() + 3_600_000).toISOString();
  return database.withViewer(SYSTEM, "WRITE", ({ rows }) =>
    rows(
      `update verification_task set status = 'CLAIMED', assignee_id = (select id from account where username = 'verifier'), claimed_until = $1::text::timestamptz
      where id in (select distinct on (t.category) t.id from verification_task t join customer c on c.id = t.customer_id
        where t.status in ('OPEN', 'RETURNED') and t.category in ('CONTACT', 'FINANCIAL') and c.branch_id = (select branch_id from account where username = 'verifier2')
        order by t.category, t.status = 'RETURNED', t.id)`,
      [until],
    ),
  );
};

/**
 * Drafts become what was observed instead while something else was verified: those that were returned, by the verifier, the
 * others by a collector who verifies, too. Whoever wrote them down, they are nobody's work.
 */
export const observeInstead = (database: Database): Promise<unknown> =>
  database.withViewer(SYSTEM, "WRITE", async ({ rows }) => {
    await rows(
      `update finding set observed_record_id = observed.record_id
      from (select distinct on (r.id) r.id as record_id, f.id as finding_id from information_record r
        join finding f on f.category = r.category and f.customer_id = r.customer_id and f.record_id <> r.id
        where r.status in ('COLLECTED', 'RETURNED') and r.category in ('CONTACT', 'FINANCIAL', 'TRANSACTION')
          and r.collected_by = (select id from account where username = 'collector')
        order by r.id, f.id) as observed
      where finding.id = observed.finding_id`,
      [],
    );
    await rows(
      `update information_record set collected_by = (select id from account where username = 'verifier')
      where status = 'RETURNED' and id in (select observed_record_id from finding)`,
      [],
    );
  });

/**
 * What a colleague collected has been corrected by somebody who held a claim on it and holds it no longer, and the correction
 * sent back on arrival: it is nobody's work by that.
 */
export const correctWhatWasClaimed = (database: Database): Promise<unknown> =>
  database.withViewer(SYSTEM, "WRITE", async ({ rows }) => {
    const corrected = `select r.id from information_record r join account a on a.id = r.collected_by
      where a.username = 'collector' and r.category = 'FINANCIAL' and r.seal is null
        and r.status in ('IN_VERIFICATION', 'VERIFIED', 'APPROVED') order by r.id limit 2`;
    await rows(
      `insert into information_record (id, customer_id, category, series, status, channel, collected_by, collected_at, recorded_at,
        valid_from, period_start, period_end, currency, compared_at, corrects_id)
      select overlay(overlay(md5(id::text) placing '4' from 13) placing '8' from 17)::uuid, customer_id, category, '1999-01-01/1999-12-31', 'RETURNED', 'DIRECT_CONTACT',
        collected_by, collected_at, recorded_at, valid_from, '1999-01-01', '1999-12-31', 'CNY', compared_at, id
      from information_record where id in (${corrected})`,
      [],
    );
    await rows(
      `update information_record set collected_by = (select id from account where username = 'collector2')
      where id in (select corrects_id from information_record where period_start = '1999-01-01')`,
      [],
    );
  });

/** @param env what is configured otherwise than usual */
export const openScene = async (
  env: Record<string, string> = {},
  more: Omit<Parameters<typeof openArchive>[0] & object, "env"> = {},
): Promise<Scene> => {
  const archive = await openArchive({ ...more, env: { MAX_COST: "1000000", ...env } });
  await claimAcrossBranches(archive.database);
  await observeInstead(archive.database);
  await correctWhatWasClaimed(archive.database);
  archive.sent();
  // The whole of it: each role is told its own part only.
  return sceneOf(archive, buildSchema(readFileSync("schema.graphql", "utf8")));
};
