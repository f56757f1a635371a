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

/** The record before is added just before its successor. */
const sealBefore = ({ rows }: Demo, supersedes: string | undefined): string | null =>
  (supersedes && rows.of(informationRecord).findLast(({ id }) => id === supersedes)?.seal) ?? null;

/** Adds a record in the state wanted, with every state before, screened as it would be on arrival. */
export const addRecord = <C extends CategoryCode>(
  demo: Demo,
  customer: DemoCustomer,
  category: C,
  wanted: Wanted<C>,
): Made<C> => {
  const { content, origin, name } = wanted;
  const { kind, name: customerName, uscc: customerUscc } = customer;
  // An assessment says until when it holds: it is held against the day it was made on.
  const today = category === "CREDIT" ? demo.calendar.day(wanted.collectedAgo) : demo.calendar.today;
  const found = screen(category, content, { ...origin, today, kind, customerName, customerUscc });
  const usual = peopleFor(customer, category);
  const collector = wanted.collector ?? usual.collector;
  const people = { ...idsOf(usual), collector: accountId(collector) };
  const steps = stepsOf({ ...wanted, arrival: statusAfterScreening(category, origin, found) }, people);
  const id = demoId("record", category, customer.index, name);
  const instant = (ago: number) => instantFor(demo, customer, ago);
  const made = { id, customer, category, wanted, steps, people, collector, instant };
  demo.rows.add(informationRecord, recordRow(made, demo.calendar, sealBefore(demo, wanted.supersedes)));
  demo.rows.add(recordState, ...stateRows(made));
  demo.rows.add(screeningFinding, ...findingRows(made, found));
  return made;
};
