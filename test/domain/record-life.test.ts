import { describe } from "vitest";
import { namesOf } from "../../src/domain/enumeration.js";
import { RecordStatus } from "../../src/domain/record.js";
import { RECORD_LIFE } from "../../src/domain/record-life.js";
import { testLife } from "../support/life.js";

const BEFORE_THE_SEAL = "COLLECTED, IN_VERIFICATION, VERIFIED, APPROVED";

describe("the life of a record", () => {
  testLife(
    "record",
    RECORD_LIFE,
    namesOf(RecordStatus),
    `
      SEND_BACK:          COLLECTED → RETURNED
      START_VERIFICATION: COLLECTED, VERIFIED, APPROVED → IN_VERIFICATION
      CONFIRM:            COLLECTED, IN_VERIFICATION → VERIFIED
      UNCONFIRM:          VERIFIED → IN_VERIFICATION
      APPROVE:            VERIFIED → APPROVED
      RETURN:             ${BEFORE_THE_SEAL} → RETURNED
      ARCHIVE:            APPROVED → ARCHIVED
      SUPERSEDE:          ARCHIVED → SUPERSEDED
      RESTRICT:           ${BEFORE_THE_SEAL}, RETURNED, ARCHIVED, SUPERSEDED → RESTRICTED
      ERASE:              ${BEFORE_THE_SEAL}, RETURNED, ARCHIVED, SUPERSEDED, RESTRICTED → ERASED
    `,
  );
});
