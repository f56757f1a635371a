import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import type { AccessPlan } from "../auth/access-plan.js";
import type { DisclosureEntry } from "../auth/disclosures.js";
import type { BaseContext, RequestContext } from "../context.js";
import { Refusal } from "../domain/refusal.js";
import { refuseInstead } from "./errors.js";

/** `x-disclosure` @throws Refusal: whoever asks for something else than `strict` would take a partial answer for a whole one */
export const isStrict = (header: string | undefined): boolean => {
  if (header === undefined) return false;
  if (header.trim().toLowerCase() === "strict") return true;
  throw new Refusal("BAD_USER_INPUT", "x-disclosure: say strict, or leave it out.");
};

const refusalOf = (coordinate: string, shown: string): Refusal =>
  new Refusal("FORBIDDEN", `${coordinate} is ${shown}, and x-disclosure: strict asks for all or nothing.`, {
    coordinate,
    use: "project",
  });

/** Of texts about records the rows of a query decide. What a mutation answers is not waited for: it would have been done. */
const isForRows = ({ grade }: DisclosureEntry, operation: OperationTypeNode): boolean =>
  grade === "RECORD" && operation === OperationTypeNode.QUERY;

/** @throws Refusal FORBIDDEN for what would be shown in part whatever rows there are */
export const refusePartial = ({ disclosures }: AccessPlan, operation: OperationTypeNode): void => {
  const first = disclosures.find((entry) => !isForRows(entry, operation));
  if (first !== undefined) throw refusalOf(first.coordinate, `shown as ${first.level}`);
};

/** An answer with rows of a category whose texts are withheld leaves as a refusal. */
export const wholeOrNothing: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      const [coordinate] = (contextValue as Partial<RequestContext>).withheld ?? [];
      if (coordinate === undefined || response.body.kind !== "single" || response.body.singleResult.data == null)
        return;
      refuseInstead(response, refusalOf(coordinate, "not shown in full of every record that was found"));
    },
  }),
};
