import { enumeration } from "./enumeration.js";

/** The channels information may come through (SP6). */
export const Channel = enumeration(
  "DIRECT_CONTACT",
  "PUBLIC_SOURCE",
  "PARTNER",
  "MARKET_RESEARCH",
  "DATA_ANALYSIS",
  "THIRD_PARTY_AGENCY",
  "SITE_INVESTIGATION",
);
export type Channel = keyof typeof Channel;

/** Sub-channel of an official register: as a source it counts as one confirmation of a REGISTRATION record. */
export const OFFICIAL_REGISTER = "OFFICIAL_REGISTER";

/** Grounds other than consent on which personal data may be processed (PIPL art. 13). */
export const LegalBasis = enumeration(
  "CONTRACT",
  "LEGAL_DUTY",
  "EMERGENCY",
  "NEWS_SUPERVISION",
  "DISCLOSED_INFORMATION",
  "OTHER_LAW",
);
export type LegalBasis = keyof typeof LegalBasis;

/** Purposes for which the archive may be read or personal data processed (SP4): a closed list. */
export const Purpose = enumeration(
  "CREDIT_ASSESSMENT",
  "CONTRACT_PERFORMANCE",
  "AFTER_SALE_SERVICE",
  "DEBT_COLLECTION",
  "LEGAL_DUTY",
  "AUDIT",
);
export type Purpose = keyof typeof Purpose;
