import type { GraphQLResolveInfo } from "graphql";
import type { CollectedRecord } from "../commands/collect-record.js";
import type { RequestContext } from "../context.js";
import type { CollectInput } from "../schema/input/collect-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { changed } from "./changed.js";

/** Ids as commands know them. */
export const withKeys = <T extends CollectInput>({ customerId, corrects, source, ...content }: T) => ({
  ...content,
  customerId: fromNodeId("Customer", customerId),
  corrects: corrects == null ? null : fromNodeId("InformationRecord", corrects),
  source: {
    ...source,
    consentId: source.consentId == null ? null : fromNodeId("Consent", source.consentId),
    derivedFrom: source.derivedFrom?.map((id) => fromNodeId("InformationRecord", id)) ?? null,
  },
});

/** What was collected, as the payload of its mutation reads it. */
export const collected = (context: RequestContext, info: GraphQLResolveInfo, { recordId }: CollectedRecord) =>
  changed(context, info, "CollectedPayload", recordId);
