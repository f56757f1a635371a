// npm run bench -- hiding [DIST]: what this process takes to hide what is small and to hold reports apart, without a database; in turns with another build of it.
import { pathToFileURL } from "node:url";
import { median } from "../rounds.mjs";
import { ASKED, CASES, censusParts, EARLIER } from "./tables.mjs";

const ROUNDS = 9;

const say = (line) => process.stdout.write(`${line}\n`);

const MODULES = [
  "domain/statistics/report.js",
  "domain/statistics/census.js",
  "domain/statistics/answered.js",
  "commands/compare-reports.js",
];

const buildOf = async (dist) =>
  Object.assign({}, ...(await Promise.all(MODULES.map((name) => import(new URL(name, dist))))));

/** Milliseconds of the processor, and the longest that somebody else would have waited for their turn meanwhile. */
const watched = async (work) => {
  let [last, longest, done] = [performance.now(), 0, false];
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  done = true;
  await new Promise((resolve) => setImmediate(resolve));
  return { cpu: (user + system) / 1000, longest, result };
};

const heldApart = async ({ Census, shownBy, tellTogether, mayTellApart }, pause) => {
  const census = new Census(censusParts());
  const shown = await shownBy(census, ASKED, pause);
  const telling = [];
  for (const other of EARLIER.filter((each) => mayTellApart(ASKED, each))) {
    telling.push(await tellTogether(census, shown, other, pause));
    await pause();
  }
  return telling;
};

const QUESTIONS = [
  ...CASES.map(({ name, question, counted }) => ({
    name: `${name}: ${counted.groups.length} groups`,
    work: ({ reportOf }, pause) => reportOf(question, counted, pause),
  })),
  { name: `held apart from ${EARLIER.length} earlier ones`, work: heldApart },
];

const measured = async (builds, takingTurns, work) => {
  const found = builds.map(() => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, build] of builds.entries()) {
      const one = await watched(async () => work(build, takingTurns()));
      if (round > 0) found[i].push(one);
      else found[i].same = JSON.stringify(one.result);
    }
  if (new Set(found.map(({ same }) => same)).size > 1) throw new Error("the two builds answer differently");
  return found;
};

const span = (values) => `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;

const rowOf = ([ours, theirs]) => {
  const [cpu, longest] = ["cpu", "longest"].map(
    (name) => (rounds) => Math.round(median(rounds.map((each) => each[name]))),
  );
  if (theirs === undefined) return `${cpu(ours)} | ${longest(ours)}`;
  const ratios = theirs.map((each, i) => each.cpu / ours[i].cpu);
  return `${cpu(ours)} | ${longest(ours)} | ${cpu(theirs)} | ${longest(theirs)} | **${median(ratios).toFixed(1)}×** (${span(ratios)})`;
};

export const benchHiding = async ({ against }) => {
  const dist = new URL("../../dist/", import.meta.url);
  const { takingTurns } = await import(new URL("commands/taking-turns.js", dist));
  const builds = [await buildOf(dist)];
  if (against !== undefined) builds.push(await buildOf(pathToFileURL(`${against}/`)));
  const more = against === undefined ? "" : " other: ms | its longest turn, ms | ratio, median (min–max) |";
  say(`| question | ms | longest turn, ms |${more}`);
  say(`| --- | --- | --- |${against === undefined ? "" : " --- | --- | --- |"}`);
  for (const { name, work } of QUESTIONS) say(`| ${name} | ${rowOf(await measured(builds, takingTurns, work))} |`);
};
