import type { Chore, ChoreContext } from "../commands/chores.js";

export interface ChoresOptions {
  readonly chores: Readonly<Record<string, Chore>>;
  readonly context: () => ChoreContext;
  /** How often they are done though nobody wakes them: claims lapse and consents expire on their own. */
  readonly everyMs: number;
  readonly onFailure: (chore: string, error: unknown) => void;
}

export interface Chores {
  /** Has them done soon. Whoever calls does not wait, and learns nothing of them. */
  wake(): void;
  /** Once nothing is left to do. */
  settled(): Promise<void>;
  /** Lets a running one finish, and begins none. */
  stop(): Promise<void>;
}

/** Runs the chores one after another, and again when they were woken meanwhile. One that fails keeps none from running. */
export const startChores = ({ chores, context, everyMs, onFailure }: ChoresOptions): Chores => {
  let [woken, stopped] = [false, false];
  let running: Promise<void> | null = null;

  const round = async (): Promise<void> => {
    while (woken && !stopped) {
      woken = false;
      for (const [name, chore] of Object.entries(chores))
        if (!stopped) await chore(context()).catch((error: unknown) => onFailure(name, error));
    }
    running = null;
  };
  const wake = (): void => {
    woken = true;
    // Not before the answer of whoever woke us is on its way.
    running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(round);
  };
  const timer = setInterval(wake, everyMs).unref();
  wake();
  return {
    wake,
    settled: async () => {
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
};
