import type { Database, Session } from "../../../src/db/database.js";
import { writeUnsealed } from "../../support/unsealed.js";
import { anotherEncrypted, isEncrypted } from "./encrypted.js";
import { type Eyes, isUnreadable, mayReadTexts, type Place, shownAt } from "./expected.js";
import { CATEGORY_OF_TYPE, FIELDS, rowsOf } from "./policy.js";
import { existsFor } from "./relations.js";
import type { Stored } from "./stored.js";

/** How the worlds differ: in what is not shown at all, rows of other branches included, or in what stands behind masks. */
export type Kind = "DENIED" | "MASKED";

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

/** Another value under the same mask: the band, the ends, the district stay. */
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

const FIELDS_OF = new Map<string, (readonly [field: string, coordinate: string, grade: string])[]>();
for (const [coordinate, { grade }] of FIELDS) {
  const [type = "", field = ""] = coordinate.split(".");
  FIELDS_OF.set(type, [...(FIELDS_OF.get(type) ?? []), [field, coordinate, grade]]);
}

/** What decides which record is in force, or where it stands, is declassified: it stays. */
const KEPT = /^(id|status|series|category)$/;

const CRITICAL = ["OPERATION", "FINANCIAL", "TRANSACTION"];
const CONFIRMED = ["REGISTRATION", "CONTACT"];
const LEAST_FIRST = ["REFUTED", "SELF_DECLARED", "SINGLE_SOURCE", "PARTIAL", "FULL"];

/** Whether it is enough is declassified: reports tell the share of it. So it changes on its side of that line. */
const corroborationOf = ({ category, corroboration }: Stored): string[] => {
  const enoughFrom = CRITICAL.includes(category) ? 4 : CONFIRMED.includes(category) ? 2 : 1;
  const at = LEAST_FIRST.indexOf(corroboration);
  const side = at < enoughFrom ? LEAST_FIRST.slice(0, enoughFrom) : LEAST_FIRST.slice(enoughFrom);
  const other = side[(side.indexOf(corroboration) + 1) % side.length];
  return other === undefined || other === corroboration ? [] : [`corroboration = '${other}'::corroboration`];
};

/** Of a row that does not exist for somebody, whatever is plain text or a number may be anything. */
const isAbsent = (eyes: Eyes, row: Stored): boolean => rowsOf(eyes.role) === "branch" && !existsFor(eyes, row);

/** What is hidden of another branch's record besides what is hidden of everybody's. */
const OPEN_TO_CHANGE = /^(legal_name|legal_representative|registered_address|business_scope|premises|main_products)$/;

const changeOf = (kind: Kind, shown: string, column: string): string[] => {
  if (shown !== kind) return [];
  return [`"${column}" = ${shown === "MASKED" ? maskedOf(column) : anotherOf(column)}`];
};

/** What is written over a record: by expressions, which many share, and by values of its own, by column. */
interface Change {
  readonly set: readonly string[];
  readonly own: Readonly<Record<string, string>>;
}

const recordChange = (eyes: Eyes, kind: Kind, row: Stored): Change => {
  const type = TYPE_OF[row.category] ?? "";
  const place: Place = { type, row };
  const absent = isAbsent(eyes, row);
  const own: Record<string, string> = {};
  const set = (FIELDS_OF.get(type) ?? []).flatMap(([field, coordinate, grade]): string[] => {
    if (grade === "RECORD" || field === "overdueDays") return [];
    const column = COLUMN[coordinate] ?? snake(field);
    const open = ["INTERNAL", "PUBLIC"].includes(grade);
    if (KEPT.test(column) || row[column] == null || (open && !(absent && OPEN_TO_CHANGE.test(column)))) return [];
    const shown = absent ? "DENIED" : shownAt(eyes, place, field);
    if (!isEncrypted(column)) return changeOf(kind, shown, column);
    if (shown === kind) Object.assign(own, anotherEncrypted(column, row, shown));
    return [];
  });
  if (kind === "MASKED") return { set, own };
  const isHidden = (field: string): boolean => absent || !mayReadTexts(eyes, place, field);
  const texts = ["party", "reference", "seal", "returnReason"].filter(isHidden).map(snake);
  const another = texts.filter((column) => row[column] !== null).map((column) => `"${column}" = ${anotherOf(column)}`);
  return { set: [...set, ...another, ...(isHidden("corroboration") ? corroborationOf(row) : [])], own };
};

/** Records that change alike change in one statement: there are thousands of them. */
const changeRecords = async ({ rows }: Session, eyes: Eyes, kind: Kind): Promise<number> => {
  const alike = new Map<string, { columns: readonly string[]; changed: object[] }>();
  for (const row of eyes.world.all.information_record) {
    const { set, own } = recordChange(eyes, kind, row);
    const columns = Object.keys(own);
    const all = [...set, ...columns.map((column) => `"${column}" = o."${column}"`)].join(", ");
    const group = alike.get(all) ?? { columns, changed: [] };
    group.changed.push({ id: row.id, ...own });
    if (all !== "") alike.set(all, group);
  }
  for (const [all, { columns, changed }] of alike) {
    const types = ["id uuid", ...columns.map((column) => `"${column}" text`)].join(", ");
    const own = `json_to_recordset($1::text::json) as o(${types})`;
    await rows(`update information_record r set ${all} from ${own} where r.id = o.id`, [JSON.stringify(changed)]);
  }
  return [...alike.values()].reduce((sum, { changed }) => sum + changed.length, 0);
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
    // Whether I came to a result myself decides what I may take up next: that I know.
    `update finding set result = case when result = 'CONFIRMED' then 'CONTRADICTED'::finding_result when result <> 'CONTRADICTED' and performed_by = '${eyes.accountId}' then result else 'CONFIRMED'::finding_result end, reason = case when reason = 'DIFFERS' then 'MATCHES_DOCUMENT'::finding_reason else 'DIFFERS'::finding_reason end, source_party = md5(source_party), note = 'another note' where id in (${hidden("Finding", all.finding)})`,
    `update evidence set name = md5(name), sha256 = repeat('ab', 32) where id in (${hidden("Evidence", all.evidence)})`,
    `update evidence set media_type = 'text/plain', size_bytes = size_bytes + 1, added_at = added_at - interval '1 day' where id in (${hidden(
      "Evidence",
      all.evidence.filter(({ record_id }) => isUnreadable(eyes.world.record(record_id))),
    )})`,
    `update verification_task set request_reason = md5(request_reason), reason = md5(reason), reason_code = case when reason_code is not null then 'OTHER'::task_reason end, return_reason = md5(return_reason), return_code = case when return_code is not null then 'OTHER'::task_reason end where id in (${hidden("VerificationTask", all.verification_task)})`,
    `update conflict set reason = md5(reason), resolution = case when resolution is not null then 'NEITHER'::conflict_resolution end where id in (${hidden("Conflict", all.conflict)})`,
    `update major_event set description = md5(description) where id in (${hidden("MajorEvent", all.major_event)})`,
  ];
};

/** Customers of other branches, but for their codes, which are unique over all of them. */
const customerChanges = (eyes: Eyes): string[] => {
  const absent = eyes.world.all.customer.filter(
    (row) =>
      isAbsent(eyes, row) &&
      ![...eyes.world.all.verification_task, ...eyes.world.all.information_record].some(
        (below) => below.customer_id === row.id && existsFor(eyes, below),
      ),
  );
  if (absent.length === 0) return [];
  const ids = absent.map(({ id }) => `'${id}'`).join(", ");
  return [
    `update customer set name = md5(name), uscc = md5(uscc), version = version + 1, updated_at = updated_at + interval '1 day' where id in (${ids})`,
    `update search_entry set text = md5(text) where customer_id in (${ids})`,
  ];
};

const consentChanges = (eyes: Eyes, kind: Kind): string[] =>
  eyes.world.all.consent.flatMap((row) => {
    const changes = ["personName", "reference", "withdrawalReason"].flatMap((field) => {
      const shown = shownAt(eyes, { type: "Consent", row }, field);
      return row[snake(field)] === null ? [] : changeOf(kind, shown, snake(field));
    });
    return changes.length > 0 ? [`update consent set ${changes.join(", ")} where id = '${row.id}'`] : [];
  });

/**
 * Makes of the archive another one, which differs in everything of this kind that somebody may not see and in nothing else.
 *
 * @returns how many records differ
 */
export const enterOtherWorld = (database: Database, eyes: Eyes, kind: Kind): Promise<number> => {
  const others = kind === "DENIED" ? [...textChanges(eyes), ...customerChanges(eyes)] : [];
  return writeUnsealed(database, async (session) => {
    const differing = await changeRecords(session, eyes, kind);
    for (const statement of [...others, ...consentChanges(eyes, kind)]) await session.rows(statement, []);
    return differing;
  });
};
