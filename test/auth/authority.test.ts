import { expect, test } from "vitest";
import { AUTHORITY, allowedMutations } from "../../src/auth/authority.js";
import { Role } from "../../src/auth/role.js";
import { verdictOf } from "../../src/auth/verdict.js";

const EVERYBODY = ["login", "switchRole", "logout"];

test("a collector registers customers and collects; a clerk collects contacts", () => {
  expect(allowedMutations("COLLECTOR")).toEqual(Object.keys(AUTHORITY));
  expect(allowedMutations("CLERK")).toEqual([...EVERYBODY, "collectContact"]);
});

test.each(Object.values(Role).filter((role) => !["COLLECTOR", "CLERK"].includes(role)))(
  "%s only signs in and out",
  (role) => {
    expect(allowedMutations(role)).toEqual(EVERYBODY);
  },
);

test("a cell is told as the level it shows", () => {
  expect((["F", "M", "T/M", "T/-", "-"] as const).map((cell) => verdictOf(cell, true).level)).toEqual([
    "FULL",
    "MASKED",
    "TASK_BOUND",
    "TASK_BOUND",
    "DENIED",
  ]);
});
