import type { ImportProgress } from "../commands/import-files.js";

/** How often a line is written: on a terminal over the last one, in a log below it. */
const EVERY_MS = { terminal: 200, log: 5000 } as const;

const durationOf = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

/** Rows, speed, share of the bytes read, and how long the rest will take. */
export const progressLine = ({ rows, bytes, totalBytes }: ImportProgress, elapsedMs: number): string => {
  const seconds = Math.max(elapsedMs, 1) / 1000;
  const share = totalBytes === 0 ? 1 : bytes / totalBytes;
  const rest = share === 0 ? "" : `, about ${durationOf((seconds * (1 - share)) / share)} left`;
  return `${rows} rows, ${Math.round(rows / seconds)} rows/s, ${Math.floor(share * 100)} %${rest}`;
};

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Writes progress now and then; `end` clears the line of a terminal. */
export const progressOn = (output: Terminal, clock: () => number = Date.now) => {
  const start = clock();
  let last = start;
  const tty = output.isTTY === true;
  return {
    show: (progress: ImportProgress): void => {
      if (clock() - last < (tty ? EVERY_MS.terminal : EVERY_MS.log)) return;
      last = clock();
      const line = progressLine(progress, last - start);
      output.write(tty ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: (): void => {
      if (tty) output.write("\r\u001b[K");
    },
    seconds: (): number => (clock() - start) / 1000,
  };
};
