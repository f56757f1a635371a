import type { GraphQLSchema } from "graphql";
import type { Ask } from "../oracle/ask.js";
import { identity } from "../oracle/whole.js";
import type { Path } from "./path.js";
import { type Step, saidBy } from "./steps.js";

/** A step with this asked of the rows it leads to. Pages are read in both of their forms, by turns. */
const taking = ({ field, inPage, on }: Step, asks: readonly Ask[], turn: number): Ask => {
  if (!inPage) return { field, on, asks };
  const rows: Ask = turn % 2 === 0 ? { field: "nodes", asks } : { field: "edges", asks: [{ field: "node", asks }] };
  return { field, on, args: "first: 1", asks: [{ field: "totalCount" }, rows] };
};

const byStep = (paths: readonly Path[], at: number): Path[][] => {
  const groups = new Map<string, Path[]>();
  for (const path of paths) {
    const field = path.steps[at]?.field;
    if (field !== undefined) groups.set(field, [...(groups.get(field) ?? []), path]);
  }
  return [...groups.values()];
};

/** Paths as one selection: what they have in common is asked once. */
export const selectionOf = (schema: GraphQLSchema, type: string, paths: readonly Path[], at = 0): Ask[] => {
  const isEnd = paths.some(({ steps }) => steps.length === at);
  const further = byStep(paths, at).map((group) => {
    const step = group[0]?.steps[at] as Step;
    return taking(step, selectionOf(schema, step.to, group, at + 1), at);
  });
  return [...(isEnd ? saidBy(schema, type) : identity(schema, type)), ...further];
};

/** The server takes 5,000 fields written out, what leads to others among them; smaller statements are planned sooner. */
const MOST_FIELDS = 400;

/** In as few parcels as they go into, neighbours together. */
export const inParcels = (paths: readonly Path[]): Path[][] => {
  const parcels: Path[][] = [];
  let size = MOST_FIELDS;
  for (const path of paths) {
    size += path.fields;
    if (size > MOST_FIELDS) {
      parcels.push([]);
      size = path.fields;
    }
    parcels.at(-1)?.push(path);
  }
  return parcels;
};
