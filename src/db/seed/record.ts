import type { CategoryCode } from "../../domain/category-code.js";
import { screen } from "../../domain/screening.js";
import { statusAfterScreening } from "../../domain/verification-policy.js";
import { informationRecord, recordState, screeningFinding } from "../tables/index.js";
import { accountId } from "./accounts.js";
import type { DemoCustomer } from "./customers.js";
import { type Demo, instantFor } from "./demo.js";
import { demoId } from "./demo-id.js";
import { stepsOf } from "./life.js";
import type { Made, Wanted } from "./made.js";
import { idsOf, peopleFor } from "./people.js";
import { findingRows, recordRow, stateRows } from "./record-rows.js";

/** Adds a record in the state wanted, with every state before, screened as it would be on arrival. */
export const addRecord = <C extends CategoryCode>(
  demo: Demo,
  customer: DemoCustomer,
  category: C,
  wanted: Wanted<C>,
): Made<C> => {
  const { content, origin, name } = wanted;
  const { kind, name: customerName } = customer;
  const found = screen(category, content, { ...origin, today: demo.calendar.today, kind, customerName });
  const usual = peopleFor(customer, category);
  const collector = wanted.collector ?? usual.collector;
  const people = { ...idsOf(usual), collector: accountId(collector) };
  const steps = stepsOf({ ...wanted, arrival: statusAfterScreening(category, origin, found) }, people);
  const id = demoId("record", category, customer.index, name);
  const instant = (ago: number) => instantFor(demo, customer, ago);
  const made = { id, customer, category, wanted, steps, people, collector, instant };
  demo.rows.add(informationRecord, recordRow(made, demo.calendar));
  demo.rows.add(recordState, ...stateRows(made));
  demo.rows.add(screeningFinding, ...findingRows(made, found));
  return made;
};
