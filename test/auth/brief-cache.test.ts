import { expect, test, vi } from "vitest";
import { briefCache } from "../../src/auth/brief-cache.js";

const at = (ms: number) => new Date(1_000_000 + ms);
const loading = () => vi.fn(async (key: string): Promise<{ key: string } | null> => ({ key }));

test("a sign-in is read again after two seconds, not before", async () => {
  const load = loading();
  const cache = briefCache({ load });
  for (const ms of [0, 1, 1_999]) await cache.read("s", at(ms));
  expect(load).toHaveBeenCalledTimes(1);
  await cache.read("s", at(2_000));
  expect(load).toHaveBeenCalledTimes(2);
});

test("being used does not make it live longer", async () => {
  const load = loading();
  const cache = briefCache({ load });
  for (let ms = 0; ms <= 4_000; ms += 500) await cache.read("s", at(ms));
  expect(load).toHaveBeenCalledTimes(3);
});

test("requests that come at once read once", async () => {
  const load = loading();
  const cache = briefCache({ load });
  await Promise.all([1, 2, 3].map(() => cache.read("s", at(0))));
  expect(load).toHaveBeenCalledTimes(1);
});

test("a forgotten sign-in is read again, even when it was being read at that moment", async () => {
  const load = loading();
  const cache = briefCache({ load });
  const reading = cache.read("s", at(0));
  cache.forget("s");
  await reading;
  await cache.read("s", at(1));
  expect(load).toHaveBeenCalledTimes(2);
});

test("a failed reading is not remembered", async () => {
  const load = loading();
  load.mockRejectedValueOnce(new Error("database away"));
  const cache = briefCache({ load });
  await expect(cache.read("s", at(0))).rejects.toThrow("database away");
  await expect(cache.read("s", at(1))).resolves.toMatchObject({ key: "s" });
});

test("a clock set back does not keep a sign-in alive", async () => {
  const load = loading();
  const cache = briefCache({ load });
  await cache.read("s", at(0));
  await cache.read("s", at(-60_000));
  expect(load).toHaveBeenCalledTimes(2);
});

test("it is bounded: what was unused longest goes first", async () => {
  const load = loading();
  const cache = briefCache({ load, capacity: 2 });
  for (const id of ["a", "b", "a", "c"]) await cache.read(id, at(0));
  load.mockClear();
  for (const id of ["a", "c"]) await cache.read(id, at(0));
  expect(load).not.toHaveBeenCalled();
  await cache.read("b", at(0));
  expect(load).toHaveBeenCalledTimes(1);
});

test("what is not there is remembered, too, and no longer", async () => {
  const load = loading();
  load.mockResolvedValue(null);
  const cache = briefCache({ load });
  expect([await cache.read("s", at(0)), await cache.read("s", at(1))]).toEqual([null, null]);
  expect(load).toHaveBeenCalledTimes(1);
  await cache.read("s", at(2_000));
  expect(load).toHaveBeenCalledTimes(2);
});
