import type { CategoryCode } from "../category-code.js";
import type { Content } from "../content.js";
import type { CustomerKind } from "../customer.js";
import type { LocalDate } from "../local-date.js";
import type { Severity } from "../screening-severity.js";
import type { Channel } from "../source.js";

/** What a rule may look at besides the record itself: never another record, or a collector could guess and watch. */
export interface ScreeningContext {
  readonly today: LocalDate;
  readonly channel: Channel;
  readonly subChannel: string | null;
  readonly kind?: CustomerKind;
  readonly customerName?: string;
  /** Null where the customer is kept without one. */
  readonly customerUscc?: string | null;
  /** Of an assessment only: whether the key data it rests on are complete and verified. */
  readonly keyDataVerified?: boolean | undefined;
}

/** What screening noticed. Names fields and rules, never a value: it is read by people who may not read the record. */
export interface ScreeningFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly field: string | null;
  readonly message: string;
  readonly clause: string;
}

/** A finding, and when it is found. */
export interface ScreeningRule<C extends CategoryCode> extends ScreeningFinding {
  readonly finds: (content: Content<C>, context: ScreeningContext) => boolean;
}

/** One row of a table of rules; the clause is SP8 (complete and logically consistent) unless said. */
export const rule = <C extends CategoryCode>(
  id: string,
  severity: Severity,
  field: (keyof Content<C> & string) | null,
  message: string,
  finds: ScreeningRule<C>["finds"],
  clause = "SP8",
): ScreeningRule<C> => ({ rule: id, severity, field, message, clause, finds });
