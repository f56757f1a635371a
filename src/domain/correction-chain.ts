/** A correction, and what it corrects. */
export type Correction = readonly [id: string, correctedId: string];

const reached = (from: string, next: (id: string) => readonly string[]): Set<string> => {
  const met = new Set<string>();
  for (let edge = next(from); edge.length > 0; edge = edge.flatMap(next)) for (const id of edge) met.add(id);
  return met;
};

/**
 * What a record corrects, however many corrections lie between, and what corrects it. A correction differs from what it
 * corrects by its nature; two corrections of one record do not.
 */
export const correctionChains = (corrections: readonly Correction[]): ((id: string) => ReadonlySet<string>) => {
  const [corrected, correcting] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [id, of] of corrections) {
    corrected.set(id, [of]);
    correcting.set(of, [...(correcting.get(of) ?? []), id]);
  }
  const through = (links: ReadonlyMap<string, string[]>, id: string) => reached(id, (each) => links.get(each) ?? []);
  return (id) => new Set([...through(corrected, id), ...through(correcting, id)]);
};
