import { writeUnsealed } from "../../support/unsealed.js";
import { anotherEncrypted, isEncrypted } from "./encrypted.js";
import { type Eyes, mayReadTexts, type Place, shownAt } from "./expected.js";
import { CATEGORY_OF_TYPE, FIELDS } from "./policy.js";
import type { Scene } from "./scene.js";
import type { Stored } from "./stored.js";

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COLUMN: Readonly<Record<string, string>> = {
  "FeedbackRecord.kind": "feedback_kind",
  "FeedbackRecord.text": "feedback_text",
};

/** Another value of the same type, for what is not shown at all. Nothing is made of nothing: null stays null. */
const ANOTHER: readonly (readonly [columns: RegExp, value: (column: string) => string])[] = [
  [/^(rating)$/, (c) => `case when ${c} = 'AAA' then 'D'::credit_rating else 'AAA'::credit_rating end`],
  [/^(score)$/, (c) => `100 - ${c}`],
  [/^(satisfaction)$/, (c) => `6 - ${c}`],
  [/^(litigation_count|employees|payment_term_days)$/, (c) => `${c} + 7`],
  [/^(disputed|audited)$/, (c) => `not ${c}`],
  [/(_on|_until|due_on)$/, (c) => `${c} + 11`],
  [
    /^(total_assets|total_liabilities|equity|revenue|main_revenue|profit_before_tax|net_profit|tax_paid|guarantees_given|operating_cash_flow|amount|settled_amount|credit_limit)$/,
    (c) => `${c} * 3 + 17`,
  ],
];

/** Another value under the same mask (product.md §8): the band, the ends, the district stay. */
const SAME_MASK: Readonly<Record<string, (column: string) => string>> = {
  person_name: (c) => `left(${c}, 1) || '另名'`,
  mobile: (c) => `left(${c}, 3) || '0000' || right(${c}, 4)`,
  email: (c) => `left(${c}, 1) || 'another' || substring(${c} from '@.*$')`,
  postal_address: (c) => `regexp_replace(${c}, '([区县旗]).*$', '\\1另一条路9号')`,
};

const anotherOf = (column: string): string =>
  ANOTHER.find(([columns]) => columns.test(column))?.[1](`"${column}"`) ?? `'另 ' || md5("${column}"::text)`;

const maskedOf = (column: string): string => SAME_MASK[column]?.(`"${column}"`) ?? `"${column}" + 0.01`;

const TYPE_OF = Object.fromEntries(
  Object.entries(CATEGORY_OF_TYPE).flatMap(([type, category]) => (type.endsWith("Payload") ? [] : [[category, type]])),
) as Readonly<Record<string, string>>;

/** What decides which record is in force, or where it stands, is declassified: it stays. */
const KEPT = /^(id|status|series|category)$/;

const recordChanges = (eyes: Eyes, row: Stored): string[] => {
  const type = TYPE_OF[row.category] ?? "";
  const place: Place = { type, row };
  const content = [...FIELDS.entries()].flatMap(([coordinate, { grade }]): string[] => {
    const [of, field = ""] = coordinate.split(".");
    if (of !== type || ["INTERNAL", "PUBLIC", "RECORD"].includes(grade) || field === "overdueDays") return [];
    const column = COLUMN[coordinate] ?? snake(field);
    const shown = shownAt(eyes, place, field);
    if (shown === "FULL" || KEPT.test(column) || row[column] === null) return [];
    if (isEncrypted(column)) return [anotherEncrypted(column, row, shown)];
    return [`"${column}" = ${shown === "MASKED" ? maskedOf(column) : anotherOf(column)}`];
  });
  if (mayReadTexts(eyes, place)) return content;
  const texts = ["party", "reference", "seal"].filter((column) => row[column] !== null);
  const refuted =
    "corroboration = case when corroboration = 'REFUTED' then 'FULL'::corroboration else 'REFUTED'::corroboration end";
  return [...content, ...texts.map((column) => `"${column}" = ${anotherOf(column)}`), refuted];
};

const textChanges = (eyes: Eyes): string[] => {
  const { all } = eyes.world;
  const hidden = (type: string, rows: readonly Stored[]): string =>
    rows
      .filter((row) => !mayReadTexts(eyes, { type, row }))
      .map(({ id }) => `'${id}'`)
      .join(", ") || "null";
  return [
    // Which field a finding is about decides who sees that there is one: that stays, and all it says changes.
    `update screening_finding set rule = md5(rule), message = md5(message), clause = 'SPX', severity = 'INFO' where id in (${hidden("ScreeningFinding", all.screening_finding)})`,
    `update finding set result = case when result = 'CONFIRMED' then 'CONTRADICTED'::finding_result else 'CONFIRMED'::finding_result end, reason = case when reason = 'DIFFERS' then 'MATCHES_DOCUMENT'::finding_reason else 'DIFFERS'::finding_reason end, source_party = md5(source_party), note = 'another note' where id in (${hidden("Finding", all.finding)})`,
    `update evidence set name = md5(name), sha256 = repeat('ab', 32) where id in (${hidden("Evidence", all.evidence)})`,
    `update verification_task set return_reason = md5(return_reason), return_code = case when return_code is not null then 'OTHER'::task_reason end where id in (${hidden("VerificationTask", all.verification_task)})`,
    `update conflict set reason = md5(reason), resolution = case when resolution is not null then 'NEITHER'::conflict_resolution end where id in (${hidden("Conflict", all.conflict)})`,
    `update major_event set description = md5(description) where id in (${hidden("MajorEvent", all.major_event)})`,
  ];
};

const consentChanges = (eyes: Eyes): string[] =>
  eyes.world.all.consent.flatMap((row) => {
    const changes = ["personName", "reference", "withdrawalReason"].flatMap((field) => {
      const shown = shownAt(eyes, { type: "Consent", row }, field);
      if (shown === "FULL" || row[snake(field)] === null) return [];
      return [`"${snake(field)}" = ${shown === "MASKED" ? maskedOf(snake(field)) : anotherOf(snake(field))}`];
    });
    return changes.length > 0 ? [`update consent set ${changes.join(", ")} where id = '${row.id}'`] : [];
  });

/**
 * Makes of the archive another one, which differs in everything that somebody may not see and in nothing else.
 *
 * @returns how many records differ
 */
export const enterOtherWorld = async ({ archive, world, eyes }: Scene, username: string): Promise<number> => {
  const seen = eyes(username);
  const changed = new Map<string, string[]>();
  for (const row of world.all.information_record) {
    const changes = recordChanges(seen, row).join(", ");
    if (changes !== "") changed.set(changes, [...(changed.get(changes) ?? []), `'${row.id}'`]);
  }
  const records = [...changed].map(
    ([set, ids]) => `update information_record set ${set} where id in (${ids.join(", ")})`,
  );
  await writeUnsealed(archive.database, async (session) => {
    for (const statement of [...records, ...textChanges(seen), ...consentChanges(seen)])
      await session.rows(statement, []);
  });
  archive.sent();
  return [...changed.values()].flat().length;
};
