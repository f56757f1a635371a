/** The end of the last work under each key, as long as there is one. */
const ends = new Map<string, Promise<unknown>>();

/**
 * Does some work once what this process was asked for earlier under the same key has ended, however it ended: in the order
 * of asking, one at a time.
 */
export const oneAfterAnother = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const done = (ends.get(key) ?? Promise.resolve()).then(work);
  const end = done.catch(() => {});
  ends.set(key, end);
  try {
    return await done;
  } finally {
    if (ends.get(key) === end) ends.delete(key);
  }
};
