import type { GraphQLInterfaceType } from "graphql";
import { type Ask, printDocument } from "../oracle/ask.js";
import { CATEGORY_OF_TYPE } from "../oracle/policy.js";
import type { Scene } from "../oracle/scene.js";
import { idOf } from "../oracle/stored.js";
import { wholeOf } from "../oracle/whole.js";
import { type Desk, type Planted, textAbout } from "./planted.js";

// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Json = any;

/** What somebody was answered at a coordinate of one row, and what there is to be seen. */
export interface Look {
  readonly coordinate: string;
  readonly category: string | null;
  readonly field: string | null;
  readonly desk: Desk;
  readonly shown: string | null;
  readonly stored: string | null;
}

type Place = Pick<Look, "category" | "desk">;

/** What depends on who asks for another reason than its grade. */
const ABOUT_THE_VIEWER = new Set(["__typename", "allowedActions", "disclosure", "completeness"]);

const textOf = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

/** What is decided part by part is just there. */
const partOf = (name: string, row: Json): unknown => (name === "source" ? row && true : row?.[name]);

/** A row as somebody is shown it beside the same row as a reviewer is, who is shown all: every field of it. */
const looksAt = (type: string, place: Place, field: string | null, mine: Json, all: Json): Look[] =>
  Object.keys(all)
    .filter((name) => !ABOUT_THE_VIEWER.has(name))
    .map((name) => ({
      ...place,
      coordinate: `${type}.${name}`,
      field,
      shown: textOf(partOf(name, mine)),
      stored: textOf(partOf(name, all)),
    }));

/** Of a list whose items are each about something, the item that is about it. */
const itemAbout = (list: Json, key: string, field: string | null): Json =>
  (list as Json[] | null)?.find((item) => item[key] === textAbout(field)) ?? null;

/** The screening findings of a record, one for every kind there is. */
const screening = (type: string, place: Place, fields: readonly (string | null)[], mine: Json, all: Json): Look[] =>
  fields.flatMap((field) => {
    const [shown, stored] = [mine, all].map((row) => itemAbout(row?.screening, "message", field));
    const list = { ...place, coordinate: `${type}.screening`, field, shown: textOf(shown), stored: textOf(stored) };
    return [list, ...looksAt("ScreeningFinding", place, field, shown, stored)];
  });

/** What all records have is told of their interface, too. */
const ofInterface = ({ schema }: Scene, looks: readonly Look[]): Look[] => {
  const shared = (schema.getType("InformationRecord") as GraphQLInterfaceType).getFields();
  return looks.flatMap((look) => {
    const [, name = ""] = look.coordinate.split(".");
    return name in shared ? [{ ...look, coordinate: `InformationRecord.${name}` }] : [];
  });
};

const ofRecord = (
  scene: Scene,
  type: string,
  place: Place,
  fields: readonly (string | null)[],
  mine: Json,
  all: Json,
): Look[] => {
  const [evidence, its] = [all, mine].map((row) => itemAbout(row?.evidence, "name", null));
  const shownEvidence = its ?? mine?.evidence?.find(({ id }: Json) => id === evidence.id);
  const own = [
    ...looksAt(type, place, null, mine, all).filter(({ coordinate }) => !/\.(screening|evidence)$/.test(coordinate)),
    ...screening(type, place, fields, mine, all),
  ];
  return [
    ...own,
    ...ofInterface(
      scene,
      own.filter(({ coordinate }) => coordinate.startsWith(type)),
    ),
    ...looksAt("Source", place, null, mine?.source, all.source),
    ...looksAt("Evidence", place, null, shownEvidence, evidence),
  ];
};

const ofTask = (place: Place, mine: Json, all: Json): Look[] => [
  ...looksAt("VerificationTask", place, null, mine, all),
  ...looksAt("Finding", place, null, mine?.findings?.[0], all.findings[0]),
];

const rowsFor = async (
  scene: Scene,
  username: string,
  ids: readonly string[],
  asks: readonly Ask[],
): Promise<Json[]> => {
  const args = `ids: ${JSON.stringify(ids)}`;
  const document = printDocument([{ field: "nodes", args, asks: [{ field: "__typename" }, { field: "id" }, ...asks] }]);
  const { data, text } = await scene.archive.ask(username, document);
  if (!data) throw new Error(text);
  return data.nodes;
};

/** What a reviewer was answered, who is asked about the same rows beside everybody else. */
const reviewed = new WeakMap<Scene, Map<string, Json>>();

/** Asks for rows by their ids as somebody, and as a reviewer. */
const asked = async (scene: Scene, username: string, ids: readonly string[], asks: readonly Ask[]) => {
  const known = reviewed.get(scene) ?? new Map<string, Json>();
  reviewed.set(scene, known);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0)
    for (const [i, row] of (await rowsFor(scene, "reviewer", unknown, asks)).entries())
      known.set(unknown[i] ?? "", row);
  const mine = await rowsFor(scene, username, ids, asks);
  return ids.map((id, i): [Json, Json] => [mine[i], known.get(id)]);
};

const wholeIn = (scene: Scene, type: string): Ask[] => wholeOf(scene.schema, type).map((ask) => ({ ...ask, on: type }));

const typeOf = ({ type, category }: Planted): string =>
  type === "Record" ? (Object.entries(CATEGORY_OF_TYPE).find(([, code]) => code === category)?.[0] ?? "") : type;

const ofPlanted = (scene: Scene, row: Planted, kinds: readonly (string | null)[], mine: Json, all: Json): Look[] => {
  const { category, desk, type, field } = row;
  if (type === "Record") return ofRecord(scene, typeOf(row), { category, desk }, kinds, mine, all);
  if (type === "VerificationTask") return ofTask({ category, desk }, mine, all);
  return looksAt(type, { category, desk }, field, mine, all);
};

/** Of the demo data: rows that are no work of anybody's, so that it is all the same on whose desk they are. */
const onNoDesk = async (scene: Scene, username: string): Promise<Look[]> => {
  const tables = { Customer: "customer", Consent: "consent" } as const;
  const { branch_id } = scene.world.account("clerk");
  const looks: Look[] = [];
  for (const [type, table] of Object.entries(tables)) {
    const near = scene.world.all[table].filter(
      (row) => scene.world.customer(row.customer_id ?? row.id).branch_id === branch_id,
    );
    const withdrawn = near.filter((row) => row.withdrawal_reason != null);
    const ids = [...new Set([...withdrawn.slice(0, 20), ...near.slice(0, 20)])].map(({ id }) => idOf(table, id));
    for (const [mine, all] of await asked(scene, username, ids, wholeIn(scene, type)))
      for (const desk of ["everybody's", "nobody's"] as const)
        looks.push(...looksAt(type, { category: null, desk }, null, mine, all));
  }
  return looks;
};

/** Everything somebody is shown of rows of every kind there is, field by field, beside what is stored. */
export const looksOf = async (scene: Scene, planted: readonly Planted[], username: string): Promise<Look[]> => {
  const rows = planted.filter((row) => row.username === null || row.username === username);
  const looks: Look[] = [];
  for (const type of new Set(rows.map(typeOf))) {
    const ofType = rows.filter((row) => typeOf(row) === type);
    const ids = ofType.map(({ id }) => id);
    const answers = await asked(scene, username, ids, wholeIn(scene, type));
    for (const [i, row] of ofType.entries()) {
      const kinds = planted.filter((each) => each.type === "Conflict" && each.category === row.category);
      const [mine, all] = answers[i] ?? [];
      looks.push(...ofPlanted(scene, row, [...new Set(kinds.map(({ field }) => field))], mine, all));
    }
  }
  return [...looks, ...(await onNoDesk(scene, username))];
};
