import { KINDS } from "./mutants.js";
import type { Fate } from "./trial.js";

const whole = (number: number): string => Math.round(number).toLocaleString("en-US");

const EVERY_MS = 5000;

const killed = (fates: readonly Fate[]): number => fates.filter(({ by }) => by === "answers" || by === "label").length;

/** How far it is and how long it will take, every few seconds. */
export class Progress {
  readonly #started = performance.now();
  #said = this.#started;

  constructor(private readonly total: number) {}

  after(fates: readonly Fate[]): void {
    const now = performance.now();
    if (now - this.#said < EVERY_MS) return;
    this.#said = now;
    const seconds = (((now - this.#started) / fates.length) * (this.total - fates.length)) / 1000;
    const lives = fates.filter(({ by }) => by === null).length;
    process.stdout.write(
      `${whole(fates.length)} of ${whole(this.total)} tried, ${whole(killed(fates))} killed, ${lives} alive; ${whole(seconds)} s left\n`,
    );
  }
}

const rowOf = (title: string, fates: readonly Fate[]): string => {
  const count = (by: Fate["by"]) => whole(fates.filter((fate) => fate.by === by).length);
  const cells = [
    title,
    whole(fates.length),
    whole(killed(fates)),
    count("answers"),
    count("label"),
    count("equal"),
    count(null),
  ];
  return `| ${cells.join(" | ")} |`;
};

const reasons = (fates: readonly Fate[]): string[] => {
  const counts = new Map<string, number>();
  for (const { by, why } of fates)
    if (by === "label" || by === "equal") counts.set(`${by}: ${why}`, (counts.get(`${by}: ${why}`) ?? 0) + 1);
  return [...counts].map(([why, count]) => `${whole(count)} ${why}`);
};

/** What became of all mutants, by what they change. */
export const tableOf = (fates: readonly Fate[]): string => {
  const able = fates.filter(({ by }) => by !== "equal").length;
  const score = able === 0 ? 0 : (100 * killed(fates)) / able;
  return [
    "| what is changed | mutants | killed | by an answer | by the grade that is explained | equal | alive |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...KINDS.map((kind) =>
      rowOf(
        kind,
        fates.filter(({ mutant }) => mutant.kind === kind),
      ),
    ),
    rowOf("all", fates),
    "",
    ...reasons(fates),
    "",
    `killed ${whole(killed(fates))} of ${whole(able)} (${score.toFixed(2)} %), and ${whole(fates.length - able)} equal`,
  ].join("\n");
};
