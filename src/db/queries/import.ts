import type { CategoryCode } from "../../domain/category-code.js";
import type { CustomerKind } from "../../domain/customer.js";
import type { RecordStatus } from "../../domain/record.js";
import type { Session } from "../database.js";

// The import works in the one branch it was told: that branch is its scope.

export interface KnownCustomer {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: CustomerKind;
  readonly version: number;
}

export interface Sought {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly usccs: readonly string[];
}

/** A look-up in an index for each value: as one condition with "or" they became a walk through the whole branch. */
const KNOWN = ["uscc", "name", "code"]
  .map(
    (column, i) => `select k.id from unnest($${i + 2}::text[]) as sought(value)
      join customer k on k.branch_id = $1 and k.${column} = sought.value`,
  )
  .join(" union ");

/** Held as whoever collects by hand holds them: of that branch, and of that kind, until what is imported of them is written. */
const HELD = `select c.id, c.code, c.name, c.uscc, c.kind, c.version from customer c
  where c.branch_id = $1 and c.id = any(array(${KNOWN})) order by c.created_at, c.id for key share of c`;

/** The customers of a branch that rows of a file may be about. */
export const findKnownCustomers = (
  session: Session,
  branchId: string,
  { usccs, names, codes }: Sought,
): Promise<KnownCustomer[]> => session.rows<KnownCustomer>(HELD, [branchId, usccs, names, codes]);

const IMPORTED = `select r.customer_id as "customerId", r.import_key as "importKey"
  from unnest($1::uuid[], $2::text[]) as sought(customer_id, import_key)
  join information_record r on r.customer_id = sought.customer_id and r.import_key = sought.import_key
  where r.collected_by = $3 or $4 and r.status not in ('RESTRICTED', 'ERASED')`;

export interface ImportedRow {
  readonly customerId: string;
  readonly importKey: string;
}

/** Whose imported rows are known again. */
export interface ImportedBy {
  /** One's own: whatever became of them, one learns what one said. */
  readonly accountId: string;
  /** Everybody's, where all of a row is PUBLIC: else whoever tries values out would learn from it what is stored. */
  readonly orAnybody: boolean;
}

/** Which of these rows were imported for their customers already. */
export const findImportedRows = (
  session: Session,
  rows: readonly ImportedRow[],
  { accountId, orAnybody }: ImportedBy,
): Promise<ImportedRow[]> => {
  const [customers, keys] = [rows.map(({ customerId }) => customerId), rows.map(({ importKey }) => importKey)];
  return session.rows(IMPORTED, [customers, keys, accountId, orAnybody]);
};

/** A record an earlier file left, which is not sealed yet. */
export interface ImportedDraft {
  readonly id: string;
  readonly customerId: string;
  readonly category: CategoryCode;
  readonly series: string;
  readonly status: RecordStatus;
  readonly version: number;
  readonly channel: string;
  readonly subChannel: string | null;
  readonly party: string | null;
  readonly collectedBy: string;
  /** Whether a contradiction with another record is undecided. */
  readonly disputed: boolean;
}

const DRAFTS = `select distinct on (r.customer_id, r.series) r.id, r.customer_id as "customerId", r.category, r.series,
    r.status, r.version, r.channel, r.sub_channel as "subChannel", r.party, r.collected_by as "collectedBy",
    exists (select from conflict c where r.id in (c.first_id, c.second_id) and c.resolved_at is null) as disputed
  from unnest($1::uuid[], $2::text[]) as sought(customer_id, series)
  join information_record r on r.customer_id = sought.customer_id and r.category = $3::category_code
    and r.series = sought.series
  where r.import_key is not null and r.archived_at is null
    and r.status in ('COLLECTED', 'RETURNED', 'IN_VERIFICATION', 'VERIFIED', 'APPROVED')
  order by r.customer_id, r.series, r.recorded_at desc, r.id desc`;

/** The newest draft of each series that came from a file. */
export const findImportedDrafts = (
  session: Session,
  category: CategoryCode,
  series: readonly { readonly customerId: string; readonly series: string }[],
): Promise<ImportedDraft[]> =>
  session.rows(DRAFTS, [series.map(({ customerId }) => customerId), series.map((each) => each.series), category]);

/** One import at a time decides who is new; the others wait for its transaction to end. */
export const waitForOtherImports = (session: Session): Promise<unknown> =>
  session.rows("select pg_advisory_xact_lock(hashtext($1))", ["customer-credit-archive import"]);

/**
 * Look-ups go through indexes whatever the planner believed of tables that were empty when it first saw them: a bulk
 * import outruns its statistics.
 */
export const lookUpByIndex = (session: Session): Promise<unknown> =>
  session.rows("select set_config('enable_seqscan', 'off', true)", []);

export const listBranches = (session: Session): Promise<{ id: string; code: string }[]> =>
  session.rows("select id, code from branch order by code", []);
