import type { CategoryCode } from "../../domain/category-code.js";
import { accountId, type DemoUsername } from "./accounts.js";
import type { DemoCustomer } from "./customers.js";

/** Who does what for a customer. Four eyes: collector, verifiers, approver and archiver are different people. */
export interface People {
  readonly collector: DemoUsername;
  /** The second one confirms what takes two; where a branch has one, another branch's is offered the task. */
  readonly verifiers: readonly [DemoUsername, DemoUsername];
  readonly reviewer: DemoUsername;
  readonly archivist: DemoUsername;
  readonly compliance: DemoUsername;
}

/** A clerk may collect these, too: in Shanghai, where there is one, the feedback is the clerk's. */
const COLLECTED_BY: Partial<Record<CategoryCode, { SH: DemoUsername; elsewhere: DemoUsername }>> = {
  FEEDBACK: { SH: "clerk", elsewhere: "collector2" },
  CREDIT: { SH: "analyst", elsewhere: "analyst" },
};

export const peopleFor = ({ index, branch }: DemoCustomer, category: CategoryCode): People => {
  const inShanghai = branch === "SH";
  const usual = COLLECTED_BY[category] ?? { SH: "collector", elsewhere: "collector2" };
  return {
    collector: inShanghai ? usual.SH : usual.elsewhere,
    verifiers: inShanghai ? ["verifier", "verifier2"] : ["verifier2", "verifier"],
    reviewer: index % 2 === 0 ? "reviewer" : "reviewer2",
    archivist: "archivist",
    compliance: "compliance",
  };
};

export const idsOf = (people: People) => ({
  collector: accountId(people.collector),
  verifier: accountId(people.verifiers[0]),
  reviewer: accountId(people.reviewer),
  archivist: accountId(people.archivist),
  compliance: accountId(people.compliance),
});
