import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import type { FourEyes } from "./four-eyes.js";
import type { Corroboration } from "./record.js";
import { normalisedName } from "./series.js";
import type { FindingResult, VerificationMethod } from "./task.js";

/** What one person found out about one field of a record, by one method, from one party. */
export interface FieldFinding {
  readonly field: string;
  readonly result: FindingResult;
  readonly method: VerificationMethod;
  readonly sourceParty: string | null;
  readonly performedBy: string;
}

/** What the findings about a record are weighed against. */
export interface Weighed {
  /** Fields verification has to confirm, as far as the record fills them. */
  readonly criticalFields: readonly string[];
  /** Its source is an official register, which counts as one confirmation. */
  readonly fromRegister: boolean;
  /** Parties the record was derived from: nothing they say is independent of it. */
  readonly derivedFromParties: readonly string[];
  readonly fourEyes: FourEyes;
}

export interface Corroborated {
  readonly corroboration: Corroboration;
  /** Independent confirmations that every critical field has, counted up to two. */
  readonly confirmations: number;
}

/** What is needed for FULL, however often a fact is confirmed beyond that. */
const ENOUGH = 2;

type Witness = Pick<FieldFinding, "method" | "performedBy"> & { readonly sourceParty: string };

/** One party, however its name is written. */
const isSameParty = (a: string, b: string): boolean => normalisedName(a) === normalisedName(b);

/** Two witnesses count twice when neither method nor party nor performer is the same (SP2). */
const independent = (mode: FourEyes, a: Witness, b: Witness): boolean =>
  a.method !== b.method &&
  !isSameParty(a.sourceParty, b.sourceParty) &&
  // In a small company two persons are all there is.
  (mode === "small" || a.performedBy !== b.performedBy);

const isWitness = ({ derivedFromParties }: Weighed, finding: FieldFinding): finding is FieldFinding & Witness => {
  const { result, sourceParty } = finding;
  return (
    result === "CONFIRMED" &&
    sourceParty !== null &&
    !derivedFromParties.some((party) => isSameParty(party, sourceParty))
  );
};

/** To look into the register again is no second source. */
const isIndependentOfRegister = ({ method }: Witness): boolean => method !== "PUBLIC_REGISTER_CHECK";

const confirmationsOf = (field: string, findings: readonly FieldFinding[], weighed: Weighed): number => {
  const witnesses = findings
    .filter((finding) => finding.field === field)
    .filter((finding) => isWitness(weighed, finding)) as Witness[];
  if (weighed.fromRegister && witnesses.some(isIndependentOfRegister)) return ENOUGH;
  const twice = witnesses.some((a, i) => witnesses.slice(i + 1).some((b) => independent(weighed.fourEyes, a, b)));
  if (twice) return ENOUGH;
  return weighed.fromRegister || witnesses.length > 0 ? 1 : 0;
};

/** PARTIAL: some of it is confirmed twice. SINGLE_SOURCE: all of it once, none of it twice. */
const levelOf = (least: number, most: number, fourEyes: FourEyes): Corroboration => {
  if (least >= ENOUGH && fourEyes === "strict") return "FULL";
  if (most >= ENOUGH) return "PARTIAL";
  return least === 1 ? "SINGLE_SOURCE" : "SELF_DECLARED";
};

/**
 * How far findings carry a record (SP2). One contradiction refutes it, whatever else is said; FULL means that every
 * critical field has two confirmations by different methods, parties and performers, and is out of reach of a small company.
 */
export const corroborationOf = (findings: readonly FieldFinding[], weighed: Weighed): Corroborated => {
  if (findings.some(({ result }) => result === "CONTRADICTED")) return { corroboration: "REFUTED", confirmations: 0 };
  const counts = weighed.criticalFields.map((field) => confirmationsOf(field, findings, weighed));
  const [least, most] = counts.length === 0 ? [0, 0] : [Math.min(...counts), Math.max(...counts)];
  return { corroboration: levelOf(least, most, weighed.fourEyes), confirmations: least };
};

/** What key information has to reach: where two persons are all there is, PARTIAL is marked as such and has to do. */
const HIGHEST = { strict: "FULL", small: "PARTIAL" } as const satisfies Record<FourEyes, Corroboration>;

/** Whether a record has the corroboration its category demands. */
export const isCorroborated = (
  category: CategoryCode,
  { corroboration, confirmations }: Corroborated,
  fourEyes: FourEyes,
): boolean => {
  const { critical, minimumConfirmations } = INFORMATION_CATEGORIES[category];
  if (corroboration === "REFUTED" || confirmations < minimumConfirmations) return false;
  return !critical || corroboration === HIGHEST[fourEyes];
};
