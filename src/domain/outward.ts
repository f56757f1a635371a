/** Everything beside one place of a list, the nearest first; of two as near, what comes before it. */
export function* outward<T>(list: readonly T[], at: number): Generator<T> {
  for (let distance = 1; distance <= at || at + distance < list.length; distance++) {
    const [before, after] = [list[at - distance], list[at + distance]];
    if (before !== undefined) yield before;
    if (after !== undefined) yield after;
  }
}
