import type { CategoryCode } from "../../domain/category-code.js";
import type { Content } from "../../domain/content.js";
import type { LocalDate } from "../../domain/local-date.js";
import type { Corroboration, RecordStatus } from "../../domain/record.js";
import type { DemoUsername } from "./accounts.js";
import type { DemoCustomer } from "./customers.js";
import type { Step } from "./life.js";
import type { Origin } from "./origins.js";
import type { idsOf } from "./people.js";

/** What a record is to be; its envelope, its past and its screening follow. */
export interface Wanted<C extends CategoryCode> {
  /** Of the customer's records of the category. */
  readonly name: string;
  readonly content: Content<C>;
  readonly origin: Origin;
  readonly status: RecordStatus;
  /** What a restriction suspended, or what was erased. */
  readonly from?: RecordStatus | undefined;
  readonly collectedAgo: number;
  readonly supersededAgo?: number | undefined;
  readonly collector?: DemoUsername | undefined;
  readonly validFrom?: LocalDate | undefined;
  readonly validTo?: LocalDate | undefined;
  readonly corrects?: string | undefined;
  readonly supersedes?: string | undefined;
  readonly corroboration?: Corroboration | undefined;
}

/** A record with all that its rows are made of. */
export interface Made<C extends CategoryCode = CategoryCode> {
  readonly id: string;
  readonly customer: DemoCustomer;
  readonly category: C;
  readonly wanted: Wanted<C>;
  readonly steps: readonly Step[];
  readonly people: ReturnType<typeof idsOf>;
  readonly collector: DemoUsername;
  readonly instant: (ago: number) => string;
}

/** When a record reached a state, null when it never did. */
export const reachedAt = ({ steps, instant }: Pick<Made, "steps" | "instant">, status: RecordStatus): string | null => {
  const step = steps.find((each) => each.status === status);
  return step === undefined ? null : instant(step.ago);
};
