interface Key {
  readonly dimension: string;
  readonly value: string | null;
  readonly label?: string | null;
}

interface Value {
  readonly measure: string;
  readonly currency: string | null;
  readonly value: string;
}

/** `archiveStatistics` as an operation has to ask for it to be answered as a table. */
export interface Statistics {
  readonly suppressedGroups: number;
  readonly groups: readonly {
    readonly keys: readonly Key[];
    readonly values: readonly Value[];
    readonly hidden: readonly string[];
  }[];
}

export interface AskedReport {
  readonly groupBy: readonly string[];
  readonly measures: readonly string[];
}

const columnOf = ({ measure, currency }: Value): string => (currency ? `${measure} ${currency}` : measure);

/** A measure has a column for each of its currencies; one that is shown nowhere, an empty one. */
const columnsOf = ({ measures }: AskedReport, { groups }: Statistics): string[] =>
  measures.flatMap((measure) => {
    const values = groups.flatMap((group) => group.values.filter((value) => value.measure === measure));
    const columns = [...new Set(values.map(columnOf))].sort();
    return columns.length > 0 ? columns : [measure];
  });

const LABELLED: readonly string[] = ["BRANCH", "PROVINCE", "INDUSTRY_SECTION"];

/** A report as rows of text: one a group, keys first, below the names of the columns. */
export const reportTable = (asked: AskedReport, statistics: Statistics): string[][] => {
  const columns = columnsOf(asked, statistics);
  const named = asked.groupBy.map((name) => (LABELLED.includes(name) ? [name, `${name} NAME`] : [name]));
  const rows = statistics.groups.map(({ keys, values, hidden }) => {
    const shown = new Map(values.map((value) => [columnOf(value), value.value]));
    const cells = keys.flatMap(({ dimension, value, label }) =>
      LABELLED.includes(dimension) ? [value ?? "", label ?? ""] : [value ?? ""],
    );
    return [...cells, ...columns.map((column) => shown.get(column) ?? ""), hidden.join(" ")];
  });
  return [[...named.flat(), ...columns, "HIDDEN"], ...rows];
};
