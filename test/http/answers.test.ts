import { expect, test, vi } from "vitest";
import { Answers } from "../../src/http/answers.js";

const at = (second: number): Date => new Date(Date.UTC(2026, 5, 30, 2, 0, second));

let clock = at(1);

/** An answer that is being made until it is ended. */
const begun = (answers: Answers, since: Date) => {
  clock = since;
  let end = (): void => {};
  let write = (): void => {};
  const made = answers.making((now, wrote) => {
    expect(now).toEqual(since);
    write = wrote;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  return {
    write: () => write(),
    end: () => {
      end();
      return made;
    },
  };
};

test("what follows a write begins once its answer is made, and once only", async () => {
  const wake = vi.fn();
  const answers = new Answers(() => clock, wake);
  const one = begun(answers, at(1));
  one.write();
  one.write();
  expect(wake).not.toHaveBeenCalled();
  await one.end();
  expect(wake).toHaveBeenCalledOnce();
});

test("an answer that wrote nothing sets nothing off", async () => {
  const wake = vi.fn();
  const answers = new Answers(() => clock, wake);
  await begun(answers, at(1)).end();
  expect(wake).not.toHaveBeenCalled();
});

test("what others are still being answered about is left alone, and follows once they are", async () => {
  const wake = vi.fn();
  const answers = new Answers(() => clock, wake);
  const [early, late] = [begun(answers, at(1)), begun(answers, at(5))];
  const untilEarly = new Date(at(1).getTime() - 1);
  expect(answers.answeredUntil()).toEqual(untilEarly);
  late.write();
  await late.end();
  expect([wake.mock.calls.length, answers.answeredUntil()]).toEqual([1, untilEarly]);
  await early.end();
  expect([wake.mock.calls.length, answers.answeredUntil()]).toEqual([2, at(5)]);
});

test("an answer that fails is made, too", async () => {
  const wake = vi.fn();
  const answers = new Answers(() => clock, wake);
  const failing = answers.making(async (_now, wrote) => {
    wrote();
    throw new Error("lost");
  });
  await expect(failing).rejects.toThrow("lost");
  expect([wake.mock.calls.length, answers.answeredUntil()]).toEqual([1, clock]);
});
