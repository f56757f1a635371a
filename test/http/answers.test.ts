import { expect, test } from "vitest";
import { Answers } from "../../src/http/answers.js";

const at = (second: number): Date => new Date(Date.UTC(2026, 5, 30, 2, 0, second));

/** An answer that is being made until it is ended. */
const begun = (answers: Answers, since: Date) => {
  let end = (): void => {};
  let write = (): void => {};
  const made = answers.making(since, (wrote) => {
    write = wrote;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  return { write: () => write(), end: () => (end(), made) };
};

test("what follows a write begins once its answer is made, and once only", async () => {
  let woken = 0;
  const answers = new Answers(() => void (woken += 1));
  const one = begun(answers, at(1));
  one.write();
  one.write();
  expect(woken).toBe(0);
  await one.end();
  expect(woken).toBe(1);
});

test("an answer that wrote nothing sets nothing off", async () => {
  let woken = 0;
  const answers = new Answers(() => void (woken += 1));
  await begun(answers, at(1)).end();
  expect(woken).toBe(0);
});

test("what others are still being answered about is left alone, and follows once they are", async () => {
  let woken = 0;
  const answers = new Answers(() => void (woken += 1));
  const [early, late] = [begun(answers, at(1)), begun(answers, at(5))];
  expect(answers.answeredBefore()).toEqual(at(1));
  late.write();
  await late.end();
  expect([woken, answers.answeredBefore()]).toEqual([1, at(1)]);
  await early.end();
  expect([woken, answers.answeredBefore()]).toEqual([2, null]);
});

test("an answer that fails is made, too", async () => {
  let woken = 0;
  const answers = new Answers(() => void (woken += 1));
  const failing = answers.making(at(1), async (wrote) => {
    wrote();
    throw new Error("lost");
  });
  await expect(failing).rejects.toThrow("lost");
  expect([woken, answers.answeredBefore()]).toEqual([1, null]);
});
