import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printDocument } from "./oracle/ask.js";
import { ROLES } from "./oracle/policy.js";
import { aboutRows, RECORD_TYPES } from "./oracle/rows.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { wholeOf } from "./oracle/whole.js";
import { Canaries } from "./paths/canaries.js";
import { countedFromQuery } from "./paths/counted.js";
import { leaksIn } from "./paths/leaks.js";
import type { Met } from "./paths/met.js";
import { Walk } from "./paths/walk.js";

/**
 * A path is a way from Query over fields that hold objects to what the last of them says; its depth is their number, the
 * field of Query among them. Pages, their edges and nodes, are no objects of their own, and an amount is said where it stands.
 *
 * Each path is asked by one of the roles that may, and the roles take turns: to depth 3 here, to depth 4 with `PATHS=all`, as
 * .ci/run says. `PATHS=every` has every role ask each of them, which takes a quarter of an hour; `PATH_DEPTH` says how deep.
 */
const { PATHS, PATH_DEPTH } = process.env;
const DEPTH = Number(PATH_DEPTH ?? (PATHS === undefined ? 3 : 4));
const IS_WHOLE = PATHS === "every";

/** Of the paths there are, the share on which the demo data has somebody to be shown something. */
const LEAST_SHOWN = 0.4;

let scene: Scene;
let walk: Walk;
const canaries = new Canaries();
beforeAll(async () => {
  scene = await canaries.plantIn(await openScene({ MAX_COST: "10000000", MAX_DEPTH: "40" }));
  walk = new Walk(scene, canaries, DEPTH);
});
afterAll(() => scene.archive.close());

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("to a %s", (_, username) => {
  test("every path shows what the policy says, by no statement that names what is denied, and nothing planted", async () => {
    expect((await walk.wrongWith(username, IS_WHOLE)).slice(0, 20)).toEqual([]);
  }, 600_000);

  test("what is not for them is refused before a path begins", async () => {
    expect(await walk.unrefusedTo(username)).toEqual([]);
  });
});

const sumOf = (met: Met) => ({
  paths: met.size,
  coordinates: [...met.values()].reduce((sum, each) => sum + each, 0),
});

describe("no path was left out:", () => {
  test("as many were asked as the schema has, with as many coordinates at their ends", () => {
    const all: Met = new Map([...walk.asked.values()].flatMap((met) => [...met]));
    expect(sumOf(all)).toEqual(countedFromQuery(scene.schema, DEPTH));
  });

  test("they are not empty: on nearly every second one somebody was shown a row", () => {
    expect(walk.shown.size / countedFromQuery(scene.schema, DEPTH).paths).toBeGreaterThan(LEAST_SHOWN);
  });

  test("what was planted is found where a reviewer is told all, and would be a leak to an auditor, in base64, too", async () => {
    for (const type of [...RECORD_TYPES, "VerificationTask", "Conflict", "Consent", "MajorEvent", "Evidence"]) {
      const ask = aboutRows(scene, "reviewer", type, wholeOf(scene.schema, type));
      const { text } = await scene.archive.ask("reviewer", printDocument([ask]));
      expect(leaksIn(canaries, scene.eyes("reviewer"), text)).toEqual([]);
      expect(canaries.in(text).length, type).toBeGreaterThan(0);
      const encoded = Buffer.from(text).toString("base64");
      const isOpenToAll = type === "RegistrationRecord";
      for (const said of [text, encoded])
        expect(leaksIn(canaries, scene.eyes("auditor"), said).length > 0, type).toBe(!isOpenToAll);
    }
    expect(canaries.unfound()).toEqual([]);
  });
});
