import { printDocument } from "../oracle/ask.js";
import type { Scene } from "../oracle/scene.js";
import { identity } from "../oracle/whole.js";
import { possibleTypes, type Step, saidBy } from "../paths/steps.js";
import { rowsIn } from "./rows-in.js";
import { waysTo } from "./ways.js";

/** Whoever sees a row is told by whom and where, of colleagues and branches besides their own, too. */
const LED_TO = ["Person", "Branch"];

/** What rows say where a relation leads to them, by their ids. */
const along = async (scene: Scene, username: string, type: string, step: Step, ids: readonly string[]) => {
  const { field, to, inPage } = step;
  const asks = saidBy(scene.schema, to);
  const rows = [
    { field: "nodes", asks },
    { field: "edges", asks: [{ field: "node", asks }] },
  ];
  const relation = inPage ? { field, args: "first: 5", asks: rows } : { field, asks };
  const whole = [...identity(scene.schema, "Node"), { ...relation, on: type }];
  const document = printDocument([{ field: "nodes", args: `ids: ${JSON.stringify(ids)}`, asks: whole }]);
  const { data, text } = await scene.archive.ask(username, document);
  if (!data) throw new Error(text);
  return rowsIn((data.nodes as (Record<string, unknown> | null)[]).map((node) => node?.[field] ?? null));
};

const isOf = (texts: ReadonlySet<string>, type: string): boolean =>
  [...texts].some((text) => text.includes(`["__typename","${type}"]`));

/** The ids a relation leads to that are not found by themselves, or say something else there. */
export const apartFrom = async (scene: Scene, username: string, type: string, step: Step, ids: readonly string[]) => {
  const related = await along(scene, username, type, step, ids);
  const apart: string[] = [];
  for (const one of possibleTypes(scene.schema, step.to)) {
    const here = [...related].filter(([, texts]) => isOf(texts, one)).slice(0, 60);
    const byId = waysTo(scene.schema, one).find(({ name }) => name === "nodes");
    if (byId === undefined || here.length === 0) continue;
    const asks = byId.asks(
      here.map(([id]) => id),
      saidBy(scene.schema, step.to),
    );
    const { data } = await scene.archive.ask(username, printDocument(asks));
    const there = rowsIn(data);
    for (const [id, texts] of here) {
      if (LED_TO.includes(one) && !there.has(id)) continue;
      if ([...texts].join() !== [...(there.get(id) ?? [])].join()) apart.push(`${type}.${step.field} ${id}`);
    }
  }
  return apart;
};
