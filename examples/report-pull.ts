import { ask } from "./ask.js";
import { columns } from "./columns.js";
import {
  ReportPullDocument,
  type ReportPullQuery,
  SignInDocument,
  type StatisticsDimension,
  type StatisticsMeasure,
} from "./generated/graphql.js";

type Group = ReportPullQuery["archiveStatistics"]["groups"][number];

const MEASURES: StatisticsMeasure[] = ["CUSTOMERS", "COMPLETENESS_MEAN", "REVENUE_SUM", "CREDIT_LIMIT_MEAN"];

/** Amounts of different currencies are never added up: a group has one for each. */
const cellOf = ({ values, hidden }: Group, measure: StatisticsMeasure): string => {
  const shown = values.filter((each) => each.measure === measure);
  const amounts = shown.map(({ value, currency }) => (currency == null ? value : `${value} ${currency}`));
  return [...amounts, ...(hidden.includes(measure) ? ["(hidden)"] : [])].join(", ") || "–";
};

const rowOf = (group: Group): string[] => [
  ...group.keys.map(({ value, label }) => label ?? value ?? "none"),
  ...MEASURES.map((measure) => cellOf(group, measure)),
];

/** A report as a reporting tool pulls it: it sees no customer, and no group of fewer than five. */
export const run = async (
  url: string,
  password: string,
  { as: username = "reporter", by = "IMPORTANCE", purpose = "CREDIT_ASSESSMENT" } = {},
): Promise<string> => {
  const signedIn = await ask(url, null, SignInDocument, { input: { username, password } });
  const { token, viewer } = signedIn.data.login;
  const groupBy = by.split(",") as StatisticsDimension[];
  const { data } = await ask(url, { token, purpose }, ReportPullDocument, { input: { groupBy, measures: MEASURES } });
  const { groups, suppressedGroups } = data.archiveStatistics;
  return [
    `${viewer.displayName} acts as ${viewer.role}: customers by ${groupBy.join(" and ")}`,
    columns([[...groupBy, ...MEASURES], ...groups.map(rowOf)]),
    `${suppressedGroups} groups left out: fewer than five customers, or telling of such a group.`,
    "(hidden): fewer than five bring the amount in, or one of them most of it.",
  ].join("\n\n");
};
