// The plain closing line of a run: the tests in the given reports of vitest, added up.
import { readFileSync } from "node:fs";

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const sum = (name) => reports.reduce((total, report) => total + report[name], 0);
const skipped = sum("numPendingTests") + sum("numTodoTests");
process.stdout.write(
  `\n${sum("numPassedTests")} passed, ${sum("numFailedTests")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
);
