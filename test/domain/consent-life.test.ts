import { describe, expect, test } from "vitest";
import { CONSENT_LIFE, type ConsentState, consentState } from "../../src/domain/consent-life.js";
import type { LocalDate } from "../../src/domain/local-date.js";
import { testLife } from "../support/life.js";

const STATES = ["FUTURE", "IN_FORCE", "EXPIRED", "WITHDRAWN"] as const satisfies ConsentState[];

describe("the life of a consent", () => {
  testLife("consent", CONSENT_LIFE, STATES, "WITHDRAW: FUTURE, IN_FORCE, EXPIRED → WITHDRAWN");

  test.each([
    ["FUTURE", "2026-03-11", null, null],
    ["IN_FORCE", "2026-03-10", null, null],
    ["IN_FORCE", "2026-01-01", "2026-03-11", null],
    ["EXPIRED", "2026-01-01", "2026-03-10", null],
    ["WITHDRAWN", "2026-01-01", "2026-03-10", "2026-03-01"],
    ["WITHDRAWN", "2026-03-11", null, "2026-03-10"],
  ] as const)(
    "is %s on 10 March when given on %s, to expire on %s, withdrawn on %s",
    (state, givenOn, expiresOn, withdrawnOn) => {
      expect(consentState({ givenOn, expiresOn, withdrawnOn }, "2026-03-10" as LocalDate)).toBe(state);
    },
  );
});
