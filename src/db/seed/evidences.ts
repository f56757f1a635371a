import { createHash } from "node:crypto";
import { evidence } from "../tables/index.js";
import type { Demo } from "./demo.js";
import { demoId } from "./demo-id.js";
import type { Made } from "./made.js";
import type { Portfolio } from "./portfolio.js";
import { randomOf } from "./random.js";

const PDF = "application/pdf";
const JPEG = "image/jpeg";

const addEvidence = (
  demo: Demo,
  { id: recordId, customer, people, wanted, instant }: Made,
  name: string,
  mediaType: string,
) => {
  const id = demoId("evidence", recordId, name);
  demo.rows.add(evidence, {
    id,
    recordId,
    customerId: customer.id,
    name,
    mediaType,
    sizeBytes: randomOf("evidence", id).between(20_000, 900_000),
    sha256: createHash("sha256").update(id).digest("hex"),
    addedBy: people.collector,
    addedAt: instant(wanted.collectedAgo),
  });
};

/** The documents behind the records in force. */
export const addEvidences = (demo: Demo, { registration, statements, transactions, operation }: Portfolio): void => {
  addEvidence(demo, registration, "营业执照.jpg", JPEG);
  for (const statement of statements)
    addEvidence(demo, statement, `审计报告-${statement.wanted.content.periodEnd}.pdf`, PDF);
  for (const transaction of transactions.slice(0, 1)) addEvidence(demo, transaction, "对账函回函.pdf", PDF);
  if (operation.wanted.origin.channel === "SITE_INVESTIGATION") addEvidence(demo, operation, "现场照片.jpg", JPEG);
};
