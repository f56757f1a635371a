/** A list in parts of so many, the last one shorter; it is gone through no further than they are asked for. */
export function* inParts<T>(list: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const each of list) {
    part.push(each);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
