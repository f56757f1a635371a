import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { AccessPlan } from "../../auth/access-plan.js";
import type { EncryptedColumn } from "../encryption/vault.js";
import type { AsOf } from "./in-force.js";
import type { Selections } from "./merged.js";
import type { Row } from "./row.js";

/** One leaf of a type: how it is read, and how its masked twin is. */
export interface LeafShape {
  readonly kind: "leaf";
  /** Of an object made of one fact, such as Money, only the parts asked for; of what decides on actions, what the role needs. */
  readonly read: (row: Row, asked: Selections, plan: AccessPlan) => SQL;
  readonly mask?: (row: Row) => SQL;
  /** Content of a record: unreadable while the record is restricted or erased. */
  readonly content?: true;
  /** The column it is stored in, encrypted: what is read is no answer until it is decrypted. */
  readonly encrypted?: EncryptedColumn;
}

/** The value tells on its own how much of the record is shown: FULL, MASKED, TASK_BOUND or DENIED. */
export interface DisclosureShape {
  readonly kind: "disclosure";
}

/** An object made of the same row. */
export interface SameRowShape {
  readonly kind: "same";
  readonly shape: ShapeName;
}

/** Conditions on a related row, given the row it is related to. */
type Related = (row: Row, parent: Row, asOf: AsOf) => SQL;

export interface OneShape {
  readonly kind: "one";
  readonly shape: ShapeName;
  readonly where: Related;
  readonly order?: (row: Row) => SQL;
  /** It leads beyond what a claim opens: only rows that exist for the viewer anyway are answered. */
  readonly beyondClaim?: true;
  /** Where it leads tells of the content: nowhere, while that is unreadable. */
  readonly content?: true;
}

export interface ManyShape {
  readonly kind: "many";
  readonly shape: ShapeName;
  readonly where: Related;
  readonly order: (row: Row) => SQL;
  readonly beyondClaim?: true;
  readonly content?: true;
  /** The list weighs as its records do: null where nothing of it may be read. */
  readonly weighed?: true;
}

/** A Relay connection: a page of related rows, or at the root of all rows in scope. */
export interface ConnectionShape {
  readonly kind: "connection";
  readonly list: ListName;
  readonly where: Related;
}

export type FieldShape = LeafShape | DisclosureShape | SameRowShape | OneShape | ManyShape | ConnectionShape;

/** How the rows behind a type are read. Which fields are read is up to the operation and its access plan. */
export interface Shape {
  readonly table: PgTable;
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** Whether the content of a row may be read by anybody. */
  readonly readable?: (row: Row) => SQL;
  /** Whether a row is bound to the viewer's work (T). */
  readonly bound?: (row: Row) => SQL;
  /** The category of a row, where the type does not say. */
  readonly category?: (row: Row) => SQL;
  /** The concrete type of a row of an interface. */
  readonly typeName?: (row: Row) => SQL;
  /** Whether the texts of a row are about a field of the record: they may weigh more than its category does. */
  readonly concerns?: (row: Row, field: string) => SQL;
  /** Which rows exist for a viewer who works for one branch. */
  readonly inBranch: (row: Row) => SQL;
  /** Its rows are no customer's: they exist also for those for whom no customer does. */
  readonly ofNoCustomer?: true;
}

/** A column a list may be ordered by, with the type its cursor values are cast to. */
export interface OrderColumn {
  readonly column: PgColumn;
  readonly type: string;
  readonly nullable?: true;
}

/** A field a list may be filtered by: a value, its fingerprint, a condition on a related row, or a value among several. */
export type FilterShape =
  | { readonly kind: "value"; readonly read: (row: Row) => SQL; readonly type: string }
  /** Of content that is stored encrypted: equal values are found, in rows whose content anybody may read. */
  | { readonly kind: "fingerprint"; readonly read: (row: Row) => SQL; readonly readable: (row: Row) => SQL }
  | {
      readonly kind: "related";
      readonly of: ShapeName;
      readonly filter: FilterName;
      readonly where: (row: Row, parent: Row) => SQL;
    }
  /** A list in a column, of which a value is one. */
  | { readonly kind: "member"; readonly read: (row: Row) => SQL; readonly type: string };

/** A list as the API offers it: its rows, filters and orders. */
export interface ListShape {
  readonly shape: ShapeName;
  /** Which rows of the table belong to this list at all. */
  readonly where?: (row: Row, asOf: AsOf) => SQL;
  readonly filter?: FilterName;
  readonly orders: Readonly<Record<string, OrderColumn>>;
  readonly defaultOrder: readonly { readonly field: string; readonly direction: "ASC" | "DESC" }[];
}

export type ShapeName =
  | "Branch"
  | "Person"
  | "Account"
  | "AccessToken"
  | "Customer"
  | "InformationRecord"
  | "Source"
  | "ScreeningFinding"
  | "Evidence"
  | "VerificationTask"
  | "Finding"
  | "Conflict"
  | "Consent"
  | "MajorEvent"
  | "CustomerPayload"
  | "CollectedPayload"
  | "TaskPayload"
  | "AccountPayload"
  | "RecordPayload"
  | "ArchiveRecordsPayload"
  | "ConflictPayload"
  | "MajorEventPayload"
  | "ConsentPayload"
  | "SharingAgreement"
  | "SharingAgreementPayload"
  | "AccessEvent"
  | "AccessRead";

export type FilterName =
  | "CustomerFilter"
  | "InformationRecordFilter"
  | "FinancialStatementFilter"
  | "TransactionFilter"
  | "VerificationTaskFilter"
  | "ConflictFilter"
  | "AccessEventFilter"
  | "AccessReadFilter";

export type ListName =
  | "customers"
  | "informationRecords"
  | "financialStatements"
  | "transactions"
  | "feedback"
  | "verificationTasks"
  | "conflicts"
  | "possibleDuplicates"
  | "accounts"
  | "sharingAgreements"
  | "accessEvents";
