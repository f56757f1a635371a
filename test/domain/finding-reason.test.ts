import { describe, expect, it } from "vitest";
import { namesOf } from "../../src/domain/enumeration.js";
import { fitsResult, reasonsFor } from "../../src/domain/finding-reason.js";
import { FindingReason, FindingResult } from "../../src/domain/task.js";

describe("a reason code", () => {
  it.each(namesOf(FindingReason))("%s goes with at least one result", (reason) =>
    expect(namesOf(FindingResult).some((result) => fitsResult(result, reason))).toBe(true),
  );

  it.each(namesOf(FindingResult))("that goes with %s does not also say the opposite", (result) => {
    const opposite = { CONFIRMED: "CONTRADICTED", CONTRADICTED: "CONFIRMED" }[result as string] as FindingResult;
    if (opposite) expect(reasonsFor(result).filter((reason) => fitsResult(opposite, reason))).toEqual([]);
    expect(reasonsFor(result).length).toBeGreaterThan(0);
  });

  it("may be left out by what confirms, and by nothing else", () =>
    expect(namesOf(FindingResult).filter((result) => fitsResult(result, null))).toEqual(["CONFIRMED"]));
});
