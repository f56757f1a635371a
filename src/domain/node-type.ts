/** Every type an id can name, with the short form that stands in it. */
export const NODE_CODES = {
  Customer: "cu",
  InformationRecord: "ir",
  VerificationTask: "vt",
  Conflict: "cf",
  Consent: "cs",
  MajorEvent: "me",
  Evidence: "ev",
  Branch: "br",
  Person: "pe",
} as const;

export type NodeType = keyof typeof NODE_CODES;

/** What stands before the key inside an opaque id. */
export const nodePrefix = (type: NodeType): string => `${NODE_CODES[type]}:`;
