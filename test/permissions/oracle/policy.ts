/**
 * The policy as it is written, in words of its own: nothing here is imported from `src`, so that a wrong cell or grade
 * there and the tests here cannot agree by accident.
 */

export type Level = "FULL" | "MASKED" | "TASK_BOUND" | "DENIED";
export type Category = "REGISTRATION" | "CONTACT" | "OPERATION" | "FINANCIAL" | "TRANSACTION" | "CREDIT" | "FEEDBACK";

/** Full, masked, bound to my work (T) or otherwise what stands after the slash, or nothing. */
const MATRIX = `
  role       rows   PUBLIC INTERNAL CONTACT IDENTITY COMMERCIAL FINANCIAL CREDIT
  CLERK      branch F      F        T/M     –        T/–        –         –
  COLLECTOR  branch F      F        F       T/M      F          T/M       M
  VERIFIER   branch F      F        T/M     T/M      T/M        T/–       –
  REVIEWER   all    F      F        F       F        F          F         F
  ANALYST    all    F      F        M       –        F          F         F
  ARCHIVIST  all    F      F        M       M        M          M         M
  COMPLIANCE all    F      F        F       F        –          –         –
  REPORTER   none   F      F        –       –        F          F         F
  AUDITOR    all    F      F        –       –        –          –         –
  ADMIN      none   F      F        –       –        –          –         –
`;

/** What every text about a record weighs as, and the fields whose texts weigh more than their category. */
const WEIGHTS = `
  REGISTRATION INTERNAL
  CONTACT      CONTACT     idNumber=IDENTITY
  OPERATION    INTERNAL    operatingState=COMMERCIAL litigationCount=COMMERCIAL employees=FINANCIAL
  FINANCIAL    FINANCIAL   bankAccount=IDENTITY
  TRANSACTION  COMMERCIAL
  CREDIT       CREDIT
  FEEDBACK     COMMERCIAL
`;

const ENVELOPE = `
    PUBLIC id
    INTERNAL customer category status disclosure source collectedBy collectedAt validFrom validTo recordedAt
    INTERNAL verificationTasks evidence corrects supersedes supersededBy allowedActions version
    RECORD corroboration screening seal returnReason
`;

/** A tilde: the field has a mask. Money has one wherever it is graded. */
const GRADES = `
  RegistrationRecord ${ENVELOPE}
    PUBLIC legalName uscc legalRepresentative registeredCapital~ establishedOn companyType registrationRegion
    PUBLIC registeredAddress businessScope industry operatingStatus
  ContactRecord ${ENVELOPE}
    CONTACT personName~ position mobile~ landline email~ postalAddress~
    IDENTITY idNumber~
  OperationRecord ${ENVELOPE}
    INTERNAL premises mainProducts mainMarkets marketPosition competition
    COMMERCIAL operatingState litigationCount
    FINANCIAL employees
  FinancialStatement ${ENVELOPE}
    INTERNAL periodStart periodEnd
    FINANCIAL totalAssets~ totalLiabilities~ equity~ revenue~ mainRevenue~ profitBeforeTax~ netProfit~ taxPaid~
    FINANCIAL guaranteesGiven~ operatingCashFlow~ currency audited auditor
    IDENTITY bankAccount~
  TransactionRecord ${ENVELOPE}
    COMMERCIAL contractNumber occurredOn dueOn settledOn amount~ settledAmount~ overdueDays disputed performance
  CreditAssessment ${ENVELOPE}
    CREDIT rating score creditLimit~ paymentTermDays validUntil rationale scorecardVersion
  FeedbackRecord ${ENVELOPE}
    INTERNAL receivedOn kind
    COMMERCIAL satisfaction text resolution resolvedOn
  Customer
    PUBLIC id code name uscc kind region industry
    INTERNAL importance status branch completeness freshness version createdAt updatedAt
    INTERNAL registration operation contacts creditAssessment financialStatements transactions feedback records
    INTERNAL verificationTasks consents majorEvents
    CREDIT riskClass
  Source
    INTERNAL channel subChannel statedOn agreement derivedFrom tool consent legalBasis
    RECORD party reference
  ScreeningFinding
    RECORD rule severity field message clause overriddenBy overrideReason
  VerificationTask
    PUBLIC id
    INTERNAL customer records method cause priority status dueAt claimedUntil assignee allowedActions version createdAt
    RECORD findings requestReason reason reasonCode returnReason returnCode
  Finding
    INTERNAL observedRecord
    RECORD field result reason sourceParty note
  Evidence
    PUBLIC id
    INTERNAL mediaType sizeBytes addedAt
    RECORD name sha256
  Conflict
    PUBLIC id
    INTERNAL customer category records resolvedBy openedAt resolvedAt version
    RECORD fields resolution reason
  Consent
    PUBLIC id
    INTERNAL purposes categories givenOn expiresOn withdrawnOn inForce version
    CONTACT personName~ reference withdrawalReason
  MajorEvent
    PUBLIC id
    INTERNAL occurredOn reportedAt closedAt reportedBy task
    RECORD kind description
  Branch
    PUBLIC id code name
  Person
    PUBLIC id
    INTERNAL displayName
  InformationCategory
    PUBLIC code name nameZh nature importance relevance critical minimumConfirmations refreshDays fields
  CategoryField
    PUBLIC name label labelZh grade required critical verified
  Completeness
    INTERNAL score missing
  MissingItem
    INTERNAL category field mutation
  PageInfo
    INTERNAL hasNextPage hasPreviousPage startCursor endCursor
  CustomerPayload
    INTERNAL customer
  CollectRegistrationPayload
    INTERNAL record tasks
    RECORD screening
  CollectContactPayload
    INTERNAL record tasks
    RECORD screening
  CollectFinancialStatementPayload
    INTERNAL record tasks
    RECORD screening
  AssessCreditPayload
    INTERNAL record tasks
    RECORD screening
  CollectOperationPayload
    INTERNAL record tasks
    RECORD screening
  CollectTransactionPayload
    INTERNAL record tasks
    RECORD screening
  CollectFeedbackPayload
    INTERNAL record tasks
    RECORD screening
  TaskPayload
    INTERNAL task
  AccountPayload
    INTERNAL account
  Account
    INTERNAL id username displayName roles branch qualifications identityIssuer identitySubject disabledAt createdAt
    INTERNAL oneTimeUntil version tokens
  AccessToken
    INTERNAL id name createdAt expiresAt revokedAt
  IssueTokenPayload
    CARRIED token id
  RevokeTokenPayload
    INTERNAL account
  RecordPayload
    INTERNAL record
  ArchiveRecordsPayload
    INTERNAL records
  ConflictPayload
    INTERNAL conflict
  MajorEventPayload
    INTERNAL event task
  ConsentPayload
    INTERNAL consent restrictedRecords
  SharingAgreement
    INTERNAL id number partner purposes startsOn expiresOn endedOn endReason inForce recordedBy recordedAt endedBy version
  SharingAgreementPayload
    INTERNAL agreement
  Notice
    PUBLIC purpose version textZh textEn publishedAt
  NoticePayload
    INTERNAL notice
  CreditProposal
    CREDIT score rating capped creditLimit currency lines scorecardVersion
  ScoreLine
    CARRIED fact points most reason clause
  ImportJob
    INTERNAL id kind status fileName form dryRun createdAt startedAt finishedAt bytes share rows rowsPerSecond secondsLeft
    INTERNAL customers records superseded unchanged rejected failure firstRows rejectedRows
  ImportedRow
    CARRIED line outcome reason
  ImportJobPayload
    INTERNAL job
  ArchiveStatistics
    INTERNAL groups suppressedGroups
  StatisticsGroup
    CARRIED keys values hidden
  StatisticsKey
    CARRIED dimension value label
  StatisticsValue
    CARRIED measure currency value
  Money
    CARRIED amount currency band
  AccessEvent
    INTERNAL id occurredAt account role roles purpose exit outcome refusal operationName operationHash registered
    INTERNAL policyVersion reads customers customerCount namesAll hash batch
  AccessRead
    INTERNAL coordinate use grade level
  AccessExplanation
    INTERNAL coordinate role grade cells level otherwise texts rows clause allowedUses opens boundRecords
  TextClearance
    CARRIED category field cells level
  ClearanceCell
    CARRIED grade cell
  RoleClearance
    INTERNAL role level texts rows
  Viewer
    CARRIED id username displayName role roles branch clearances allowedMutations
  Clearance
    CARRIED grade level
  LoginPayload
    CARRIED token expiresAt viewer
  ChangePasswordPayload
    CARRIED viewer
`;

/** The category whose records a type holds. */
export const CATEGORY_OF_TYPE: Readonly<Record<string, Category>> = {
  RegistrationRecord: "REGISTRATION",
  ContactRecord: "CONTACT",
  OperationRecord: "OPERATION",
  FinancialStatement: "FINANCIAL",
  TransactionRecord: "TRANSACTION",
  CreditAssessment: "CREDIT",
  FeedbackRecord: "FEEDBACK",
  CollectRegistrationPayload: "REGISTRATION",
  CollectContactPayload: "CONTACT",
  CollectFinancialStatementPayload: "FINANCIAL",
  AssessCreditPayload: "CREDIT",
  CollectOperationPayload: "OPERATION",
  CollectTransactionPayload: "TRANSACTION",
  CollectFeedbackPayload: "FEEDBACK",
};

export const CATEGORIES = [...new Set(Object.values(CATEGORY_OF_TYPE))];

/** What a role may call besides asking, and besides what everybody may with their own sign-in. */
export const MAY_CALL: Readonly<Record<string, readonly string[]>> = {
  registerCustomer: ["COLLECTOR"],
  transferCustomer: ["ARCHIVIST"],
  resolveConflict: ["REVIEWER"],
  reportMajorEvent: ["CLERK", "COLLECTOR", "COMPLIANCE"],
  giveConsent: ["CLERK", "COLLECTOR", "COMPLIANCE"],
  withdrawConsent: ["CLERK", "COLLECTOR", "COMPLIANCE"],
  restrictRecord: ["COMPLIANCE"],
  liftRestriction: ["COMPLIANCE"],
  publishNotice: ["COMPLIANCE"],
  recordAgreement: ["COMPLIANCE"],
  endAgreement: ["COMPLIANCE"],
  updateCustomer: ["COLLECTOR"],
  approveRecord: ["REVIEWER"],
  returnRecord: ["REVIEWER"],
  archiveRecords: ["ARCHIVIST"],
  collectRegistration: ["COLLECTOR"],
  collectContact: ["COLLECTOR", "CLERK"],
  collectFinancialStatement: ["COLLECTOR"],
  assessCredit: ["ANALYST"],
  collectOperation: ["COLLECTOR"],
  collectTransaction: ["COLLECTOR"],
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
  collectFeedback: ["COLLECTOR", "CLERK"],
};

/** The queries that are not for everybody who has signed in. */
export const MAY_ASK: Readonly<Record<string, readonly string[]>> = {
  possibleDuplicates: ["ARCHIVIST"],
  accounts: ["ADMIN"],
  sharingAgreements: ["COMPLIANCE"],
  importJob: ["COLLECTOR", "CLERK"],
  importJobs: ["COLLECTOR", "CLERK"],
  creditProposal: ["ANALYST", "REVIEWER"],
  whoCanSee: ["AUDITOR"],
  accessEvents: ["AUDITOR", "COMPLIANCE"],
  archiveStatistics: "CLERK COLLECTOR VERIFIER REVIEWER ANALYST ARCHIVIST COMPLIANCE REPORTER AUDITOR".split(" "),
};

const linesOf = (text: string): string[][] =>
  text
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first);

const [[, , ...CLEARED] = [], ...ROWS] = linesOf(MATRIX);

export const ROLES = ROWS.map(([role = ""]) => role);

/** Whose customers a role sees. */
export const rowsOf = (role: string): string => ROWS.find(([name]) => name === role)?.[1] ?? "none";

export const cellOf = (role: string, grade: string): string => {
  const cell = ROWS.find(([name]) => name === role)?.[CLEARED.indexOf(grade) + 2];
  if (cell === undefined || !CLEARED.includes(grade)) throw new Error(`no cell for ${role} and ${grade}`);
  return cell;
};

export interface Graded {
  readonly grade: string;
  readonly masked: boolean;
}

const graded = (): Map<string, Graded> => {
  const found = new Map<string, Graded>();
  let type = "";
  for (const [first = "", ...names] of linesOf(GRADES)) {
    if (names.length === 0) type = first;
    for (const name of names)
      found.set(`${type}.${name.replace("~", "")}`, { grade: first, masked: name.endsWith("~") });
  }
  return found;
};

/** Every field of every type, but those of pages, which are all INTERNAL. */
export const FIELDS: ReadonlyMap<string, Graded> = graded();

const PAGE = /(Connection\.(edges|nodes|pageInfo|totalCount)|Edge\.(cursor|node))$/;

export const gradeAt = (coordinate: string): Graded => {
  const found = FIELDS.get(coordinate) ?? (PAGE.test(coordinate) ? { grade: "INTERNAL", masked: false } : undefined);
  if (found === undefined) throw new Error(`the policy says nothing of ${coordinate}`);
  return found;
};

/** Of a cell: what is shown anywhere, and what is shown of rows that are my work. */
export interface Shown {
  readonly level: Level;
  readonly otherwise: Exclude<Level, "TASK_BOUND">;
}

export const shownUnder = (cell: string, masked: boolean): Shown => {
  const m = masked ? "MASKED" : "DENIED";
  if (cell === "F") return { level: "FULL", otherwise: "FULL" };
  if (cell === "M") return { level: m, otherwise: m };
  if (cell === "T/M") return { level: "TASK_BOUND", otherwise: m };
  return cell === "T/–" ? { level: "TASK_BOUND", otherwise: "DENIED" } : { level: "DENIED", otherwise: "DENIED" };
};

const WEIGHT = new Map(
  linesOf(WEIGHTS).map(([category = "", ceiling = "", ...fields]) => [
    category,
    { ceiling, fields: Object.fromEntries(fields.map((field) => field.split("="))) as Record<string, string> },
  ]),
);

export const ceilingOf = (category: string): string => WEIGHT.get(category)?.ceiling ?? "none";

/** What a text about a field of a category weighs as; with no field, what any text about the record does. */
export const weightOf = (category: string, field: string | null): string =>
  (field === null ? undefined : WEIGHT.get(category)?.fields[field]) ?? ceilingOf(category);

export const graverFieldsOf = (category: string): string[] => Object.keys(WEIGHT.get(category)?.fields ?? {});

const ORDER: readonly Level[] = ["DENIED", "MASKED", "TASK_BOUND", "FULL"];

const leastOf = (levels: readonly Level[]): Level =>
  ORDER[Math.min(...levels.map((level) => ORDER.indexOf(level)))] ?? "DENIED";

/** Texts that weigh alike. */
export interface Text {
  readonly category: string;
  readonly field: string | null;
  readonly weights: readonly string[];
  /** What my work opens of the category is enough. */
  readonly byWork: boolean;
}

const VERIFIED = ["operatingState", "litigationCount", "employees"];
const EVENTS: Readonly<Record<string, readonly (string | null)[]>> = {
  REGISTRATION: [null],
  OPERATION: ["litigationCount", "operatingState"],
};

/** Of a record: it may quote any field, and is told to whoever is to put the record right. */
const isWhyItCameBack = (coordinate: string): boolean => /(?<!^VerificationTask)\.returnReason$/.test(coordinate);

/** What the rows of a type are each about: any field or none, all that is verified, what the kind of an event says, the record. */
const subjectsAt = (coordinate: string, category: string): readonly (readonly (string | null)[])[] => {
  const graver = graverFieldsOf(category);
  if (/^(ScreeningFinding|Conflict)\.|\.screening$/.test(coordinate))
    return [[null], ...graver.map((field) => [field])];
  if (/^MajorEvent\./.test(coordinate)) return (EVENTS[category] ?? []).map((field) => [field]);
  if (/^(VerificationTask|Finding)\./.test(coordinate)) return [[null, ...graver.filter((f) => VERIFIED.includes(f))]];
  return isWhyItCameBack(coordinate) ? [[null, ...graver]] : [[null]];
};

/** All kinds of texts there may be at a coordinate, on records of these categories. */
export const textsAt = (coordinate: string, categories: readonly string[]): Text[] =>
  categories.flatMap((category) =>
    subjectsAt(coordinate, category).map((fields) => ({
      category,
      field: fields[0] ?? null,
      weights: [ceilingOf(category), ...fields.map((field) => weightOf(category, field))],
      byWork: isWhyItCameBack(coordinate),
    })),
  );

/** Who has not signed in. */
export const NOBODY = "NOBODY";

/** All that texts at a coordinate may weigh as, on records of these categories. */
export const weightsAt = (coordinate: string, categories: readonly string[]): string[] =>
  textsAt(coordinate, categories).flatMap(({ weights }) => weights);

export const levelOfText = (role: string, { category, weights, byWork }: Text): Level => {
  const levelOf = (weight: string): Level => shownUnder(cellOf(role, weight), false).level;
  return byWork && levelOf(ceilingOf(category)) === "TASK_BOUND" ? "TASK_BOUND" : leastOf(weights.map(levelOf));
};

/** A consent, and a customer, is on nobody's desk: what work opens elsewhere is shown of it as of what is not mine. */
export const cellAt = (role: string, coordinate: string, grade: string): string => {
  const cell = cellOf(role, grade);
  return /^(Consent|Customer)\./.test(coordinate) ? cell.replace("T/", "") : cell;
};

/** What a role is told of a coordinate at least, on records of these categories. */
export const levelAt = (role: string, coordinate: string, categories: readonly string[] = CATEGORIES): Level => {
  const { grade, masked } = gradeAt(coordinate);
  if (grade === "CARRIED") return "FULL";
  if (role === NOBODY) return grade === "PUBLIC" ? "FULL" : "DENIED";
  if (grade !== "RECORD") return shownUnder(cellAt(role, coordinate, grade), masked).level;
  return leastOf(textsAt(coordinate, categories).map((text) => levelOfText(role, text)));
};

/** And at most. */
export const mostAt = (role: string, coordinate: string, categories: readonly string[] = CATEGORIES): Level => {
  if (gradeAt(coordinate).grade !== "RECORD") return levelAt(role, coordinate);
  const levels = textsAt(coordinate, categories).map((text) => ORDER.indexOf(levelOfText(role, text)));
  return ORDER[Math.max(...levels)] ?? "DENIED";
};

const CLAUSES: Readonly<Record<string, string>> = { PUBLIC: "SP5", CONTACT: "SP4", IDENTITY: "SP4" };

export const clauseOf = (grade: string): string => CLAUSES[grade] ?? "SP12";
