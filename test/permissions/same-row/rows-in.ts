// biome-ignore lint/suspicious/noExplicitAny: an answer, of the form that was asked for
type Json = any;

/** Every object with an id in an answer, by it, as the bytes it was answered in. Of two of one id that differ both. */
export const rowsIn = (value: Json, into: Map<string, Set<string>> = new Map()): Map<string, Set<string>> => {
  if (value === null || typeof value !== "object") return into;
  if (typeof value.id === "string" && value.__typename)
    into.set(value.id, (into.get(value.id) ?? new Set()).add(JSON.stringify(Object.entries(value).sort())));
  for (const inner of Object.values(value)) rowsIn(inner, into);
  return into;
};
