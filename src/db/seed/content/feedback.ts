import type { Content } from "../../../domain/content.js";
import { namesOf } from "../../../domain/enumeration.js";
import { FeedbackKind } from "../../../domain/feedback.js";
import type { Calendar } from "../calendar.js";
import type { DemoCustomer } from "../customers.js";
import { randomOf } from "../random.js";
import { FEEDBACK_TEXTS } from "../words.js";

const DAYS_TO_RESOLVE = 6;

/** What the customer told us `ago` days before today; the latest is not dealt with yet. */
export const feedbackContent = ({ index }: DemoCustomer, ago: number, { day }: Calendar): Content<"FEEDBACK"> => {
  const random = randomOf("feedback", index, ago);
  const resolved = ago > 2 * DAYS_TO_RESOLVE;
  return {
    receivedOn: day(ago),
    kind: random.pick(namesOf(FeedbackKind)),
    satisfaction: random.between(1, 5),
    text: random.pick(FEEDBACK_TEXTS),
    resolution: resolved ? "已与客户确认并处理完毕" : null,
    resolvedOn: resolved ? day(ago - DAYS_TO_RESOLVE) : null,
  };
};
