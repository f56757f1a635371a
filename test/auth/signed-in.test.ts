import { expect, test } from "vitest";
import { type SessionFacts, signedIn } from "../../src/auth/signed-in.js";

const NOW = new Date("2026-06-30T08:00:00Z");
const branch = { id: "b-1", code: "FZ", name: "福州" };

const facts = (session: Partial<SessionFacts> = {}, account: Partial<SessionFacts["account"]> = {}): SessionFacts => ({
  sessionId: "s-1",
  role: "CLERK",
  expiresAt: new Date("2026-06-30T09:00:00Z"),
  revoked: false,
  account: {
    id: "a-1",
    username: "clerk",
    displayName: "Clerk",
    roles: ["CLERK", "COLLECTOR"],
    disabled: false,
    demo: false,
    branch,
    ...account,
  },
  ...session,
});

test("a standing sign-in is its account, in the one role it acts in", () => {
  expect(signedIn(facts(), NOW, false)).toEqual({
    accountId: "a-1",
    sessionId: "s-1",
    username: "clerk",
    displayName: "Clerk",
    role: "CLERK",
    roles: ["CLERK", "COLLECTOR"],
    branchId: "b-1",
    branch,
  });
});

test.each([
  ["revoked", facts({ revoked: true })],
  ["expired", facts({ expiresAt: NOW })],
  ["of a disabled account", facts({}, { disabled: true })],
  ["in a role taken away", facts({}, { roles: ["COLLECTOR"] })],
])("a sign-in that is %s stands no longer", (_, session) => {
  expect(signedIn(session, NOW, false)).toBeNull();
});

test("a demo account stands for nobody in production", () => {
  expect(signedIn(facts({}, { demo: true }), NOW, false)).not.toBeNull();
  expect(signedIn(facts({}, { demo: true }), NOW, true)).toBeNull();
});
