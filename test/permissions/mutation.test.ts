import { afterAll, beforeAll, expect, test } from "vitest";
import { type SecuredSchema, securedSchema } from "../../src/execution/secured-schema.js";
import { writeUnsealed } from "../support/unsealed.js";
import { KINDS, type Mutant, mutantsOf } from "./mutation/mutants.js";
import { Progress, tableOf } from "./mutation/report.js";
import { type Fate, Trial } from "./mutation/trial.js";
import { Questions } from "./oracle/questions.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few, type Stored } from "./oracle/stored.js";

/** `MUTATION=all`, as `npm run test:mutation` says, or `MUTATION=1/3` for a third of them; else a few of every kind. */
const SHARE = process.env.MUTATION ?? "";
const FEW = 6;

let secured: SecuredSchema;
let scene: Scene;
let trial: Trial;

/** Some records of every category are restricted: of these a text is nobody's to read, whatever it weighs. */
const restrictSome = async ({ archive, world }: Scene): Promise<void> => {
  const archived = world.all.information_record.filter(({ status }) => status === "ARCHIVED");
  const branchOf = (row: Stored) => world.customer(row.customer_id).branch_id;
  const some = few(archived, (row) => `${row.category} ${branchOf(row)} ${row.valid_to === null}`, 2);
  const ids = some.map(({ id }) => `'${id}'`).join();
  await writeUnsealed(archive.database, ({ rows }) =>
    rows(`update information_record set status = 'RESTRICTED', restricted_from = status where id in (${ids})`, []),
  );
};

beforeAll(async () => {
  secured = await securedSchema();
  scene = await openScene({}, { readOnly: true, secured: Promise.resolve(secured) });
  await restrictSome(scene);
  const { archive } = scene;
  let policies = 0;
  // Plans are kept with the text of a document: each policy has texts of its own.
  const ask: typeof archive.ask = (username, query, ...more) => archive.ask(username, `${query} #${policies}`, ...more);
  const questions = new Questions(await scene.over({ ...archive, ask }));
  trial = new Trial(secured.policy, questions, () => void policies++);
});
afterAll(() => scene.archive.close());

const chosen = (mutants: readonly Mutant[]): readonly Mutant[] => {
  if (SHARE === "all") return mutants;
  const [shard, of] = SHARE.split("/").map(Number);
  if (shard !== undefined && of !== undefined) return mutants.filter((_, i) => i % of === shard - 1);
  return KINDS.flatMap((kind) => {
    const ofKind = mutants.filter((mutant) => mutant.kind === kind);
    const step = Math.ceil(ofKind.length / FEW);
    return ofKind.filter((_, i) => i % step === step >> 1);
  });
};

test("no word of the policy can be changed to another without an answer of the API that tells", async () => {
  const mutants = chosen(mutantsOf(secured.policy));
  const progress = SHARE === "" ? undefined : new Progress(mutants.length);
  const fates: Fate[] = [];
  for (const mutant of mutants) {
    fates.push(await trial.of(mutant));
    progress?.after(fates);
  }
  if (progress) process.stdout.write(`\n${tableOf(fates)}\n`);
  expect(fates.filter(({ by }) => by === null).map(({ mutant, why }) => `${mutant.name}: ${why}`)).toEqual([]);
  expect(new Set(fates.map(({ mutant }) => mutant.kind)).size).toBe(KINDS.length);
}, 3_600_000);
