import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnyQuery } from "./oracle/any-query.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few, idOf } from "./oracle/stored.js";

let scene: Scene;
let ids: { nodes: string[]; codes: string[] };
beforeAll(async () => {
  scene = await openScene({ MAX_ALIASES: "500", MAX_DEPTH: "40" });
  const { all, customer } = scene.world;
  const branchOf = (row: { customer_id?: string }) => (row.customer_id ? customer(row.customer_id).branch_id : "");
  const records = few(all.information_record, (row) => `${row.status} ${row.category} ${branchOf(row)}`);
  ids = {
    nodes: [
      ...records.map(({ id }) => idOf("information_record", id)),
      ...all.conflict.map(({ id }) => idOf("conflict", id)),
      ...all.major_event.map(({ id }) => idOf("major_event", id)),
      ...few(all.verification_task, ({ status, category }) => `${status} ${category}`, 2).map(({ id }) =>
        idOf("verification_task", id),
      ),
      ...few(all.customer, ({ branch_id }) => branch_id, 3).map(({ id }) => idOf("customer", id)),
      ...few(all.consent, branchOf, 3).map(({ id }) => idOf("consent", id)),
      ...few(all.evidence, branchOf, 3).map(({ id }) => idOf("evidence", id)),
    ],
    codes: few(all.customer, ({ branch_id }) => branch_id, 20).map(({ code }) => code),
  };
});
afterAll(() => scene.archive.close());

/** Of each role, and of the second collector and verifier, who have work of their own elsewhere. */
const USERNAMES = [
  "clerk",
  "collector",
  "collector2",
  "verifier",
  "verifier2",
  "analyst",
  "archivist",
  "compliance",
  "auditor",
  "reviewer",
  "reporter",
];

/** `QUERIES=2000 QUERY_SEED=7` looks longer, and elsewhere. */
const QUERIES = Number(process.env.QUERIES ?? 5);
const SEED = Number(process.env.QUERY_SEED ?? 1);

describe.each(USERNAMES)("whatever a %s asks", (username) => {
  test("is answered as the policy says, value by value and disclosure by disclosure", async () => {
    for (let i = 0; i < QUERIES; i++) {
      const seed = SEED * 1_000_003 + i * 101 + USERNAMES.indexOf(username);
      const any = new AnyQuery(scene.schema, seed, ids);
      const asks = any.roots();
      // A second and third time: from the plan, the statement and the compiled document of the first.
      for (const _ of [1, 2, 3].slice(0, i % 4 === 0 ? 3 : 1)) {
        const { wrong, document } = await scene.judge(username, asks, any.variables);
        expect(wrong, `query ${seed}: ${document.slice(0, 2000)}`).toEqual([]);
      }
    }
  }, 600_000);
});
