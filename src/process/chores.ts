import type { Chore, ChoreContext } from "../commands/chore.js";

type Chores = Readonly<Record<string, Chore>>;

export interface ChoresOptions {
  /** What waits for a write. */
  readonly afterWrite: Chores;
  /** What comes with time: claims lapse and consents expire on their own. */
  readonly asTimePasses: Chores;
  readonly context: () => ChoreContext;
  /** How often all of them are done, whether or not anybody has written. */
  readonly everyMs: number;
  readonly onFailure: (chore: string, error: unknown) => void;
}

export interface RunningChores {
  /** Has those that wait for a write done soon. Whoever calls does not wait, and learns nothing of them. */
  wake(): void;
  /** Has all of them done soon, as at the start and at every interval. */
  tick(): void;
  /** Once nothing is left to do. */
  settled(): Promise<void>;
  /** Lets a running one finish, and begins none. */
  stop(): Promise<void>;
}

/** Runs chores one after another; one called for while it runs is run again. One that fails keeps none from running. */
export const startChores = (options: ChoresOptions): RunningChores => {
  const { afterWrite, asTimePasses, context, everyMs, onFailure } = options;
  const all: Chores = { ...asTimePasses, ...afterWrite };
  const due = new Set<string>();
  let stopped = false;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    for (let [name] = due; name !== undefined; [name] = due) {
      due.delete(name);
      await all[name]?.({ ...context(), stopping: () => stopped }).catch((error: unknown) =>
        onFailure(name as string, error),
      );
    }
    running = null;
  };
  const call = (chores: Chores) => (): void => {
    for (const name of Object.keys(chores)) due.add(name);
    // Not before the answer of whoever woke us is on its way.
    running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(run);
  };
  const tick = call(all);
  const timer = setInterval(tick, everyMs).unref();
  tick();
  return {
    wake: call(afterWrite),
    tick,
    settled: async () => {
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      due.clear();
      await running;
    },
  };
};
