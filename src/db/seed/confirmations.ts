import { methodsFor } from "../../domain/verification-policy.js";
import type { Demo } from "./demo.js";
import type { Made } from "./made.js";
import { peopleFor } from "./people.js";
import type { Portfolio } from "./portfolio.js";
import { addTask } from "./tasks.js";

/** The tasks that carried records into the archive: as many as the category asks for, each by another verifier. */
const confirm = (demo: Demo, records: readonly Made[]): void => {
  const [first, ...others] = records;
  if (first === undefined) return;
  const { customer, category, wanted } = first;
  const { verifiers } = peopleFor(customer, category);
  for (const [i, method] of methodsFor(category, wanted.origin).entries())
    addTask(demo, {
      records: [first, ...others],
      method,
      cause: "ROUTINE",
      status: "CLOSED",
      assignee: verifiers[i],
      createdAgo: wanted.collectedAgo,
      result: i > 0 && wanted.corroboration === "PARTIAL" ? "INCONCLUSIVE" : "CONFIRMED",
    });
};

/** Transactions and statements that came together are confirmed together. */
export const addConfirmations = (demo: Demo, portfolio: Portfolio): void => {
  for (const contact of portfolio.contacts) confirm(demo, [contact]);
  confirm(demo, [portfolio.operation]);
  confirm(demo, portfolio.statements);
  confirm(demo, portfolio.transactions);
};
