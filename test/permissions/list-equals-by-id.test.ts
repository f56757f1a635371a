import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printDocument } from "./oracle/ask.js";
import { ROLES } from "./oracle/policy.js";
import { existsFor, inForce } from "./oracle/relations.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few } from "./oracle/stored.js";
import { possibleTypes, saidBy } from "./paths/steps.js";
import { foundBy, idsOf, inParts, storedOf } from "./same-row/found.js";
import { walk } from "./same-row/pages.js";
import { apartFrom } from "./same-row/related.js";
import { rowsIn } from "./same-row/rows-in.js";
import { listsOf, relationsOf, waysTo } from "./same-row/ways.js";

/** For every list and every type of the schema that is come to by id: a new one is picked up by itself. */
const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const LISTS = listsOf(schema);
const TYPES = possibleTypes(schema, "Node");

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ MAX_COST: "10000000", MAX_ALIASES: "1000" });
});
afterAll(() => scene.archive.close());

/** Lists of some rows only, by what they are of: of statements those in force. */
const LISTED: Readonly<Record<string, (username: string) => readonly string[]>> = {
  financialStatements: (username) => {
    const eyes = scene.eyes(username);
    const all = scene.world.all.customer.flatMap(({ id }) => inForce(scene.world, id, "FINANCIAL", eyes.today));
    return idsOf(
      scene,
      "FinancialStatement",
      all.filter((row) => existsFor(eyes, row)),
    );
  },
};

const EVERYBODY = ROLES.map((role) => role.toLowerCase());
/** Possible duplicates are some of the customers only. */
const WHOLE = LISTS.filter(({ name }) => name !== "possibleDuplicates");

/** `PATHS=all`, as .ci/run says: else each of them is looked at by one role. */
const mine = <T>(username: string, all: readonly T[]): T[] =>
  all.filter((_, i) => process.env.PATHS !== undefined || (i + EVERYBODY.indexOf(username)) % EVERYBODY.length === 0);

describe.each(EVERYBODY)("to a %s", (username) => {
  test.each(mine(username, WHOLE))(
    "$name lists, over all its pages, the rows that are found one by one, and counts as many",
    async ({ name, type }) => {
      const { ids, wrong } = await walk(scene, username, name);
      expect(wrong).toEqual([]);
      const found = await foundBy(scene, username, idsOf(scene, type, storedOf(scene, type)));
      const expected = LISTED[name]?.(username) ?? found;
      expect([...ids].sort()).toEqual([...expected].sort());
      expect(ids.filter((id) => !found.includes(id))).toEqual([]);
    },
  );

  test.each(
    mine(
      username,
      LISTS.filter(({ filtersById }) => filtersById),
    ),
  )("$name filtered by all ids there are, other branches' among them, lists the same", async ({ name, type }) => {
    const all = (await walk(scene, username, name)).ids;
    const filtered: string[] = [];
    for (const part of inParts(idsOf(scene, type, storedOf(scene, type)))) {
      const { ids, wrong } = await walk(scene, username, name, {
        args: `filter: { id: { in: ${JSON.stringify(part)} } }`,
        size: 40,
      });
      expect(wrong).toEqual([]);
      filtered.push(...ids);
    }
    expect(filtered.sort()).toEqual([...all].sort());
  });

  test.each(
    mine(
      username,
      LISTS.filter(({ searches }) => searches),
    ),
  )(
    "$name searched through lists what it lists and the search is about, and nothing of other branches",
    async ({ name, type }) => {
      const all = new Set((await walk(scene, username, name)).ids);
      for (const row of few(storedOf(scene, type), ({ branch_id }) => branch_id, 3))
        for (const search of [row.code, row.name, row.name.slice(0, 2)]) {
          const { ids, wrong } = await walk(scene, username, name, {
            args: `search: ${JSON.stringify(search)}`,
            size: 7,
          });
          expect(wrong).toEqual([]);
          expect(ids.filter((id) => !all.has(id))).toEqual([]);
          const [own = ""] = idsOf(scene, type, [row]);
          expect(ids.includes(own), search).toBe(all.has(own));
        }
    },
  );

  test.each(mine(username, TYPES))("a %s says the same by whichever way one comes to it", async (type) => {
    const rows = few(
      storedOf(scene, type),
      (row) => JSON.stringify([row.branch_id, row.status, row.kind, row.resolution, row.standing]),
      1,
    );
    const ids = idsOf(scene, type, rows.slice(0, 15));
    const said = new Map<string, Set<string>>();
    for (const way of waysTo(schema, type)) {
      const { data, errors } = await scene.archive.ask(username, printDocument(way.asks(ids, saidBy(schema, type))));
      expect(errors, way.name).toBeUndefined();
      const here = rowsIn(data);
      for (const [id, texts] of here) said.set(id, new Set([...(said.get(id) ?? []), ...texts]));
      const [root = ""] = way.name.split(".");
      const listed = new Set(LISTED[root]?.(username) ?? ids);
      const found = await foundBy(scene, username, ids);
      expect([...here.keys()].sort(), way.name).toEqual(found.filter((id) => listed.has(id)));
    }
    expect([...said].filter(([, texts]) => texts.size !== 1)).toEqual([]);
  });

  test.each(mine(username, TYPES))(
    "what a %s leads to is found by its id, too, and says the same there",
    async (type) => {
      const rows = few(storedOf(scene, type), (row) => JSON.stringify([row.branch_id, row.status]), 2);
      const parents = idsOf(scene, type, rows.slice(0, 8));
      for (const step of relationsOf(schema, type))
        expect(await apartFrom(scene, username, type, step, parents)).toEqual([]);
    },
  );
});
