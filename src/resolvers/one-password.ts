import { getArgumentValues } from "graphql";
import { isViewer } from "../auth/viewer.js";
import { asAttempt } from "../commands/attempt.js";
import type { RequestContext } from "../context.js";
import { Refusal } from "../domain/refusal.js";

type Asked = RequestContext["plan"]["roots"][number];

const begun = new WeakSet<RequestContext>();

const onlyOne = (): never => {
  throw new Refusal("LIMIT_EXCEEDED", "A request tries one password.", { of: "passwords in a request", limit: 1 });
};

/** Whose password a root field tries; null: it tries none. */
const triedBy = ({ principal, variables }: RequestContext, { name, definition, node }: Asked): string | null => {
  if (name === "changePassword") return isViewer(principal) ? principal.username : null;
  if (name !== "login") return null;
  const { input } = getArgumentValues(definition, node, variables) as { readonly input: { readonly username: string } };
  return input.username;
};

/** Every alias that brings a password is an attempt, whether or not it comes to be run: the first that fails ends the operation. */
const countAll = async (context: RequestContext): Promise<void> => {
  const tried = context.plan.roots.flatMap((root) => triedBy(context, root) ?? []);
  for (const username of tried.slice(1))
    await asAttempt(context.database, { ...context, username }, async () => onlyOne()).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
};

/**
 * Has one password of a request looked at. Of others that it brings all are counted first, as attempts that failed.
 *
 * @throws Refusal LIMIT_EXCEEDED for any further one; and whatever `tries` throws
 */
export const onePassword = async <T>(context: RequestContext, tries: () => Promise<T>): Promise<T> => {
  if (begun.has(context)) return onlyOne();
  begun.add(context);
  await countAll(context);
  return tries();
};
