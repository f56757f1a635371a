import type { Coordinate } from "./classification.js";

/** A fact that follows from graded content and is told to everybody all the same. */
export interface DeclassifiedFact {
  readonly fact: string;
  readonly clause: string;
  /** Where it is told. `*` stands for any beginning of a type's name. */
  readonly coordinates: readonly Coordinate[];
}

/** What is INTERNAL knowingly: a short list, and reviewed. What is not on it weighs as its content. */
export const DECLASSIFIED = [
  {
    fact: "That a record exists, its category, where it stands in its life, since when and how long it holds",
    clause: "SP11",
    coordinates: [
      "Customer.registration",
      "Customer.contacts",
      "Customer.operation",
      "Customer.financialStatements",
      "Customer.transactions",
      "Customer.creditAssessment",
      "Customer.feedback",
      "InformationRecord.category",
      "InformationRecord.status",
      "InformationRecord.collectedAt",
      "InformationRecord.recordedAt",
      "InformationRecord.validFrom",
      "InformationRecord.validTo",
      "InformationRecord.version",
    ],
  },
  { fact: "How many rows a list has", clause: "SP11", coordinates: ["*Connection.totalCount"] },
  {
    fact: "By which channel, on which ground and by whom a record was collected",
    clause: "SP6",
    coordinates: [
      "InformationRecord.source",
      "InformationRecord.collectedBy",
      "Source.channel",
      "Source.subChannel",
      "Source.statedOn",
      "Source.agreement",
      "Source.tool",
      "Source.legalBasis",
    ],
  },
  {
    fact: "That something is to be verified: by which method, for what cause, by whom and until when",
    clause: "SP7",
    coordinates: [
      "VerificationTask.method",
      "VerificationTask.cause",
      "VerificationTask.priority",
      "VerificationTask.status",
      "VerificationTask.assignee",
      "VerificationTask.dueAt",
      "VerificationTask.createdAt",
    ],
  },
  {
    fact: "That two records contradict each other, and since when",
    clause: "SP8",
    coordinates: ["Conflict.records", "Conflict.category", "Conflict.openedAt", "Conflict.resolvedAt"],
  },
  {
    fact: "That a major event is on file, and when it was",
    clause: "SP3",
    coordinates: ["MajorEvent.occurredOn", "MajorEvent.reportedAt", "MajorEvent.closedAt"],
  },
  {
    fact: "That somebody consented, for which purposes and categories, and until when",
    clause: "SP4",
    coordinates: ["Consent.purposes", "Consent.categories", "Consent.givenOn", "Consent.expiresOn", "Consent.inForce"],
  },
  {
    fact: "How complete an archive is per category; a missing field is named to whoever reads it in full",
    clause: "SP1",
    coordinates: ["Completeness.score", "Completeness.missing"],
  },
  { fact: "Whether what is known is due to be checked again", clause: "SP10", coordinates: ["Customer.freshness"] },
  {
    fact: "When the public and internal facts of a customer last changed, and no others",
    clause: "SP12",
    coordinates: ["Customer.version", "Customer.updatedAt"],
  },
] as const satisfies readonly DeclassifiedFact[];
