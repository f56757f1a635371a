import { type CreditProposal, proposeCredit as propose } from "../domain/credit-proposal.js";
import { type CommandContext, todayOf } from "./context.js";
import { creditFactsOf } from "./credit-facts.js";
import { customerInScope } from "./customer-in-scope.js";

/**
 * What the score card makes of the verified records of a customer today. It changes nothing: `assessCredit` decides.
 *
 * @throws Refusal NOT_FOUND
 */
export const proposeCredit = async (context: CommandContext, customerId: string): Promise<CreditProposal> => {
  const { database, viewer } = context;
  const known = await database.withViewer(viewer, "READ", async ({ orm }) => {
    const { id } = await customerInScope(orm, viewer, customerId);
    return creditFactsOf(orm, id, todayOf(context));
  });
  return propose(known.facts, known.keyDataVerified, known.basis);
};
