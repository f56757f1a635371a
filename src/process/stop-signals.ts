/** A terminal and npm both pass Ctrl-C on: what comes twice within this time was pressed once. */
const SAME_PRESS_MS = 1_000;

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Asked once to stop, the process ends in good order; asked again, at once. */
export const onStopSignal = (stop: () => Promise<void>, exit: (code: number) => void = process.exit): void => {
  let askedAt: number | undefined;
  const ask = (): void => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      stop().then(
        () => exit(0),
        () => exit(1),
      );
    } else if (now - askedAt > SAME_PRESS_MS) exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, ask);
};
