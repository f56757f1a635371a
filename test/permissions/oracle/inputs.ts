import { gradeAt } from "./policy.js";
import { FILTERABLE, ORDERABLE, REPORTED } from "./uses.js";

/** What operations are asked with and led through, graded in words of its own like everything in this folder. */
const NAMED = "id version reason";
const COLLECTED = "customerId source validFrom validTo corrects";
const OPERATORS = "eq ne lt lte gt gte in nin isNull startsWith";

const INPUTS = `
  Node
    PUBLIC id
  InformationRecord
    PUBLIC id
    INTERNAL customer category status disclosure source collectedBy collectedAt validFrom validTo recordedAt
    INTERNAL verificationTasks evidence corrects supersedes supersededBy allowedActions version
    RECORD corroboration screening seal returnReason
  LoginInput
    CARRIED username password role newPassword
  SwitchRoleInput
    CARRIED role
  ChangePasswordInput
    CARRIED currentPassword newPassword
  MoneyInput
    CARRIED amount currency
  AsOfInput
    INTERNAL validAt knownAt
  SourceInput
    INTERNAL channel subChannel party statedOn reference agreementNumber derivedFrom tool consentId legalBasis
  RegisterCustomerInput
    PUBLIC name kind code uscc region industry
    INTERNAL importance status
  UpdateCustomerInput
    PUBLIC name kind uscc region industry
    INTERNAL id version importance status
  CollectRegistrationInput
    INTERNAL ${COLLECTED}
    PUBLIC legalName uscc legalRepresentative registeredCapital establishedOn companyType registrationRegion
    PUBLIC registeredAddress businessScope industry operatingStatus
  CollectContactInput
    INTERNAL ${COLLECTED}
    CONTACT personName position mobile landline email postalAddress
    IDENTITY idNumber
  CollectOperationInput
    INTERNAL ${COLLECTED} premises mainProducts mainMarkets marketPosition competition
    COMMERCIAL operatingState litigationCount
    FINANCIAL employees
  CollectFinancialStatementInput
    INTERNAL ${COLLECTED} periodStart periodEnd
    FINANCIAL currency totalAssets totalLiabilities equity revenue mainRevenue profitBeforeTax netProfit taxPaid
    FINANCIAL guaranteesGiven operatingCashFlow audited auditor
    IDENTITY bankAccount
  CollectTransactionInput
    INTERNAL ${COLLECTED}
    COMMERCIAL contractNumber occurredOn amount dueOn settledOn settledAmount disputed performance
  AssessCreditInput
    INTERNAL ${COLLECTED}
    CREDIT rating score rationale creditLimit paymentTermDays validUntil scorecardVersion
  CollectFeedbackInput
    INTERNAL ${COLLECTED} receivedOn kind
    COMMERCIAL satisfaction text resolution resolvedOn
  FindingInput
    INTERNAL recordId field result reason sourceParty note observed
  ObservedInput
    PUBLIC legalName uscc legalRepresentative operatingStatus
    CONTACT personName mobile
    COMMERCIAL operatingState litigationCount contractNumber occurredOn settledOn amount settledAmount
    FINANCIAL employees totalAssets totalLiabilities equity revenue netProfit
  SubmitFindingsInput
    INTERNAL id version findings
  OverrideInput
    INTERNAL rule field reason
  ApproveRecordInput
    INTERNAL id version overrides
  RecordInput
    INTERNAL id version
  ArchiveRecordsInput
    INTERNAL records
  ReturnRecordInput
    INTERNAL ${NAMED}
  RestrictRecordInput
    INTERNAL ${NAMED}
  LiftRestrictionInput
    INTERNAL ${NAMED}
  ResolveConflictInput
    INTERNAL id version
    RECORD resolution reason splitOn
  RequestVerificationInput
    INTERNAL recordId version method reason
  TaskInput
    INTERNAL id version
  ReturnTaskInput
    INTERNAL ${NAMED} code
  ReassignTaskInput
    INTERNAL ${NAMED} code assigneeId
  CancelTaskInput
    INTERNAL ${NAMED} code
  CancelImportJobInput
    INTERNAL id
  TransferCustomerInput
    INTERNAL ${NAMED} branchCode
  ReportMajorEventInput
    INTERNAL customerId kind description occurredOn
  GiveConsentInput
    INTERNAL customerId purposes categories givenOn expiresOn
    CONTACT personName reference
  WithdrawConsentInput
    INTERNAL id version
    CONTACT reason
  RecordAgreementInput
    INTERNAL partner number purposes startsOn expiresOn
  EndAgreementInput
    INTERNAL ${NAMED}
  PublishNoticeInput
    PUBLIC purpose textZh textEn
  CreateAccountInput
    INTERNAL username displayName password roles branchCode qualifications
  SetRolesInput
    INTERNAL id version roles qualifications
  LinkIdentityInput
    INTERNAL id version issuer subject
  DisableAccountInput
    INTERNAL id version
  EnableAccountInput
    INTERNAL id version
  ResetPasswordInput
    INTERNAL id version password
  IssueTokenInput
    INTERNAL accountId name expiresAt
  RevokeTokenInput
    INTERNAL id
  ArchiveStatisticsInput
    CARRIED groupBy measures filter
`;

const PUBLIC_ARGUMENTS = ["Query.customer(code:)", "Query.customers(search:)"];
const PUBLIC_ROOTS = ["Query.informationCategories"];
/** Of whoever signs in, and of themselves. */
const OWN = /^(Query\.viewer|Mutation\.(login|switchRole|changePassword|logout))(\(input:\))?$/;

const named = (): Map<string, string> => {
  const grades = new Map<string, string>();
  let type = "";
  for (const line of INPUTS.trim().split("\n")) {
    const [first = "", ...names] = line.trim().split(/\s+/);
    if (names.length === 0) type = first;
    for (const name of names) grades.set(`${type}.${name}`, first);
  }
  for (const { type: usable, name, grade } of [...FILTERABLE, ...ORDERABLE, ...REPORTED])
    grades.set(`${usable}.${name}`, grade);
  return grades;
};

const NAMED_GRADES = named();
const OPERATOR = new RegExp(`^\\w+Filter\\.(${OPERATORS.replaceAll(" ", "|")}|and|or|not)$`);

/** What any coordinate weighs: a field, an argument, an input field, a filter, a value to order or group by. */
export const gradeOf = (coordinate: string): string => {
  const known = NAMED_GRADES.get(coordinate);
  if (known !== undefined) return known;
  if (OWN.test(coordinate)) return "CARRIED";
  if (OPERATOR.test(coordinate) || /^\w+Order\.(field|direction)$/.test(coordinate)) return "CARRIED";
  if (PUBLIC_ARGUMENTS.includes(coordinate) || PUBLIC_ROOTS.includes(coordinate)) return "PUBLIC";
  if (/\(\w+:\)$/.test(coordinate) || /^(Query|Mutation)\./.test(coordinate)) return "INTERNAL";
  return gradeAt(coordinate).grade;
};
