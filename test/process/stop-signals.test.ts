import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onStopSignal } from "../../src/process/stop-signals.js";

const signals = ["SIGINT", "SIGTERM"] as const;
let before: Map<string, unknown[]>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
});
afterEach(() => {
  vi.useRealTimers();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
});

const press = (signal: (typeof signals)[number] = "SIGINT") => {
  const added = process.listeners(signal).filter((listener) => !before.get(signal)?.includes(listener));
  for (const listener of added) listener(signal);
};

const never = () => new Promise<void>(() => {});

test.each(signals)("%s stops in good order", async (signal) => {
  const exit = vi.fn();
  onStopSignal(async () => {}, exit);
  press(signal);
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
});

test("one press that arrives twice is one", () => {
  const exit = vi.fn();
  onStopSignal(never, exit);
  press();
  vi.advanceTimersByTime(50);
  press();
  expect(exit).not.toHaveBeenCalled();
});

test("a second press ends it at once", () => {
  const exit = vi.fn();
  onStopSignal(never, exit);
  press();
  vi.advanceTimersByTime(1_500);
  press();
  expect(exit).toHaveBeenCalledWith(130);
});

test("what cannot be stopped in good order says so", async () => {
  const exit = vi.fn();
  onStopSignal(() => Promise.reject(new Error("database away")), exit);
  press();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
});
