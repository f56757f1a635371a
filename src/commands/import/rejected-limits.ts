/** Characters kept of a rejected row: enough to find it again in its file. */
export const MOST_KEPT_TEXT = 4000;

/** Rejected rows kept of a job; whoever has corrected these imports the file again. */
export const MOST_KEPT_ROWS = 50_000;

/** Bytes of the texts of all of them, encrypted. */
export const MOST_KEPT_BYTES = 32 * 2 ** 20;

/** Cut off where it is too long, which an ellipsis says. */
export const cutText = (text: string): string =>
  text.length <= MOST_KEPT_TEXT ? text : `${text.slice(0, MOST_KEPT_TEXT).replace(/[\uD800-\uDBFF]$/, "")}…`;
