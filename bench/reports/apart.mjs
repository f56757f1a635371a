// What holding a report against earlier ones costs: one census for all of them, then each in this process.
import { SYSTEM } from "../../dist/auth/viewer.js";
import { shownBy, tellTogether } from "../../dist/commands/compare-reports.js";
import { takingTurns } from "../../dist/commands/taking-turns.js";
import { readCensus } from "../../dist/db/statistics/read-census.js";
import { mayTellApart } from "../../dist/domain/statistics/answered.js";

const EARLIER = [1, 10, 50, 200];

const DIMENSIONS = {
  CUSTOMERS: [[], ["PROVINCE"], ["BRANCH", "RATING"], ["KIND", "IMPORTANCE"], ["INDUSTRY_SECTION"], ["STATUS"]],
  RECORDS: [["CATEGORY"], ["CATEGORY", "RECORD_STATUS"], ["MONTH"], ["BRANCH", "CATEGORY"], ["RECORD_STATUS"]],
};
const FILTERS = [
  {},
  ...["ENTERPRISE", "SOLE_TRADER", "BRANCH_OFFICE", "OTHER"].map((kind) => ({ KIND: [kind] })),
  ...["A", "B", "C"].map((importance) => ({ IMPORTANCE: [importance] })),
  ...["ACTIVE", "DORMANT", "PROSPECT", "CLOSED"].map((status) => ({ STATUS: [status] })),
  ...["11", "12", "13", "31", "32", "33", "44"].map((province) => ({ PROVINCE: [province] })),
];

/** The same kind of rows, as a tool that fills one sheet asks for them. */
const reportsOf = (subject) =>
  FILTERS.flatMap((filter) =>
    DIMENSIONS[subject].flatMap((groupBy) =>
      [["CUSTOMERS"], ["CUSTOMERS", "RECORDS"]].map((measures) => ({
        subject,
        groupBy,
        measures,
        filter,
        branch: null,
      })),
    ),
  );

const ASKED = {
  CUSTOMERS: { groupBy: ["CITY"], measures: ["CUSTOMERS", "RECORDS"], filter: {} },
  RECORDS: { groupBy: ["PROVINCE", "CATEGORY"], measures: ["CUSTOMERS", "RECORDS"], filter: {} },
};

export const apart = async (database, moment, say) => {
  say("| report | earlier ones | to be compared | read, ms | compared, ms | the longest, ms | that tell |");
  say("| --- | --- | --- | --- | --- | --- | --- |");
  for (const subject of Object.keys(ASKED))
    for (const count of EARLIER) {
      const report = { ...ASKED[subject], subject, branch: null };
      const others = reportsOf(subject)
        .slice(0, count)
        .filter((other) => mayTellApart(report, other));
      const start = performance.now();
      const census = await readCensus(database, SYSTEM, [report, ...others], moment);
      const read = performance.now();
      const pause = takingTurns();
      const shown = await shownBy(census, report, pause);
      let [longest, telling] = [0, 0];
      for (const other of others) {
        const begun = performance.now();
        if (await tellTogether(census, shown, other, pause)) telling += 1;
        longest = Math.max(longest, performance.now() - begun);
      }
      const times = [read - start, performance.now() - read, longest].map(Math.round);
      say(
        `| ${subject} by ${report.groupBy.join(" × ")} | ${count} | ${others.length} | ${times.join(" | ")} | ${telling} |`,
      );
    }
};
