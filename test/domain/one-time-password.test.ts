import { expect, test } from "vitest";
import { oneTimeUntil, passwordHolds } from "../../src/domain/one-time-password.js";

const SET = new Date("2026-03-10T02:00:00Z");

test("a password somebody else has set is good for 72 hours, and not an instant more", () => {
  const until = oneTimeUntil(SET);
  expect(until).toEqual(new Date("2026-03-13T02:00:00Z"));
  expect(passwordHolds(until, SET)).toBe(true);
  expect(passwordHolds(until, new Date(until.getTime() - 1))).toBe(true);
  expect(passwordHolds(until, until)).toBe(false);
});

test("one's own has no end", () => {
  expect(passwordHolds(null, new Date("2036-03-10T02:00:00Z"))).toBe(true);
});
