import { date, integer, text } from "drizzle-orm/pg-core";
import { feedbackKind } from "../enums.js";

export const feedbackColumns = () => ({
  receivedOn: date("received_on"),
  kind: feedbackKind("feedback_kind"),
  satisfaction: integer("satisfaction"),
  text: text("feedback_text"),
  resolution: text("resolution"),
  resolvedOn: date("resolved_on"),
});
