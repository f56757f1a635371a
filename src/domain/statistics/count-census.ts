import type { AnsweredReport } from "./answered.js";
import { add, type BroughtIn, type Census, eachRow, type Keys } from "./census.js";
import { decimalText } from "./decimal.js";
import type { Hideable } from "./hiding.js";
import { figuresOf } from "./measure.js";
import { NOWHERE, type Sorted, sortedBy } from "./sorted.js";
import { isOfCustomer } from "./subject.js";

/** Which rows are the first of their customer's in their group. */
const firstIn = ({ of, groups, subject }: Sorted, census: Census): Uint8Array => {
  const [first, last] = [new Uint8Array(of.length), new Int32Array(groups.length).fill(NOWHERE)];
  eachRow(census.rows[subject], (row, profile) => {
    const group = of[row] as number;
    if (group === NOWHERE || last[group] === profile) return;
    last[group] = profile;
    first[row] = 1;
  });
  return first;
};

/** The report over the dimensions of customers, and of its own those of a mask. */
const totalOf = (report: AnsweredReport, mask: number): AnsweredReport => {
  const own = report.groupBy.filter((name) => !isOfCustomer(name));
  return { ...report, groupBy: report.groupBy.filter((name) => isOfCustomer(name) || (mask >> own.indexOf(name)) & 1) };
};

const kindOf = ({ figure, currency }: BroughtIn): string => JSON.stringify([figure, currency]);

const summed = (census: Census, sorted: Sorted, report: AnsweredReport): Hideable["figures"] => {
  const asked = figuresOf(report.measures);
  const sums = new Map<string, { group: number; part: BroughtIn }>();
  for (const part of census.parts.figures) {
    const group = asked.has(part.figure) ? sorted.groupOf(part.kind, 0) : NOWHERE;
    if (group === NOWHERE) continue;
    const key = `${group} ${kindOf(part)}`;
    const { customers, total, largest } = sums.get(key)?.part ?? { customers: 0, total: 0n, largest: 0n };
    const most = part.largest > largest ? part.largest : largest;
    sums.set(key, {
      group,
      part: { ...part, customers: customers + part.customers, total: total + part.total, largest: most },
    });
  }
  return [...sums.values()].map(({ group, part }) => ({
    ...part,
    keys: sorted.groups[group] as Keys,
    total: decimalText(part.total),
    largest: decimalText(part.largest),
  }));
};

/** What decides what a report hides. */
export const countedIn = (census: Census, report: AnsweredReport): Hideable => {
  const { subject } = report;
  const sorted = sortedBy(census, report, subject);
  const masks = 1 << report.groupBy.filter((name) => !isOfCustomer(name)).length;
  const firsts = Array.from({ length: masks }, (_, mask) =>
    firstIn(mask === masks - 1 ? sorted : sortedBy(census, totalOf(report, mask), subject), census),
  );
  const counts = firsts.map((first) => {
    const customers = new Int32Array(sorted.groups.length);
    eachRow(census.rows[subject], (row, profile) => {
      if (first[row] === 1) add(customers, sorted.of[row] as number, census.customers[profile] as number);
    });
    return customers;
  });
  const groups = sorted.groups.map((keys, group) => {
    const each = counts.map((customers) => customers[group] as number);
    return { keys, customers: each[masks - 1] as number, towards: each.slice(0, -1) };
  });
  return {
    groups: groups.filter(({ customers }) => customers > 0),
    figures: subject === "CUSTOMERS" ? summed(census, sorted, report) : [],
  };
};
