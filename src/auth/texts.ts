import type { CategoryCode } from "../domain/category-code.js";
import { verifiedFields } from "../domain/fields-to-verify.js";
import type { ClearedGrade } from "../domain/grade.js";
import { fieldsOfEvents } from "../domain/major-event.js";
import { type Categories, ceilingOf, fieldCeilingsOf, gravestOf } from "./ceiling.js";
import type { Coordinate } from "./classification.js";

/** Texts that weigh alike: of one category, and where that weighs more than the category, about one field of the record. */
export interface TextKind {
  readonly category: CategoryCode;
  /** Null: about the record, or about a field that weighs no more. */
  readonly field: string | null;
  /** All of it has to be open. */
  readonly weights: readonly ClearedGrade[];
  /** Where my work opens what the category weighs, it opens these, whatever else they quote. */
  readonly withMyWork?: true;
}

type KindsOf = (category: CategoryCode) => readonly TextKind[];

const ofRecord = (category: CategoryCode): TextKind => ({ category, field: null, weights: [ceilingOf(category)] });

const about = (category: CategoryCode, field: string | null): TextKind => {
  const graver = field === null ? undefined : fieldCeilingsOf(category)[field];
  if (graver === undefined) return ofRecord(category);
  return { category, field, weights: [ceilingOf(category), graver] };
};

/** Each row may be about any field, or about none. */
const aboutAnyField: KindsOf = (category) => [
  ofRecord(category),
  ...Object.keys(fieldCeilingsOf(category)).map((field) => about(category, field)),
];

/** A task is about all that it verifies, and so is whatever was found in it: the list of findings stands or falls with it. */
const aboutAllVerified: KindsOf = (category) => {
  const weights = verifiedFields(category).flatMap((field) => fieldCeilingsOf(category)[field] ?? []);
  return [{ category, field: null, weights: [ceilingOf(category), ...weights] }];
};

/** What an event is about follows from its kind; a category without kinds has no events. */
const aboutEvents: KindsOf = (category) => fieldsOfEvents(category).map((field) => about(category, field));

/**
 * Why a record came back may quote any of its fields, and says what to do about what I wrote: a clerk who collects
 * contacts is told, and reads no identity number.
 */
const aboutAllOfIt: KindsOf = (category) => [{ category, field: null, weights: gravestOf(category), withMyWork: true }];

const KINDS: readonly (readonly [where: RegExp, kinds: KindsOf])[] = [
  [/^(VerificationTask|Finding)\./, aboutAllVerified],
  [/^MajorEvent\./, aboutEvents],
  [/^(ScreeningFinding|Conflict)\.|\.screening$/, aboutAnyField],
  [/\.returnReason$/, aboutAllOfIt],
];

/** Every kind of text there may be at a coordinate graded RECORD, on records of these categories. */
export const textsAt = (coordinate: Coordinate, categories: Categories): readonly TextKind[] => {
  const [, kinds] = KINDS.find(([where]) => where.test(coordinate)) ?? [];
  return categories.flatMap(kinds ?? ofRecord);
};

/** Everything that texts at a coordinate may weigh as. */
export const weightsAt = (coordinate: Coordinate, categories: Categories): readonly ClearedGrade[] => [
  ...new Set(textsAt(coordinate, categories).flatMap(({ weights }) => weights)),
];
