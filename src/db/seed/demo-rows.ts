import { customer } from "../tables/index.js";
import { addAgreements } from "./agreements.js";
import { calendarFrom } from "./calendar.js";
import { addConfirmations } from "./confirmations.js";
import { addConflicts } from "./conflicts.js";
import { customerRow, demoCustomers } from "./customers.js";
import type { Demo } from "./demo.js";
import { addDerivations } from "./derivations.js";
import { addDrafts } from "./drafts.js";
import { addEvidences } from "./evidences.js";
import { addMajorEvent } from "./major-events.js";
import { addPendingTasks } from "./pending-tasks.js";
import { addPortfolio } from "./portfolio.js";
import { addRefreshTask } from "./refresh-tasks.js";
import { DemoRows } from "./rows.js";

/** The whole demo archive but its branches and accounts, as rows: pure, and the same for the same day. */
export const demoRows = (now: Date): DemoRows => {
  const demo: Demo = { rows: new DemoRows(), calendar: calendarFrom(now) };
  addAgreements(demo);
  const drafts = demoCustomers().flatMap((each) => {
    demo.rows.add(customer, customerRow(each, demo.calendar));
    const portfolio = addPortfolio(demo, each);
    const added = addDrafts(demo, each, portfolio);
    addConfirmations(demo, portfolio);
    addDerivations(demo, [portfolio.credit, ...added], portfolio);
    addEvidences(demo, portfolio);
    addConflicts(demo, portfolio, added);
    addMajorEvent(demo, portfolio);
    addRefreshTask(demo, portfolio);
    return added;
  });
  addPendingTasks(demo, drafts);
  return demo.rows;
};
