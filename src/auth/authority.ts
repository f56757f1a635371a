import { namesOf } from "../domain/enumeration.js";
import { Role } from "./role.js";

const EVERY_ROLE: readonly Role[] = namesOf(Role);

/** Which roles may do what. Whoever may create need not be able to read. */
export const AUTHORITY = {
  login: EVERY_ROLE,
  switchRole: EVERY_ROLE,
  logout: EVERY_ROLE,
  changePassword: EVERY_ROLE,
  registerCustomer: ["COLLECTOR"],
  updateCustomer: ["COLLECTOR"],
  collectRegistration: ["COLLECTOR"],
  collectContact: ["COLLECTOR", "CLERK"],
  collectOperation: ["COLLECTOR"],
  collectFinancialStatement: ["COLLECTOR"],
  collectTransaction: ["COLLECTOR"],
  collectFeedback: ["COLLECTOR", "CLERK"],
  assessCredit: ["ANALYST"],
  requestVerification: ["REVIEWER"],
  claimTask: ["VERIFIER"],
  claimNextTask: ["VERIFIER"],
  releaseTask: ["VERIFIER"],
  submitFindings: ["VERIFIER"],
  returnTask: ["REVIEWER"],
  reassignTask: ["REVIEWER"],
  cancelTask: ["REVIEWER"],
  cancelImportJob: ["COLLECTOR", "CLERK"],
  createAccount: ["ADMIN"],
  setRoles: ["ADMIN"],
  linkIdentity: ["ADMIN"],
  issueToken: ["ADMIN"],
  revokeToken: ["ADMIN"],
  disableAccount: ["ADMIN"],
  enableAccount: ["ADMIN"],
  resetPassword: ["ADMIN"],
  approveRecord: ["REVIEWER"],
  returnRecord: ["REVIEWER"],
  archiveRecords: ["ARCHIVIST"],
  resolveConflict: ["REVIEWER"],
  transferCustomer: ["ARCHIVIST"],
  reportMajorEvent: ["CLERK", "COLLECTOR", "COMPLIANCE"],
  giveConsent: ["CLERK", "COLLECTOR", "COMPLIANCE"],
  withdrawConsent: ["CLERK", "COLLECTOR", "COMPLIANCE"],
  restrictRecord: ["COMPLIANCE"],
  liftRestriction: ["COMPLIANCE"],
  publishNotice: ["COMPLIANCE"],
  recordAgreement: ["COMPLIANCE"],
  endAgreement: ["COMPLIANCE"],
} as const satisfies Record<string, readonly Role[]>;

export type Mutation = keyof typeof AUTHORITY;

/** What can be done without having signed in. */
export const OPEN_TO_ANYONE = ["login"] as const satisfies Mutation[];

export const allowedMutations = (role: Role): Mutation[] =>
  (Object.keys(AUTHORITY) as Mutation[]).filter((mutation) => AUTHORITY[mutation].some((allowed) => allowed === role));

/** Whether a role may call a mutation; one that does not exist is nobody's to call. */
export const mayCall = (role: Role, mutation: string): boolean =>
  Object.hasOwn(AUTHORITY, mutation) && AUTHORITY[mutation as Mutation].some((allowed) => allowed === role);

/** Queries that are for some roles only. Every other one is for whoever has signed in: what it shows is decided field by field. */
export const QUERY_AUTHORITY = {
  possibleDuplicates: ["ARCHIVIST"],
  accounts: ["ADMIN"],
  sharingAgreements: ["COMPLIANCE"],
  importJob: ["COLLECTOR", "CLERK"],
  importJobs: ["COLLECTOR", "CLERK"],
  creditProposal: ["ANALYST", "REVIEWER"],
  whoCanSee: ["AUDITOR"],
  accessEvents: ["AUDITOR", "COMPLIANCE"],
  // Groups of customers are for whoever works with customers, and for the tool that sees nothing else.
  archiveStatistics: [
    "CLERK",
    "COLLECTOR",
    "VERIFIER",
    "REVIEWER",
    "ANALYST",
    "ARCHIVIST",
    "COMPLIANCE",
    "REPORTER",
    "AUDITOR",
  ],
} as const satisfies Record<string, readonly Role[]>;

/** Whether a role may ask a query at all. */
export const mayAsk = (role: Role, query: string): boolean => {
  const authority: Readonly<Record<string, readonly Role[]>> = QUERY_AUTHORITY;
  return !Object.hasOwn(authority, query) || authority[query]?.includes(role) === true;
};

/** The roles a token may act in: a tool's, which sees no row. */
export const TOKEN_ROLES = ["REPORTER"] as const satisfies Role[];

/** As whom operations of front ends may be registered. */
export const OPERATION_ROLES = ["ADMIN"] as const satisfies Role[];

/** The roles of the account that sets up all others. */
export const FIRST_ACCOUNT_ROLES = ["ADMIN"] as const satisfies Role[];
