import type { Look } from "./looks.js";
import type { Desk } from "./planted.js";

/** Whether of rows on a desk anything is shown in full, or as a part of what there is; null: there is nothing to be seen. */
const seenOn = (looks: readonly Look[], desk: Desk): "FULL" | "MASKED" | "DENIED" | null => {
  const stored = looks.filter((look) => look.desk === desk && look.stored !== null);
  if (stored.length === 0) return null;
  if (stored.some(({ shown, stored: all }) => shown === all)) return "FULL";
  return stored.some(({ shown }) => shown !== null) ? "MASKED" : "DENIED";
};

/** How it is shown, as an explanation would have it; null where the rows cannot tell. */
export const levelShown = (looks: readonly Look[]): string | null => {
  const [mine, others] = [seenOn(looks, "everybody's"), seenOn(looks, "nobody's")];
  if (mine === null || others === null) return null;
  if (mine === others) return others;
  return mine === "FULL" ? `TASK_BOUND ${others}` : `${mine} on my desk, ${others} elsewhere`;
};

/** Looks that an explanation speaks of at once. */
export const grouped = (looks: readonly Look[], keyOf: (look: Look) => string): Map<string, Look[]> => {
  const groups = new Map<string, Look[]>();
  for (const look of looks) groups.set(keyOf(look), [...(groups.get(keyOf(look)) ?? []), look]);
  return groups;
};
