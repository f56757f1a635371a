import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { validate } from "uuid";
import { session } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";

/**
 * Ends a token of a reporting tool: it stops at once.
 *
 * @throws Refusal NOT_FOUND; INVALID_TRANSITION when it is revoked already
 */
export const revokeToken = (
  context: CommandContext,
  { id }: { readonly id: string },
): Promise<{ accountId: string; tokenId: string }> =>
  change(context, async (orm) => {
    const isToken = and(eq(session.id, id), isNotNull(session.name));
    const [found] = validate(id) ? await orm.select().from(session).where(isToken).for("update") : [];
    if (found === undefined) throw new Refusal("NOT_FOUND", "There is no such token.", { field: "id" });
    if (found.revokedAt !== null) throw new Refusal("INVALID_TRANSITION", "The token is revoked already.");
    await orm
      .update(session)
      .set({ revokedAt: context.now.toISOString() })
      .where(and(isToken, isNull(session.revokedAt)));
    return { accountId: found.accountId, tokenId: id };
  });
