import { isViewer } from "../auth/viewer.js";
import type { CommandContext } from "../commands/context.js";
import type { RequestContext } from "../context.js";
import { Refusal } from "../domain/refusal.js";

/** On whose behalf a command acts. */
export const commandContext = ({ principal, database, now, timeZone }: RequestContext): CommandContext => {
  if (!isViewer(principal)) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
  return { viewer: principal, database, now, timeZone };
};
