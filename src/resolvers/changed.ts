import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../context.js";
import type { ShapeName } from "../db/selection/shape.js";
import { Refusal } from "../domain/refusal.js";

/**
 * What a change answers: its row, read anew. Asked again under its key, a change may be about what has left the asker's sight
 * by then, and what is not theirs is not there.
 *
 * @throws Refusal NOT_FOUND
 */
export const changed = async (
  { reads }: RequestContext,
  { path }: GraphQLResolveInfo,
  payload: ShapeName,
  id: string,
): Promise<object> => {
  const found = await reads.find(payload, String(path.key), "id", id);
  if (found !== null) return found;
  throw new Refusal("NOT_FOUND", "The change is made; what it is about does not exist for you any more.");
};
