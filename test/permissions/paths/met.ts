import { getNamedType } from "graphql";
import { type Ask, keyOf } from "../oracle/ask.js";
import { type Asked, asksOf, fieldType } from "../oracle/asked.js";
import { possibleTypes, rowsBehind } from "./steps.js";

/** Of each path, as its fields with dots between, how many coordinates. */
export type Met = Map<string, number>;

const WRAPPERS = new Set(["nodes", "edges", "node", "pageInfo"]);

const isEnd = ({ field, asks }: Ask): boolean => asks === undefined && field !== "__typename";

/** Whether all is said here, or just where the rows are that the path goes on from. */
const saysAll = (asks: readonly Ask[]): boolean => asks.some((ask) => isEnd(ask) && ask.field !== "id");

const note = (met: Met, path: string, coordinates: number): void => {
  met.set(path, Math.max(met.get(path) ?? 0, coordinates));
};

const isAmount = (asked: Asked, type: string, { field, asks }: Ask): boolean =>
  asks !== undefined && getNamedType(fieldType(asked, type, field)).name === "Money";

const endsOn = (asked: Asked, asks: readonly Ask[], type: string): number =>
  asksOf(asked, asks, type).filter((ask) => isEnd(ask) || isAmount(asked, type, ask)).length;

const onwards = (asked: Asked, asks: readonly Ask[], type: string): Ask[] =>
  asksOf(asked, asks, type).filter((ask) => ask.asks !== undefined && !isAmount(asked, type, ask));

/** What a selection asks for, read off the selection. */
export const askedIn = (asked: Asked, asks: readonly Ask[], type: string, path: string, met: Met): void => {
  const types = possibleTypes(asked.schema, type);
  if (saysAll(asks))
    note(
      met,
      path,
      types.reduce((sum, each) => sum + endsOn(asked, asks, each), 0),
    );
  for (const one of types)
    for (const ask of onwards(asked, asks, one)) {
      const { to, inPage } = rowsBehind(asked.schema, fieldType(asked, one, ask.field));
      const inner = inPage ? rowsIn(ask) : (ask.asks ?? []);
      askedIn(asked, inner, to, `${path}.${ask.field}`, met);
    }
};

const rowsIn = ({ asks = [] }: Ask): readonly Ask[] =>
  asks.flatMap((each) => (each.field === "nodes" ? (each.asks ?? []) : each.field === "edges" ? rowsOfEdge(each) : []));

const rowsOfEdge = ({ asks = [] }: Ask): readonly Ask[] => asks.find(({ field }) => field === "node")?.asks ?? [];

// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Json = any;

/** Where an answer shows a row: the paths on which something was there to be seen, each type by itself. */
export const shownIn = (value: Json, asks: readonly Ask[], path: string, met: Set<string>): void => {
  if (value == null) return;
  if (Array.isArray(value)) {
    for (const each of value) shownIn(each, asks, path, met);
    return;
  }
  if (value.__typename && saysAll(asks)) met.add(path);
  for (const ask of asks) {
    if (ask.asks === undefined || !(keyOf(ask) in value)) continue;
    shownIn(value[keyOf(ask)], ask.asks, WRAPPERS.has(ask.field) ? path : `${path}.${ask.field}`, met);
  }
};
