import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corroborationOf, type FieldFinding, isCorroborated, type Weighed } from "../../src/domain/corroboration.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { Corroboration } from "../../src/domain/record.js";
import { FindingResult, VerificationMethod } from "../../src/domain/task.js";

const FIELDS = ["revenue", "netProfit"];

const RECORD: Weighed = { criticalFields: FIELDS, fromRegister: false, derivedFromParties: [], fourEyes: "strict" };

/** `method/party/performer/result`, about every field unless one is named in front: `revenue: …`. */
const read = (text: string): FieldFinding[] => {
  const [, field, said = ""] = /^(?:(\w+): )?(.*)$/.exec(text) ?? [];
  const [method, sourceParty = "", performedBy = "", result = "CONFIRMED"] = said.split("/");
  const found = { method, sourceParty: sourceParty || null, performedBy, result } as Omit<FieldFinding, "field">;
  return (field === undefined ? FIELDS : [field]).map((name) => ({ ...found, field: name }));
};

const weigh = (texts: readonly string[], more: Partial<Weighed> = {}) =>
  corroborationOf(texts.flatMap(read), { ...RECORD, ...more });

const BANK = "THIRD_PARTY_COMPARISON/A bank/Ann";
const PAPER = "DOCUMENT_CHECK/The customer/Bob";

describe("a record is", () => {
  it.each([
    ["what its source says of itself while nobody confirmed it", [], "SELF_DECLARED", 0],
    ["single-sourced once all of it is confirmed", [BANK], "SINGLE_SOURCE", 1],
    ["not yet single-sourced by a confirmation of a part", [`revenue: ${BANK}`], "SELF_DECLARED", 0],
    ["fully corroborated by two methods, parties and performers", [BANK, PAPER], "FULL", 2],
    ["partly corroborated when that is so for a part", [BANK, `revenue: ${PAPER}`], "PARTIAL", 1],
    [
      "partly corroborated when the rest is not confirmed at all",
      [`revenue: ${BANK}`, `revenue: ${PAPER}`],
      "PARTIAL",
      0,
    ],
    ["confirmed once by one method twice", [BANK, "THIRD_PARTY_COMPARISON/A tax office/Bob"], "SINGLE_SOURCE", 1],
    ["confirmed once by one party twice", [BANK, "DOCUMENT_CHECK/A bank/Bob"], "SINGLE_SOURCE", 1],
    [
      "confirmed once by one party twice, however it is written",
      [BANK, "DOCUMENT_CHECK/ a  ＢＡＮＫ/Bob"],
      "SINGLE_SOURCE",
      1,
    ],
    ["confirmed once by one person twice", [BANK, "DOCUMENT_CHECK/The customer/Ann"], "SINGLE_SOURCE", 1],
    ["not confirmed by nobody in particular", ["DOCUMENT_CHECK//Bob"], "SELF_DECLARED", 0],
    ["not confirmed by what could not be told", [`${BANK}/INCONCLUSIVE`, `${PAPER}/NOT_REACHED`], "SELF_DECLARED", 0],
    [
      "refuted by one contradiction, whatever else is said",
      [BANK, PAPER, "revenue: SITE_VISIT/A witness/Cid/CONTRADICTED"],
      "REFUTED",
      0,
    ],
  ] as const)("%s", (_, texts, corroboration, confirmations) =>
    expect(weigh(texts)).toEqual({ corroboration, confirmations }),
  );
});

describe("a register as source", () => {
  const fromRegister = { fromRegister: true };

  it("counts as one confirmation", () =>
    expect(weigh([], fromRegister)).toEqual({ corroboration: "SINGLE_SOURCE", confirmations: 1 }));

  it("and a second one by another method make two", () =>
    expect(weigh([PAPER], fromRegister)).toEqual({ corroboration: "FULL", confirmations: 2 }));

  it("is no second source when it is looked up again", () =>
    expect(weigh(["PUBLIC_REGISTER_CHECK/The register/Bob"], fromRegister).confirmations).toBe(1));
});

describe("an analysis", () => {
  it("is not confirmed by a party it was derived from", () => {
    expect(weigh([BANK, PAPER], { derivedFromParties: ["A  bank"] }).confirmations).toBe(1);
    expect(weigh([BANK, PAPER], { derivedFromParties: ["A bank", "the customer"] }).confirmations).toBe(0);
  });
});

describe("in a small company", () => {
  const small = { fourEyes: "small" } as const;

  it("one person may confirm by two methods from two parties, and it is marked as partial", () =>
    expect(weigh([BANK, "DOCUMENT_CHECK/The customer/Ann"], small)).toEqual({
      corroboration: "PARTIAL",
      confirmations: 2,
    }));

  it("neither one method nor one party is enough there either", () => {
    expect(weigh([BANK, "THIRD_PARTY_COMPARISON/A tax office/Bob"], small).confirmations).toBe(1);
    expect(weigh([BANK, "DOCUMENT_CHECK/A bank/Bob"], small).confirmations).toBe(1);
  });
});

const finding = fc.record({
  field: fc.constantFrom(...FIELDS, "another"),
  result: fc.constantFrom(...namesOf(FindingResult)),
  method: fc.constantFrom(...namesOf(VerificationMethod)),
  sourceParty: fc.constantFrom(null, "A bank", "A tax office", "The customer"),
  performedBy: fc.constantFrom("Ann", "Bob", "Cid"),
});
const confirming = finding.map((found) => ({ ...found, result: "CONFIRMED" as const }));
const findings = fc.array(finding, { maxLength: 8 });
const confirmations = fc.array(confirming, { maxLength: 8 });
const weighed: fc.Arbitrary<Weighed> = fc.record({
  criticalFields: fc.constant(FIELDS),
  fromRegister: fc.boolean(),
  derivedFromParties: fc.subarray(["A bank", "The customer"]),
  fourEyes: fc.constantFrom("strict", "small"),
});

/** The rule as the policy has it, said in another way than the code. */
const hasTwo = (found: readonly FieldFinding[], field: string): boolean => {
  const of = found.filter((f) => f.field === field && f.result === "CONFIRMED" && f.sourceParty !== null);
  return of.some((a) =>
    of.some(
      (b) =>
        ![
          [a.method, b.method],
          [a.sourceParty, b.sourceParty],
          [a.performedBy, b.performedBy],
        ].some(([x, y]) => x === y),
    ),
  );
};

describe("whatever was found,", () => {
  it("full means two independent confirmations of every critical field, and nothing else does", () =>
    fc.assert(
      fc.property(confirmations, (found) => {
        const { corroboration } = corroborationOf(found, RECORD);
        expect(corroboration === "FULL").toBe(FIELDS.every((field) => hasTwo(found, field)));
      }),
      { numRuns: 1000 },
    ));

  it("the order it was found in does not matter", () =>
    fc.assert(
      fc.property(
        findings.chain((found) =>
          fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
        ),
        weighed,
        ([found, shuffled], against) => {
          expect(corroborationOf(shuffled, against)).toEqual(corroborationOf(found, against));
        },
      ),
    ));

  it("one more confirmation never lowers it", () =>
    fc.assert(
      fc.property(findings, confirming, weighed, (found, more, against) => {
        const [before, after] = [corroborationOf(found, against), corroborationOf([...found, more], against)];
        const rank = namesOf(Corroboration);
        expect(rank.indexOf(after.corroboration)).toBeGreaterThanOrEqual(rank.indexOf(before.corroboration));
        expect(after.confirmations).toBeGreaterThanOrEqual(before.confirmations);
      }),
      { numRuns: 1000 },
    ));

  it("one contradiction refutes it, in any company and from any source", () =>
    fc.assert(
      fc.property(findings, finding, weighed, (found, other, against) => {
        const refuted = corroborationOf([...found, { ...other, result: "CONTRADICTED" }], against);
        expect(refuted).toEqual({ corroboration: "REFUTED", confirmations: 0 });
      }),
    ));

  it("what a source of it says counts for nothing", () =>
    fc.assert(
      fc.property(findings, weighed, (found, against) => {
        const independent = found.filter(
          ({ result, sourceParty }) =>
            result !== "CONFIRMED" || !against.derivedFromParties.includes(sourceParty ?? ""),
        );
        expect(corroborationOf(found, against)).toEqual(corroborationOf(independent, against));
      }),
    ));

  it("a small company never reaches full, and never less than a strict one otherwise", () =>
    fc.assert(
      fc.property(findings, weighed, (found, against) => {
        const [strict, small] = (["strict", "small"] as const).map((fourEyes) =>
          corroborationOf(found, { ...against, fourEyes }),
        );
        expect(small?.corroboration).not.toBe("FULL");
        expect(small?.confirmations).toBeGreaterThanOrEqual(strict?.confirmations ?? 0);
      }),
    ));
});

describe("a record has what its category demands", () => {
  it.each([
    ["FINANCIAL", "FULL", 2, "strict", true],
    ["FINANCIAL", "PARTIAL", 1, "strict", false],
    ["FINANCIAL", "SINGLE_SOURCE", 1, "strict", false],
    ["FINANCIAL", "PARTIAL", 2, "small", true],
    ["FINANCIAL", "PARTIAL", 1, "small", false],
    ["FINANCIAL", "REFUTED", 0, "strict", false],
    ["CONTACT", "SINGLE_SOURCE", 1, "strict", true],
    ["CONTACT", "SELF_DECLARED", 0, "strict", false],
    ["FEEDBACK", "SELF_DECLARED", 0, "strict", true],
    ["FEEDBACK", "REFUTED", 0, "strict", false],
  ] as const)("%s that is %s with %i confirmations, in %s: %s", (category, corroboration, count, mode, enough) =>
    expect(isCorroborated(category, { corroboration, confirmations: count }, mode)).toBe(enough),
  );
});
