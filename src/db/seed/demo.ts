import type { Calendar } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import type { DemoRows } from "./rows.js";

/** What every maker of demo data is given: where its rows go, and what day it is. */
export interface Demo {
  readonly rows: DemoRows;
  readonly calendar: Calendar;
}

/** The instant `ago` days before today at which things happen to a customer: no two customers share one. */
export const instantFor = ({ calendar }: Demo, { index }: DemoCustomer, ago: number, later = 0): string =>
  calendar.at(ago, 1 + index / 100 + later);
