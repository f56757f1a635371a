import { describe, expect, test } from "vitest";
import { AGREEMENT_LIFE, type AgreementState, agreementState } from "../../src/domain/agreement-life.js";
import type { LocalDate } from "../../src/domain/local-date.js";
import { testLife } from "../support/life.js";

const STATES = ["FUTURE", "IN_FORCE", "EXPIRED", "ENDED"] as const satisfies AgreementState[];

describe("the life of an agreement", () => {
  testLife("sharing agreement", AGREEMENT_LIFE, STATES, "END: FUTURE, IN_FORCE → ENDED");

  test.each([
    ["FUTURE", "2026-03-11", "2027-01-01", null],
    ["IN_FORCE", "2026-03-10", "2026-03-11", null],
    ["EXPIRED", "2026-01-01", "2026-03-10", null],
    ["ENDED", "2026-01-01", "2027-01-01", "2026-03-10"],
    ["ENDED", "2026-03-11", "2027-01-01", "2026-03-09"],
  ] as const)(
    "is %s on 10 March when it starts on %s, expires on %s and was ended on %s",
    (state, startsOn, expiresOn, endedOn) => {
      expect(agreementState({ startsOn, expiresOn, endedOn }, "2026-03-10" as LocalDate)).toBe(state);
    },
  );
});
