import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { mayCall } from "../auth/authority.js";
import { Classified } from "../auth/classified.js";
import { mayCorrect } from "../auth/correction.js";
import { isViewer } from "../auth/viewer.js";
import type { RequestContext } from "../context.js";
import { INFORMATION_CATEGORIES } from "../domain/category.js";
import type { CategoryCode } from "../domain/category-code.js";
import { type CategoryInForce, completenessOf } from "../domain/completeness.js";
import type { CustomerKind, Importance } from "../domain/customer.js";
import { freshnessOf } from "../domain/freshness.js";
import { Grade } from "../domain/grade.js";
import { todayIn } from "../domain/local-date.js";
import { Freshness, isSealed, RecordAction, type RecordStatus } from "../domain/record.js";
import { allowedRecordActions, type StandingFacts } from "../domain/record-actions.js";
import { Completeness } from "../schema/completeness.js";
import { Customer } from "../schema/customer.js";
import { InformationCategory } from "../schema/information-category.js";
import { InformationRecord } from "../schema/information-record.js";

/** What the statement reads where a field is computed (db/queries/archive-facts.ts). */
interface ArchiveFacts<InForce> {
  readonly kind: CustomerKind;
  readonly importance: Importance;
  readonly inForce: readonly InForce[];
}

interface Collected {
  readonly category: CategoryCode;
  readonly collectedAt: string;
}

/** As far as the role may need them (db/queries/record-facts.ts). */
interface ActionFacts extends StandingFacts {
  readonly status: RecordStatus;
  readonly category: CategoryCode;
  readonly bound: boolean;
}

type Read<K extends string, T> = { readonly [P in K]: T };

@Resolver(() => Customer)
export class CustomerComputed {
  @FieldResolver(() => Completeness, {
    description:
      "How complete the archive is 完整度 (SP1), against the checklist of the customer's kind and importance.",
  })
  @Classified(Grade.INTERNAL)
  completeness(@Root() customer: Read<"completeness", ArchiveFacts<CategoryInForce>>) {
    const { kind, importance, inForce } = customer.completeness;
    return completenessOf(kind, importance, inForce);
  }

  @FieldResolver(() => Freshness, {
    description: "How current the archive is 时效 (SP3): the worst of the records in force that its checklist expects.",
  })
  @Classified(Grade.INTERNAL)
  freshness(
    @Root() customer: Read<"freshness", ArchiveFacts<Collected>>,
    @Ctx() { now, timeZone }: RequestContext,
  ): Freshness {
    const { kind, importance, inForce } = customer.freshness;
    const collected = inForce.map(({ category, collectedAt }) => ({
      category,
      collectedOn: todayIn(timeZone, new Date(collectedAt)),
    }));
    return freshnessOf(kind, importance, collected, todayIn(timeZone, now));
  }
}

@Resolver(() => InformationRecord)
export class RecordComputed {
  @FieldResolver(() => InformationCategory, { description: "Its category 信息类别 (SP5)." })
  @Classified(Grade.INTERNAL)
  category(@Root() record: Read<"category", CategoryCode>) {
    return INFORMATION_CATEGORIES[record.category];
  }

  @FieldResolver(() => [RecordAction], { description: "What I may do with it now 可执行操作, four eyes included." })
  @Classified(Grade.INTERNAL)
  allowedActions(
    @Root() record: Read<"allowedActions", ActionFacts>,
    @Ctx() { principal, fourEyes }: RequestContext,
  ): RecordAction[] {
    const { bound, ...facts } = record.allowedActions;
    const { status, category } = facts;
    if (!isViewer(principal)) return [];
    const { role } = principal;
    const mayCollect = mayCall(role, INFORMATION_CATEGORIES[category].mutation);
    const correctable = { category, boundToMyWork: bound, sealed: isSealed(status) };
    const mayWrite = mayCollect && mayCorrect(role, correctable);
    return allowedRecordActions({ ...facts, fourEyes, mayWrite, mayCall: (mutation) => mayCall(role, mutation) });
  }
}
