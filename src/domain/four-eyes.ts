import { enumeration } from "./enumeration.js";

/** The parts people take in the life of a record (SP10), in whatever role they act. */
export const Part = enumeration("COLLECTOR", "REQUESTER", "VERIFIER", "APPROVER", "ARCHIVER");
export type Part = keyof typeof Part;

/** `strict`: every part another person. `small`: for small companies, where two persons are enough. */
export type FourEyes = "strict" | "small";

/** Who took which part so far; a part may have been taken by several, or by nobody yet. */
export type Participants = Readonly<Partial<Record<Part, readonly (string | null)[]>>>;

/**
 * Which parts exclude each other, each pair both ways. A requester is excluded from verifying only: to
 * ask for a check and to approve what it brought is one person's work. Of several tasks about a record each takes another
 * verifier: two findings of one person are one confirmation.
 */
const EXCLUDES = {
  strict: {
    COLLECTOR: ["VERIFIER", "APPROVER", "ARCHIVER"],
    REQUESTER: ["VERIFIER"],
    VERIFIER: ["COLLECTOR", "REQUESTER", "VERIFIER", "APPROVER", "ARCHIVER"],
    APPROVER: ["COLLECTOR", "VERIFIER", "ARCHIVER"],
    ARCHIVER: ["COLLECTOR", "VERIFIER", "APPROVER"],
  },
  small: {
    COLLECTOR: ["VERIFIER", "APPROVER"],
    REQUESTER: [],
    VERIFIER: ["COLLECTOR"],
    APPROVER: ["COLLECTOR"],
    ARCHIVER: [],
  },
} as const satisfies Record<FourEyes, Record<Part, readonly Part[]>>;

/** The parts that keep whoever has taken them from taking another one. */
export const excludedBy = (mode: FourEyes, part: Part): readonly Part[] => EXCLUDES[mode][part];

/** The parts that keep somebody from taking another one: those they have taken already. */
export const takenParts = (mode: FourEyes, part: Part, person: string, taken: Participants): Part[] =>
  excludedBy(mode, part).filter((other) => taken[other]?.includes(person));

/** Whether a person may take a part, whatever their role allows: four eyes are on persons, not on roles. */
export const mayTake = (mode: FourEyes, part: Part, person: string, taken: Participants): boolean =>
  takenParts(mode, part, person, taken).length === 0;
