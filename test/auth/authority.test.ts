import { expect, test } from "vitest";
import { AUTHORITY, allowedMutations, mayAsk, mayCall, QUERY_AUTHORITY } from "../../src/auth/authority.js";
import { Role } from "../../src/auth/role.js";
import { verdictOf } from "../../src/auth/verdict.js";
import { MAY_ASK, MAY_CALL } from "../permissions/oracle/policy.js";

const EVERYBODY = ["login", "switchRole", "logout", "changePassword"];

test.each(Object.values(Role))(
  "%s may call what the policy says, beside signing in and out, and nothing else",
  (role) => {
    const told = Object.keys(MAY_CALL).filter((mutation) => MAY_CALL[mutation]?.includes(role));
    expect([...allowedMutations(role)].sort()).toEqual([...EVERYBODY, ...told].sort());
  },
);

test("what is not in the table is nobody's to call", () => {
  expect(Object.keys(AUTHORITY).sort()).toEqual([...EVERYBODY, ...Object.keys(MAY_CALL)].sort());
  for (const role of Object.values(Role))
    for (const mutation of ["dropEverything", "toString"]) expect(mayCall(role, mutation)).toBe(false);
});

test.each(Object.values(Role))("%s may ask what the policy says", (role) => {
  for (const [query, roles] of Object.entries(MAY_ASK)) expect(mayAsk(role, query)).toBe(roles.includes(role));
  expect(Object.keys(QUERY_AUTHORITY)).toEqual(Object.keys(MAY_ASK));
  expect(mayAsk(role, "customers")).toBe(true);
});

test("a cell is told as the level it shows", () => {
  expect((["F", "M", "T/M", "T/-", "-"] as const).map((cell) => verdictOf(cell, true).level)).toEqual([
    "FULL",
    "MASKED",
    "TASK_BOUND",
    "TASK_BOUND",
    "DENIED",
  ]);
});
