/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `YYYY-MM-DD` (RFC 3339 full-date), without time or zone. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 with zone and up to microseconds: `2026-11-23T09:30:00.000001Z`. */
  DateTime: { input: string; output: string; }
  /** An exact decimal as a string of digits, never a float: up to 20 digits before the point and 4 behind. */
  Decimal: { input: string; output: string; }
};

/** Conditions on entries of the read ledger; all that are given must hold. */
export type AccessEventFilter = {
  /** Who asked. */
  accountId?: InputMaybe<IdFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<AccessEventFilter>>;
  /** The customers named in it. Where namesAll is false it may have spoken of others: ask for these, too. */
  customerId?: InputMaybe<TouchedCustomerFilter>;
  /** The way the answer left by. */
  exit?: InputMaybe<AccessExitFilter>;
  /** Whether it spoke of none but the customers it names. */
  namesAll?: InputMaybe<BooleanFilter>;
  /** This does not hold. */
  not?: InputMaybe<AccessEventFilter>;
  /** When it was asked. */
  occurredAt?: InputMaybe<DateTimeFilter>;
  /** Id or hash of the operation. */
  operationHash?: InputMaybe<StringFilter>;
  /** Name of the operation. */
  operationName?: InputMaybe<StringFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<AccessEventFilter>>;
  /** How it ended. */
  outcome?: InputMaybe<AccessOutcomeFilter>;
  /** What it was asked for. */
  purpose?: InputMaybe<PurposeFilter>;
  /** It used a coordinate for which this holds. */
  reads?: InputMaybe<AccessReadFilter>;
  /** The role it was asked in. */
  role?: InputMaybe<RoleFilter>;
};

/** The way an answer leaves by 出口. */
export type AccessExit =
  /** A report as a file 报表文件. */
  | 'CSV_REPORT'
  /** An answer to an operation 查询结果. */
  | 'GRAPHQL'
  /** The rejected rows of an import 导入拒绝行. */
  | 'REJECTED_ROWS';

/** Conditions on a value of type AccessExit; all that are given must hold. */
export type AccessExitFilter = {
  /** Equal to. */
  eq?: InputMaybe<AccessExit>;
  /** One of. */
  in?: InputMaybe<Array<AccessExit>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<AccessExit>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<AccessExit>>;
};

/** How an operation ended 结果. */
export type AccessOutcome =
  /** It was answered, as its reads say 已答复. */
  | 'ANSWERED'
  /** It failed; nothing was shown 失败. */
  | 'FAILED'
  /** It was refused; nothing was shown 已拒绝. */
  | 'REFUSED';

/** Conditions on a value of type AccessOutcome; all that are given must hold. */
export type AccessOutcomeFilter = {
  /** Equal to. */
  eq?: InputMaybe<AccessOutcome>;
  /** One of. */
  in?: InputMaybe<Array<AccessOutcome>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<AccessOutcome>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<AccessOutcome>>;
};

/** Conditions on one coordinate an operation used; all that are given hold for the same one. */
export type AccessReadFilter = {
  /** Coordinate, such as FinancialStatement.revenue. */
  coordinate?: InputMaybe<StringFilter>;
  /** Its grade. */
  grade?: InputMaybe<GradeFilter>;
  /** How much of it was open. */
  level?: InputMaybe<DisclosureFilter>;
  /** What it was used for. */
  use?: InputMaybe<UseFilter>;
};

/** An approval 审核通过 (SP10). */
export type ApproveRecordInput = {
  /** Record. */
  id: Scalars['ID']['input'];
  /** Screening findings overridden: all that are graver than INFO have to be. */
  overrides?: InputMaybe<Array<OverrideInput>>;
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** Records to be archived and sealed 归档 (SP11), all or none. */
export type ArchiveRecordsInput = {
  /** The records, at most 100. */
  records: Array<RecordInput>;
};

/** What a report is asked for. */
export type ArchiveStatisticsInput = {
  /** Only customers, records or tasks for which this holds. */
  filter?: InputMaybe<StatisticsFilter>;
  /** Dimensions, 3 at most, 2 of them of records or tasks. None: one group, the total. */
  groupBy: Array<StatisticsDimension>;
  /** Measures, at least one. */
  measures: Array<StatisticsMeasure>;
};

/** The moment to look at the archive: valid time and recorded time. Scope, clearance, consent and restriction stay those of now. */
export type AsOfInput = {
  /** What the archive held at this instant; now by default. */
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What was true in the world on this day; today by default. */
  validAt?: InputMaybe<Scalars['Date']['input']>;
};

/** A credit assessment 信用评估. Its source is DATA_ANALYSIS, naming the records it rests on and the score card. Rated better than A only once key data are verified. */
export type AssessCreditInput = {
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Credit limit 信用额度; its currency has to be known. */
  creditLimit?: InputMaybe<MoneyInput>;
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** Payment term in days 账期（天）, 0 or more. */
  paymentTermDays?: InputMaybe<Scalars['Int']['input']>;
  /** Rating 信用等级: never better than the score allows. */
  rating: CreditRating;
  /** Why 评估依据, in the analyst's words. */
  rationale: Scalars['String']['input'];
  /** Score 信用评分, 0 to 100. */
  score: Scalars['Decimal']['input'];
  /** Version of the score card 评分卡版本 it follows. */
  scorecardVersion?: InputMaybe<Scalars['String']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Last day it holds 有效期至; credit is reviewed yearly. */
  validUntil?: InputMaybe<Scalars['Date']['input']>;
};

/** Conditions on a value of type Boolean; all that are given must hold. */
export type BooleanFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Boolean']['input']>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Scalars['Boolean']['input']>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Scalars['Boolean']['input']>>;
};

/** The import job to end. */
export type CancelImportJobInput = {
  /** Id of the job. */
  id: Scalars['ID']['input'];
};

/** A task called off 取消核实. */
export type CancelTaskInput = {
  /** Why, as a code: DUPLICATE, NO_LONGER_NEEDED or OTHER; OTHER unless said. */
  code?: InputMaybe<TaskReason>;
  /** Task. */
  id: Scalars['ID']['input'];
  /** Why; at most 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** Information categories 信息类别 (SP5). */
export type CategoryCode =
  /** Contact 联系信息. */
  | 'CONTACT'
  /** Credit assessment 信用评估信息. */
  | 'CREDIT'
  /** After-sale feedback 售后服务反馈. */
  | 'FEEDBACK'
  /** Financial state 财务状况. */
  | 'FINANCIAL'
  /** Operation 经营情况. */
  | 'OPERATION'
  /** Basic identity 基本身份信息. */
  | 'REGISTRATION'
  /** Transactions and performance 交易与履约记录. */
  | 'TRANSACTION';

/** Conditions on a value of type CategoryCode; all that are given must hold. */
export type CategoryCodeFilter = {
  /** Equal to. */
  eq?: InputMaybe<CategoryCode>;
  /** One of. */
  in?: InputMaybe<Array<CategoryCode>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<CategoryCode>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<CategoryCode>>;
};

/** Another password of one's own 修改密码. */
export type ChangePasswordInput = {
  /** The password used so far. */
  currentPassword: Scalars['String']['input'];
  /** The password from now on: 8 to 128 characters. */
  newPassword: Scalars['String']['input'];
};

/** Channels of collection 采集渠道 (SP6). */
export type Channel =
  /** Data-analysis tools 数据分析工具. */
  | 'DATA_ANALYSIS'
  /** Meeting, phone, e-mail 直接接触. */
  | 'DIRECT_CONTACT'
  /** Market research 市场调研. */
  | 'MARKET_RESEARCH'
  /** Supplier, distributor, financial institution 合作伙伴. */
  | 'PARTNER'
  /** Website, social media, news, registers 公开渠道. */
  | 'PUBLIC_SOURCE'
  /** Site investigation 实地调查. */
  | 'SITE_INVESTIGATION'
  /** Third-party agency 第三方机构. */
  | 'THIRD_PARTY_AGENCY';

/** Conditions on a value of type Channel; all that are given must hold. */
export type ChannelFilter = {
  /** Equal to. */
  eq?: InputMaybe<Channel>;
  /** One of. */
  in?: InputMaybe<Array<Channel>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Channel>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Channel>>;
};

/** How to reach a person 联系信息. Personal data: it takes that person's consent or a legal basis (SP4). */
export type CollectContactInput = {
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** E-mail. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Resident id number, GB 11643. */
  idNumber?: InputMaybe<Scalars['String']['input']>;
  /** Landline. */
  landline?: InputMaybe<Scalars['String']['input']>;
  /** Mobile number. */
  mobile?: InputMaybe<Scalars['String']['input']>;
  /** Name of the person. */
  personName: Scalars['String']['input'];
  /** Position. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** Postal address. */
  postalAddress?: InputMaybe<Scalars['String']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** After-sale feedback 售后服务反馈. */
export type CollectFeedbackInput = {
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** What it is about 反馈类型. */
  kind: FeedbackKind;
  /** Day received 收到日期. */
  receivedOn: Scalars['Date']['input'];
  /** How it was resolved 处理结果. */
  resolution?: InputMaybe<Scalars['String']['input']>;
  /** Day it was resolved 处理日期. */
  resolvedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Satisfaction 满意度, 1 (poor) to 5 (excellent). */
  satisfaction?: InputMaybe<Scalars['Int']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** What was said 反馈内容. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** Financial state over a period 财务状况, as a source states it. */
export type CollectFinancialStatementInput = {
  /** Whether audited. */
  audited?: InputMaybe<Scalars['Boolean']['input']>;
  /** Auditor. */
  auditor?: InputMaybe<Scalars['String']['input']>;
  /** Bank account. */
  bankAccount?: InputMaybe<Scalars['String']['input']>;
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Currency of all figures, ISO 4217. */
  currency: Scalars['String']['input'];
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** Equity. */
  equity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Guarantees given. */
  guaranteesGiven?: InputMaybe<Scalars['Decimal']['input']>;
  /** Revenue of the main business. */
  mainRevenue?: InputMaybe<Scalars['Decimal']['input']>;
  /** Net profit. */
  netProfit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Operating cash flow. */
  operatingCashFlow?: InputMaybe<Scalars['Decimal']['input']>;
  /** Last day of the period. */
  periodEnd: Scalars['Date']['input'];
  /** First day of the period. */
  periodStart: Scalars['Date']['input'];
  /** Profit before tax. */
  profitBeforeTax?: InputMaybe<Scalars['Decimal']['input']>;
  /** Revenue. */
  revenue?: InputMaybe<Scalars['Decimal']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** Tax paid. */
  taxPaid?: InputMaybe<Scalars['Decimal']['input']>;
  /** Total assets. */
  totalAssets?: InputMaybe<Scalars['Decimal']['input']>;
  /** Total liabilities. */
  totalLiabilities?: InputMaybe<Scalars['Decimal']['input']>;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** How the customer operates 经营情况. Key information: verified through several channels (SP2). */
export type CollectOperationInput = {
  /** Competition 竞争状况. */
  competition?: InputMaybe<Scalars['String']['input']>;
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** Headcount 从业人数, 0 or more. */
  employees?: InputMaybe<Scalars['Int']['input']>;
  /** Open lawsuits 涉诉数量, 0 or more. */
  litigationCount?: InputMaybe<Scalars['Int']['input']>;
  /** Main markets 主要市场. */
  mainMarkets?: InputMaybe<Scalars['String']['input']>;
  /** Main products 主营产品. */
  mainProducts?: InputMaybe<Scalars['String']['input']>;
  /** Market position 市场地位. */
  marketPosition?: InputMaybe<Scalars['String']['input']>;
  /** Operating state 经营状态. */
  operatingState: Scalars['String']['input'];
  /** Premises 经营场所. */
  premises?: InputMaybe<Scalars['String']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** Basic identity 基本身份信息, as a source states it. */
export type CollectRegistrationInput = {
  /** Business scope, 4000 characters at most. */
  businessScope?: InputMaybe<Scalars['String']['input']>;
  /** Type of company. */
  companyType?: InputMaybe<Scalars['String']['input']>;
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** Day of establishment. */
  establishedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Industry, GB/T 4754. */
  industry?: InputMaybe<Scalars['String']['input']>;
  /** Registered name. */
  legalName: Scalars['String']['input'];
  /** Legal representative. */
  legalRepresentative?: InputMaybe<Scalars['String']['input']>;
  /** Status in the register. */
  operatingStatus?: InputMaybe<Scalars['String']['input']>;
  /** Registered address. */
  registeredAddress?: InputMaybe<Scalars['String']['input']>;
  /** Registered capital. */
  registeredCapital?: InputMaybe<MoneyInput>;
  /** Region, GB/T 2260. */
  registrationRegion?: InputMaybe<Scalars['String']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** Unified social credit code. */
  uscc?: InputMaybe<Scalars['String']['input']>;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** A transaction with us and how it was performed 交易与履约记录. Key information (SP2). */
export type CollectTransactionInput = {
  /** Amount 交易金额; its currency has to be known. */
  amount: MoneyInput;
  /** Contract number 合同编号. */
  contractNumber: Scalars['String']['input'];
  /** Record it corrects: of the same customer and category. */
  corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Customer it is about. */
  customerId: Scalars['ID']['input'];
  /** Whether it is disputed 是否有争议. */
  disputed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Day payment is due 应付日期. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Day of the transaction 交易日期. */
  occurredOn: Scalars['Date']['input'];
  /** How the contract was performed 履约情况. */
  performance?: InputMaybe<Scalars['String']['input']>;
  /** Settled so far 已结金额, in the currency of amount. */
  settledAmount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Day of settlement 结清日期; leave it out while open. */
  settledOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it comes from. */
  source: SourceInput;
  /** First day it is true in the world; today unless said. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** First day it is true no longer. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** Conditions on conflicts; all that are given must hold. */
export type ConflictFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ConflictFilter>>;
  /** Category of its records. */
  category?: InputMaybe<CategoryCodeFilter>;
  /** Conditions on the customer it belongs to. */
  customer?: InputMaybe<CustomerFilter>;
  /** Customer it belongs to. */
  customerId?: InputMaybe<IdFilter>;
  /** Id. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<ConflictFilter>;
  /** Whether it waits to be resolved. */
  open?: InputMaybe<BooleanFilter>;
  /** When it was found. */
  openedAt?: InputMaybe<DateTimeFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<ConflictFilter>>;
};

/** How a conflict was resolved. */
export type ConflictResolution =
  /** Both hold, each for its own time. */
  | 'BOTH_VALID'
  /** The first record holds. */
  | 'KEEP_FIRST'
  /** The second record holds. */
  | 'KEEP_SECOND'
  /** Neither holds. */
  | 'NEITHER';

/** How far independent findings carry a record 佐证程度 (SP2). */
export type Corroboration =
  /** Every field to verify is confirmed twice, by different methods, different parties and different performers. */
  | 'FULL'
  /** Some field to verify is confirmed twice, not all of them; in a small company, where two persons are all there is, no more is reached. */
  | 'PARTIAL'
  /** A finding contradicts some field of it. */
  | 'REFUTED'
  /** No more than its source's own word: some field to verify nobody has confirmed, and none was confirmed twice. */
  | 'SELF_DECLARED'
  /** Every field to verify is confirmed, none of them twice; an official register as source of a registration confirms all of it once. */
  | 'SINGLE_SOURCE';

/** A new account 新建账号. */
export type CreateAccountInput = {
  /** Code of the branch the person works for; CLERK, COLLECTOR and VERIFIER need one. */
  branchCode?: InputMaybe<Scalars['String']['input']>;
  /** Name shown to colleagues, 1 to 100 characters. */
  displayName: Scalars['String']['input'];
  /** First password, 8 to 128 characters; to be changed by whoever gets it. */
  password: Scalars['String']['input'];
  /** Methods of verification the person is trained in; a VERIFIER needs one, and claims tasks of these alone. */
  qualifications?: InputMaybe<Array<VerificationMethod>>;
  /** Roles: at least one. AUDITOR, ADMIN and REPORTER combine with no other. */
  roles: Array<Role>;
  /** Username: 2 to 64 of a–z, 0–9, dot, hyphen and underscore, a letter first. */
  username: Scalars['String']['input'];
};

/** Credit rating 信用等级, by score. */
export type CreditRating =
  /** 70–79. */
  | 'A'
  /** 80–89. */
  | 'AA'
  /** 90 and above. */
  | 'AAA'
  /** 60–69. */
  | 'B'
  /** 40–59. */
  | 'C'
  /** Below 40. */
  | 'D';

/** Conditions on a value of type CreditRating; all that are given must hold. */
export type CreditRatingFilter = {
  /** Equal to. */
  eq?: InputMaybe<CreditRating>;
  /** Greater than. */
  gt?: InputMaybe<CreditRating>;
  /** Greater than or equal to. */
  gte?: InputMaybe<CreditRating>;
  /** One of. */
  in?: InputMaybe<Array<CreditRating>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<CreditRating>;
  /** Less than or equal to. */
  lte?: InputMaybe<CreditRating>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<CreditRating>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<CreditRating>>;
};

/** Conditions on customers; all that are given must hold. */
export type CustomerFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CustomerFilter>>;
  /** Code of the branch. */
  branchCode?: InputMaybe<StringFilter>;
  /** Customer code. */
  code?: InputMaybe<StringFilter>;
  /** When it was registered here. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Credit limit in force, in units of its currency. */
  creditLimit?: InputMaybe<DecimalFilter>;
  /** Rating in force. */
  creditRating?: InputMaybe<CreditRatingFilter>;
  /** Id. */
  id?: InputMaybe<IdFilter>;
  /** Importance. */
  importance?: InputMaybe<ImportanceFilter>;
  /** Industry. */
  industry?: InputMaybe<StringFilter>;
  /** Kind. */
  kind?: InputMaybe<CustomerKindFilter>;
  /** Name. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<CustomerFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<CustomerFilter>>;
  /** Region; startsWith takes a province or city. */
  region?: InputMaybe<StringFilter>;
  /** Revenue of the newest archived statement, in units of its currency. */
  revenue?: InputMaybe<DecimalFilter>;
  /** Risk class. */
  riskClass?: InputMaybe<RiskClassFilter>;
  /** State of the relationship. */
  status?: InputMaybe<CustomerStatusFilter>;
  /** When its own columns last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Unified social credit code. */
  uscc?: InputMaybe<StringFilter>;
};

/** Kind of customer 客户类型. */
export type CustomerKind =
  /** Branch office 分支机构. */
  | 'BRANCH_OFFICE'
  /** Company 企业. */
  | 'ENTERPRISE'
  /** Other organisation 其他组织. */
  | 'OTHER'
  /** Sole trader 个体工商户: financial data are personal data too. */
  | 'SOLE_TRADER';

/** Conditions on a value of type CustomerKind; all that are given must hold. */
export type CustomerKindFilter = {
  /** Equal to. */
  eq?: InputMaybe<CustomerKind>;
  /** One of. */
  in?: InputMaybe<Array<CustomerKind>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<CustomerKind>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<CustomerKind>>;
};

/** One step of an order; the id decides at the end. */
export type CustomerOrder = {
  /** Direction. */
  direction: SortDirection;
  /** What to order by. */
  field: CustomerOrderField;
};

/** What Customer lists can be ordered by. */
export type CustomerOrderField =
  /** Customer code. */
  | 'CODE'
  /** When it was registered here. */
  | 'CREATED_AT'
  /** Credit limit in force, in units of its currency. */
  | 'CREDIT_LIMIT'
  /** Rating in force, worst first. */
  | 'CREDIT_RATING'
  /** Importance, A first. */
  | 'IMPORTANCE'
  /** Name, by code point. */
  | 'NAME'
  /** Region code. */
  | 'REGION'
  /** Revenue of the newest archived statement, in units of its currency. */
  | 'REVENUE'
  /** Risk class, lowest risk first. */
  | 'RISK_CLASS'
  /** When its own columns last changed. */
  | 'UPDATED_AT';

/** Relationship with the customer 客户状态. */
export type CustomerStatus =
  /** Active 活跃. */
  | 'ACTIVE'
  /** Closed 终止. */
  | 'CLOSED'
  /** Dormant 休眠. */
  | 'DORMANT'
  /** Prospect 潜在. */
  | 'PROSPECT';

/** Conditions on a value of type CustomerStatus; all that are given must hold. */
export type CustomerStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<CustomerStatus>;
  /** One of. */
  in?: InputMaybe<Array<CustomerStatus>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<CustomerStatus>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<CustomerStatus>>;
};

/** Conditions on a value of type Date; all that are given must hold. */
export type DateFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['Date']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['Date']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Scalars['Date']['input']>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Scalars['Date']['input']>>;
};

/** Conditions on a value of type DateTime; all that are given must hold. */
export type DateTimeFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Scalars['DateTime']['input']>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Scalars['DateTime']['input']>>;
};

/** Conditions on a value of type Decimal; all that are given must hold. */
export type DecimalFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Scalars['Decimal']['input']>>;
};

/** An account to be disabled 停用账号. */
export type DisableAccountInput = {
  /** Person whose account it is. */
  id: Scalars['ID']['input'];
  /** Version of the account it was seen in, 1 when it was made; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** How much of a fact is shown. */
export type Disclosure =
  /** Nothing. */
  | 'DENIED'
  /** The value. */
  | 'FULL'
  /** Part of the value. */
  | 'MASKED'
  /** The value on records bound to my work, elsewhere masked or nothing. */
  | 'TASK_BOUND';

/** Conditions on a value of type Disclosure; all that are given must hold. */
export type DisclosureFilter = {
  /** Equal to. */
  eq?: InputMaybe<Disclosure>;
  /** One of. */
  in?: InputMaybe<Array<Disclosure>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Disclosure>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Disclosure>>;
};

/** A disabled account to be enabled again 恢复账号; not one's own. */
export type EnableAccountInput = {
  /** Person whose account it is. */
  id: Scalars['ID']['input'];
  /** Version of the account it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** The early end of an agreement 终止协议 (SP6). */
export type EndAgreementInput = {
  /** Agreement. */
  id: Scalars['ID']['input'];
  /** Why. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was read in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** What feedback is about 反馈类型. */
export type FeedbackKind =
  /** Complaint 投诉. */
  | 'COMPLAINT'
  /** Praise 表扬. */
  | 'PRAISE'
  /** Return visit 回访. */
  | 'RETURN_VISIT'
  /** Suggestion 建议. */
  | 'SUGGESTION'
  /** Warranty claim 保修. */
  | 'WARRANTY';

/** Conditions on financial statements in force; all that are given must hold. */
export type FinancialStatementFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<FinancialStatementFilter>>;
  /** Whether audited. */
  audited?: InputMaybe<BooleanFilter>;
  /** Bank account 银行账号. */
  bankAccount?: InputMaybe<IdentifierFilter>;
  /** Currency. */
  currency?: InputMaybe<StringFilter>;
  /** Conditions on the customer it belongs to. */
  customer?: InputMaybe<CustomerFilter>;
  /** Customer it belongs to. */
  customerId?: InputMaybe<IdFilter>;
  /** Equity, in units of the currency. */
  equity?: InputMaybe<DecimalFilter>;
  /** Guarantees given, in units of the currency. */
  guaranteesGiven?: InputMaybe<DecimalFilter>;
  /** Id. */
  id?: InputMaybe<IdFilter>;
  /** Revenue of the main business, in units of the currency. */
  mainRevenue?: InputMaybe<DecimalFilter>;
  /** Net profit, in units of the currency. */
  netProfit?: InputMaybe<DecimalFilter>;
  /** This does not hold. */
  not?: InputMaybe<FinancialStatementFilter>;
  /** Operating cash flow, in units of the currency. */
  operatingCashFlow?: InputMaybe<DecimalFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<FinancialStatementFilter>>;
  /** Last day of the period. */
  periodEnd?: InputMaybe<DateFilter>;
  /** First day of the period. */
  periodStart?: InputMaybe<DateFilter>;
  /** Profit before tax, in units of the currency. */
  profitBeforeTax?: InputMaybe<DecimalFilter>;
  /** Revenue, in units of the currency. */
  revenue?: InputMaybe<DecimalFilter>;
  /** Status. */
  status?: InputMaybe<RecordStatusFilter>;
  /** Tax paid, in units of the currency. */
  taxPaid?: InputMaybe<DecimalFilter>;
  /** Total assets, in units of the currency. */
  totalAssets?: InputMaybe<DecimalFilter>;
  /** Total liabilities, in units of the currency. */
  totalLiabilities?: InputMaybe<DecimalFilter>;
};

/** One step of an order; the id decides at the end. */
export type FinancialStatementOrder = {
  /** Direction. */
  direction: SortDirection;
  /** What to order by. */
  field: FinancialStatementOrderField;
};

/** What FinancialStatement lists can be ordered by. */
export type FinancialStatementOrderField =
  /** Net profit. */
  | 'NET_PROFIT'
  /** Last day of the period. */
  | 'PERIOD_END'
  /** When the archive learnt of it. */
  | 'RECORDED_AT'
  /** Revenue. */
  | 'REVENUE'
  /** Total assets. */
  | 'TOTAL_ASSETS';

/** What was found about one field of one record 核实结论. */
export type FindingInput = {
  /** Field of the record that is filled and that its category says is `verified` (InformationCategory.fields). */
  field: Scalars['String']['input'];
  /** Note in words of one's own. 4000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** With CONTRADICTED: what was observed instead. */
  observed?: InputMaybe<ObservedInput>;
  /** Why it is as it is, of the codes that go with the result; may be left out for CONFIRMED. */
  reason?: InputMaybe<FindingReason>;
  /** Record of the task. */
  recordId: Scalars['ID']['input'];
  /** What was found. */
  result: FindingResult;
  /** Who said so: required for CONFIRMED and CONTRADICTED. 200 characters. */
  sourceParty?: InputMaybe<Scalars['String']['input']>;
};

/** Why a finding is as it is 核实依据. */
export type FindingReason =
  /** Whoever knows confirmed it 知情人确认. */
  | 'CONFIRMED_BY_PERSON'
  /** The source says otherwise 与来源不符. */
  | 'DIFFERS'
  /** What was shown does not suffice 资料不全. */
  | 'INCOMPLETE_EVIDENCE'
  /** A document says the same 与凭证一致. */
  | 'MATCHES_DOCUMENT'
  /** A public register says the same 与公示信息一致. */
  | 'MATCHES_REGISTER'
  /** A third party says the same 与第三方信息一致. */
  | 'MATCHES_THIRD_PARTY'
  /** Not to be found there any more 已搬迁. */
  | 'MOVED'
  /** The source knows nothing of it 查无此项. */
  | 'NOT_FOUND'
  /** No answer 无人应答. */
  | 'NO_ANSWER'
  /** It was right once 信息已过期. */
  | 'OUTDATED'
  /** The source would not say 拒绝提供. */
  | 'REFUSED'
  /** Seen on site 现场所见一致. */
  | 'SEEN_ON_SITE'
  /** The source can be read either way 表述不清. */
  | 'UNCLEAR';

/** What verification found 核实结果. */
export type FindingResult =
  /** Confirmed 属实. */
  | 'CONFIRMED'
  /** Contradicted 不符. */
  | 'CONTRADICTED'
  /** Inconclusive 无法判断. */
  | 'INCONCLUSIVE'
  /** Source not reached 未联系到. */
  | 'NOT_REACHED';

/** How current the records in force are 时效 (SP3). */
export type Freshness =
  /** To be refreshed within 14 days. */
  | 'DUE'
  /** Within the refresh interval. */
  | 'FRESH'
  /** Past the refresh interval, or nothing in force. */
  | 'STALE';

/** A person's consent 个人信息处理同意 (SP4), given after they were told what for. */
export type GiveConsentInput = {
  /** For which categories; at least one. */
  categories: Array<CategoryCode>;
  /** Customer the person belongs to. */
  customerId: Scalars['ID']['input'];
  /** First day it covers nothing any more. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** Day it was given; today unless said. */
  givenOn?: InputMaybe<Scalars['Date']['input']>;
  /** Who consents, 200 characters at most. */
  personName: Scalars['String']['input'];
  /** For what; at least one. */
  purposes: Array<Purpose>;
  /** Where the consent is kept, 500 characters at most. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** What kind of fact a field is: decides who may see it. */
export type Grade =
  /** Part of a value: the field that returned the value decides. */
  | 'CARRIED'
  /** Trade with us 交易信息: contracts, amounts, feedback. */
  | 'COMMERCIAL'
  /** How to reach a person 联系信息. */
  | 'CONTACT'
  /** Ratings, scores, limits, risk class 信用评估信息. */
  | 'CREDIT'
  /** The sensitive financial set 财务信息. */
  | 'FINANCIAL'
  /** Sensitive personal data 敏感个人信息: identity number, bank account. */
  | 'IDENTITY'
  /** The company's own working data 内部信息. */
  | 'INTERNAL'
  /** Register facts anyone may know 公开信息. */
  | 'PUBLIC'
  /** May quote a record's content: weighs as the ceiling of the record's category, or as the field it is about. */
  | 'RECORD';

/** Conditions on a value of type Grade; all that are given must hold. */
export type GradeFilter = {
  /** Equal to. */
  eq?: InputMaybe<Grade>;
  /** One of. */
  in?: InputMaybe<Array<Grade>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Grade>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Grade>>;
};

/** Conditions on a value of type Id; all that are given must hold. */
export type IdFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Scalars['ID']['input']>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Identity numbers and accounts to look for. They are stored encrypted: what is equal is found, whatever its width, case, blanks and hyphens, and nothing else can be asked. A restricted record is not found by it (SP4). */
export type IdentifierFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What an imported file holds 导入类型. */
export type ImportKind =
  /** Contact details 联系信息. */
  | 'CONTACTS'
  /** A public register 工商登记: customers and their registrations. */
  | 'REGISTER'
  /** Financial statements 财务报表. */
  | 'STATEMENTS'
  /** Transactions 交易记录. */
  | 'TRANSACTIONS';

/** How far an import is 导入状态. */
export type ImportStatus =
  /** It was ended by whoever uploaded it; rows that were in stay in 已取消. */
  | 'CANCELLED'
  /** It is through 完成. */
  | 'DONE'
  /** It ended, and says why; rows that were in stay in 失败. */
  | 'FAILED'
  /** It waits for a process 排队. */
  | 'QUEUED'
  /** Its rows are being written 导入中. */
  | 'RUNNING'
  /** The file is coming in 上传中. */
  | 'UPLOADING';

/** How much depends on the customer 重要程度. */
export type Importance =
  /** Key customer. */
  | 'A'
  /** Regular customer. */
  | 'B'
  /** Occasional customer. */
  | 'C';

/** Conditions on a value of type Importance; all that are given must hold. */
export type ImportanceFilter = {
  /** Equal to. */
  eq?: InputMaybe<Importance>;
  /** One of. */
  in?: InputMaybe<Array<Importance>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Importance>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Importance>>;
};

/** Conditions on records of all categories; all that are given must hold. */
export type InformationRecordFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<InformationRecordFilter>>;
  /** Bank account 银行账号 of a financial statement. */
  bankAccount?: InputMaybe<IdentifierFilter>;
  /** Category. */
  category?: InputMaybe<CategoryCodeFilter>;
  /** Channel of collection. */
  channel?: InputMaybe<ChannelFilter>;
  /** When it was collected. */
  collectedAt?: InputMaybe<DateTimeFilter>;
  /** Who collected it. */
  collectedById?: InputMaybe<IdFilter>;
  /** Conditions on the customer it belongs to. */
  customer?: InputMaybe<CustomerFilter>;
  /** Customer it belongs to. */
  customerId?: InputMaybe<IdFilter>;
  /** Id. */
  id?: InputMaybe<IdFilter>;
  /** Identity number 身份证号 of a contact. */
  idNumber?: InputMaybe<IdentifierFilter>;
  /** This does not hold. */
  not?: InputMaybe<InformationRecordFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<InformationRecordFilter>>;
  /** When the archive learnt of it. */
  recordedAt?: InputMaybe<DateTimeFilter>;
  /** Status. */
  status?: InputMaybe<RecordStatusFilter>;
  /** First day of validity. */
  validFrom?: InputMaybe<DateFilter>;
  /** End of validity. */
  validTo?: InputMaybe<DateFilter>;
};

/** One step of an order; the id decides at the end. */
export type InformationRecordOrder = {
  /** Direction. */
  direction: SortDirection;
  /** What to order by. */
  field: InformationRecordOrderField;
};

/** What InformationRecord lists can be ordered by. */
export type InformationRecordOrderField =
  /** When it was collected. */
  | 'COLLECTED_AT'
  /** When the archive learnt of it. */
  | 'RECORDED_AT'
  /** First day of validity. */
  | 'VALID_FROM';

/** A token for a reporting tool 签发令牌. */
export type IssueTokenInput = {
  /** Id of the person whose account the tool uses: one that holds REPORTER. */
  accountId: Scalars['ID']['input'];
  /** When it stops: in the future, 366 days away at most. */
  expiresAt: Scalars['DateTime']['input'];
  /** What it is for, 100 characters at most. */
  name: Scalars['String']['input'];
};

/** Grounds other than consent (PIPL art. 13) 合法性基础. */
export type LegalBasis =
  /** Necessary to conclude or perform a contract with the person. */
  | 'CONTRACT'
  /** Made public by the person or otherwise lawfully, within reason. */
  | 'DISCLOSED_INFORMATION'
  /** Necessary in a public health or life-and-property emergency. */
  | 'EMERGENCY'
  /** Necessary to fulfil a statutory duty. */
  | 'LEGAL_DUTY'
  /** News reporting or public supervision in the public interest. */
  | 'NEWS_SUPERVISION'
  /** Other circumstances laid down by law. */
  | 'OTHER_LAW';

/** A restriction to lift 解除限制 (SP4). */
export type LiftRestrictionInput = {
  /** Record. */
  id: Scalars['ID']['input'];
  /** Why. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was read in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** Whom an OpenID provider vouches for with an account 关联外部身份; without issuer and subject, nobody. */
export type LinkIdentityInput = {
  /** Id of the person whose account it is. */
  id: Scalars['ID']['input'];
  /** `iss` of the provider's tokens, 255 characters at most. */
  issuer?: InputMaybe<Scalars['String']['input']>;
  /** What the claim of `OIDC_ACCOUNT_CLAIM` holds for this person, 255 characters at most. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** Version the change was made from; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** How one signs in 登录. */
export type LoginInput = {
  /** A password of one's own, 8 to 128 characters: asked for by a one-time password 一次性密码, and refused otherwise. */
  newPassword?: InputMaybe<Scalars['String']['input']>;
  /** Password 密码. */
  password: Scalars['String']['input'];
  /** The role to act in 角色; not needed by an account that holds one. */
  role?: InputMaybe<Role>;
  /** Username 用户名. */
  username: Scalars['String']['input'];
};

/** Major events 重大事项 (SP3). */
export type MajorEventKind =
  /** Abnormal operation 经营异常. */
  | 'ABNORMAL_OPERATION'
  /** Change of equity 股权变更. */
  | 'EQUITY'
  /** Change of legal representative 法定代表人变更. */
  | 'LEGAL_REPRESENTATIVE'
  /** Litigation 诉讼. */
  | 'LITIGATION';

/** An amount of money. */
export type MoneyInput = {
  /** Amount in units of the currency. */
  amount: Scalars['Decimal']['input'];
  /** ISO 4217 code; leave it out when unknown. */
  currency?: InputMaybe<Scalars['String']['input']>;
};

/** The value observed instead 实际情况: exactly one, that of the field the finding is about. It becomes a record of its own; an amount is in the currency of the record that was checked. */
export type ObservedInput = {
  /** Amount. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Contract number. */
  contractNumber?: InputMaybe<Scalars['String']['input']>;
  /** Number of employees. */
  employees?: InputMaybe<Scalars['Int']['input']>;
  /** Equity. */
  equity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Registered name. */
  legalName?: InputMaybe<Scalars['String']['input']>;
  /** Legal representative. */
  legalRepresentative?: InputMaybe<Scalars['String']['input']>;
  /** Pending lawsuits. */
  litigationCount?: InputMaybe<Scalars['Int']['input']>;
  /** Mobile number. */
  mobile?: InputMaybe<Scalars['String']['input']>;
  /** Net profit. */
  netProfit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Day of the transaction. */
  occurredOn?: InputMaybe<Scalars['Date']['input']>;
  /** How the business runs. */
  operatingState?: InputMaybe<Scalars['String']['input']>;
  /** Status in the register. */
  operatingStatus?: InputMaybe<Scalars['String']['input']>;
  /** Name of the person. */
  personName?: InputMaybe<Scalars['String']['input']>;
  /** Revenue. */
  revenue?: InputMaybe<Scalars['Decimal']['input']>;
  /** Amount settled. */
  settledAmount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Day of settlement. */
  settledOn?: InputMaybe<Scalars['Date']['input']>;
  /** Total assets. */
  totalAssets?: InputMaybe<Scalars['Decimal']['input']>;
  /** Total liabilities. */
  totalLiabilities?: InputMaybe<Scalars['Decimal']['input']>;
  /** Unified social credit code. */
  uscc?: InputMaybe<Scalars['String']['input']>;
};

/** A screening finding that does not stand in the way, and why 筛查豁免 (SP8). */
export type OverrideInput = {
  /** Field it is about; null for the record as a whole. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** Why; at most 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Rule that spoke. */
  rule: Scalars['String']['input'];
};

/** Urgency of a task 优先级. */
export type Priority =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Normal. */
  | 'NORMAL'
  /** Urgent: before everything else. */
  | 'URGENT';

/** Conditions on a value of type Priority; all that are given must hold. */
export type PriorityFilter = {
  /** Equal to. */
  eq?: InputMaybe<Priority>;
  /** Greater than. */
  gt?: InputMaybe<Priority>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Priority>;
  /** One of. */
  in?: InputMaybe<Array<Priority>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Priority>;
  /** Less than or equal to. */
  lte?: InputMaybe<Priority>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Priority>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Priority>>;
};

/** A notice to publish 发布告知书 (SP4): the next version of its purpose. */
export type PublishNoticeInput = {
  /** For what information is collected. */
  purpose: Purpose;
  /** In English. 8,000 characters. */
  textEn: Scalars['String']['input'];
  /** In Chinese. 8,000 characters. */
  textZh: Scalars['String']['input'];
};

/** Purposes of processing 处理目的 (SP4): a closed list. */
export type Purpose =
  /** After-sale service 售后服务. */
  | 'AFTER_SALE_SERVICE'
  /** Audit 审计. */
  | 'AUDIT'
  /** Performing a contract 合同履行. */
  | 'CONTRACT_PERFORMANCE'
  /** Assessing credit 信用评估. */
  | 'CREDIT_ASSESSMENT'
  /** Collecting receivables 应收账款催收. */
  | 'DEBT_COLLECTION'
  /** Fulfilling a statutory duty 法定义务. */
  | 'LEGAL_DUTY';

/** Conditions on a value of type Purpose; all that are given must hold. */
export type PurposeFilter = {
  /** Equal to. */
  eq?: InputMaybe<Purpose>;
  /** One of. */
  in?: InputMaybe<Array<Purpose>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Purpose>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Purpose>>;
};

/** A task given to another person 改派. */
export type ReassignTaskInput = {
  /** Person who is to verify it: one who may. */
  assigneeId: Scalars['ID']['input'];
  /** Why, as a code: WORKLOAD, ABSENCE, CONFLICT_OF_INTEREST or OTHER; OTHER unless said. */
  code?: InputMaybe<TaskReason>;
  /** Task. */
  id: Scalars['ID']['input'];
  /** Why; at most 1,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** What may be done with a record. */
export type RecordAction =
  /** Approve. */
  | 'APPROVE'
  /** Archive and seal. */
  | 'ARCHIVE'
  /** Collect a correcting record. */
  | 'CORRECT'
  /** Lift the restriction. */
  | 'LIFT_RESTRICTION'
  /** Ask for verification. */
  | 'REQUEST_VERIFICATION'
  /** Restrict processing. */
  | 'RESTRICT'
  /** Send back. */
  | 'RETURN';

/** An agreement under which a partner shares data 数据共享协议 (SP6). */
export type RecordAgreementInput = {
  /** First day none may any more: after startsOn, and in the future. */
  expiresOn: Scalars['Date']['input'];
  /** Number, 100 characters at most, kept in capitals of half width; no other agreement, of whomever, has it. */
  number: Scalars['String']['input'];
  /** With whom, 200 characters at most; `source.party` of what comes under it. */
  partner: Scalars['String']['input'];
  /** For what data are shared; at least one. */
  purposes: Array<Purpose>;
  /** First day data may come under it; today unless said. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
};

/** A record, and the version it was seen in. */
export type RecordInput = {
  /** Record. */
  id: Scalars['ID']['input'];
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** Life of a record 档案状态 (SP8, SP10, SP11). */
export type RecordStatus =
  /** Approved 审核通过. */
  | 'APPROVED'
  /** Archived and sealed 已归档. */
  | 'ARCHIVED'
  /** Arrived 已采集. */
  | 'COLLECTED'
  /** Tombstone 已删除: hash, reason, authority. */
  | 'ERASED'
  /** Being verified 核实中. */
  | 'IN_VERIFICATION'
  /** Kept, unreadable, unprocessable 已限制处理. */
  | 'RESTRICTED'
  /** Sent back 已退回: corrected by a new record, never edited. */
  | 'RETURNED'
  /** Followed by a newer record of its series 已更替. */
  | 'SUPERSEDED'
  /** Verified 已核实. */
  | 'VERIFIED';

/** Conditions on a value of type RecordStatus; all that are given must hold. */
export type RecordStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<RecordStatus>;
  /** One of. */
  in?: InputMaybe<Array<RecordStatus>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<RecordStatus>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<RecordStatus>>;
};

/** A new customer 登记客户, in the branch of whoever registers it. */
export type RegisterCustomerInput = {
  /** Customer code, unique: capitals, digits, hyphens, 32 at most; generated unless given. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** How much depends on it. */
  importance: Importance;
  /** Industry, GB/T 4754. */
  industry?: InputMaybe<Scalars['String']['input']>;
  /** Kind. */
  kind: CustomerKind;
  /** Name, 200 characters at most. */
  name: Scalars['String']['input'];
  /** Region, GB/T 2260, six digits. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** State of the relationship; PROSPECT unless said. */
  status?: InputMaybe<CustomerStatus>;
  /** Unified social credit code, unique within the branch. */
  uscc?: InputMaybe<Scalars['String']['input']>;
};

/** A major event 重大事项 (SP3). */
export type ReportMajorEventInput = {
  /** Customer. */
  customerId: Scalars['ID']['input'];
  /** In words. 2,000 characters. */
  description: Scalars['String']['input'];
  /** What happened. */
  kind: MajorEventKind;
  /** Day it happened; not in the future. */
  occurredOn: Scalars['Date']['input'];
};

/** A record to be verified once more 申请核实. */
export type RequestVerificationInput = {
  /** How to verify; unless said, the best way of its category that was not used yet. */
  method?: InputMaybe<VerificationMethod>;
  /** What is in doubt; at most 1,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Record, of any category but CREDIT: collected, in verification, verified or approved. */
  recordId: Scalars['ID']['input'];
  /** Version of the record it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** A one-time password for somebody who forgot theirs 重置密码; not for oneself. */
export type ResetPasswordInput = {
  /** Person whose account it is. */
  id: Scalars['ID']['input'];
  /** One-time password, 8 to 128 characters, for 72 hours; whoever signs in by it chooses their own. */
  password: Scalars['String']['input'];
  /** Version of the account it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** How a conflict is decided 冲突处理 (SP8). */
export type ResolveConflictInput = {
  /** Conflict. */
  id: Scalars['ID']['input'];
  /** Why: kept with the conflict, and as `returnReason` with what is sent back. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** What holds. */
  resolution: ConflictResolution;
  /** Of BOTH_VALID, and only there: the first record ends, the second begins on this day. */
  splitOn?: InputMaybe<Scalars['Date']['input']>;
  /** Version the decision was made from; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** A record to restrict 限制处理 (SP4). */
export type RestrictRecordInput = {
  /** Record. */
  id: Scalars['ID']['input'];
  /** Why. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was read in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** A record sent back 退回. */
export type ReturnRecordInput = {
  /** Record. */
  id: Scalars['ID']['input'];
  /** What is to be corrected: whoever collected it reads it as `returnReason`. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** A task sent back 退回核实. */
export type ReturnTaskInput = {
  /** Why, as a code: INCOMPLETE, UNCLEAR, WRONG_PARTY, NOT_INDEPENDENT or OTHER; OTHER unless said. */
  code?: InputMaybe<TaskReason>;
  /** Task. */
  id: Scalars['ID']['input'];
  /** What is to be done better; at most 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** A token that is to stop 吊销令牌. */
export type RevokeTokenInput = {
  /** Id of the token, as its account lists it. */
  id: Scalars['ID']['input'];
};

/** Risk class 风险分类: follows from the rating. */
export type RiskClass =
  /** Rated C or D: re-checked monthly. */
  | 'HIGH'
  /** Rated A or better: re-checked yearly. */
  | 'LOW'
  /** Rated B: re-checked quarterly. */
  | 'MEDIUM';

/** Conditions on a value of type RiskClass; all that are given must hold. */
export type RiskClassFilter = {
  /** Equal to. */
  eq?: InputMaybe<RiskClass>;
  /** Greater than. */
  gt?: InputMaybe<RiskClass>;
  /** Greater than or equal to. */
  gte?: InputMaybe<RiskClass>;
  /** One of. */
  in?: InputMaybe<Array<RiskClass>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<RiskClass>;
  /** Less than or equal to. */
  lte?: InputMaybe<RiskClass>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<RiskClass>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<RiskClass>>;
};

/** The roles 角色. An account acts in one at a time. */
export type Role =
  /** 系统管理员: accounts and branches, no archive rows. */
  | 'ADMIN'
  /** 信用分析员: assesses credit. */
  | 'ANALYST'
  /** 档案管理员: seals and keeps the archive. */
  | 'ARCHIVIST'
  /** 审计员: reads the access ledger. */
  | 'AUDITOR'
  /** 文员: works for one branch with a limited view. */
  | 'CLERK'
  /** 采集员: collects information for one branch. */
  | 'COLLECTOR'
  /** 合规专员: personal data, consent, restriction. */
  | 'COMPLIANCE'
  /** 报表工具: aggregates only. */
  | 'REPORTER'
  /** 审核员: approves, returns, resolves. */
  | 'REVIEWER'
  /** 核实员: verifies for one branch; sees in full what a live claim needs. */
  | 'VERIFIER';

/** Conditions on a value of type Role; all that are given must hold. */
export type RoleFilter = {
  /** Equal to. */
  eq?: InputMaybe<Role>;
  /** One of. */
  in?: InputMaybe<Array<Role>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Role>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Role>>;
};

/** What an import makes of a row 行结果. */
export type RowOutcome =
  /** A new record that corrects the draft an earlier row left 变更. */
  | 'CHANGED'
  /** A new record 新增. */
  | 'NEW'
  /** Nothing: it cannot be read, or may not be kept 拒绝. */
  | 'REJECTED'
  /** Nothing: it was imported before 未变. */
  | 'UNCHANGED';

/** Whose rows there are to a role 数据范围. */
export type RowScope =
  /** All customers'. */
  | 'ALL'
  /** Those of customers of the own branch. */
  | 'BRANCH'
  /** Nobody's. */
  | 'NONE';

/** The roles an account holds from now on 变更角色; one taken away stops at once. */
export type SetRolesInput = {
  /** Id of the person whose account it is. */
  id: Scalars['ID']['input'];
  /** Methods of verification the person is trained in; as before unless said. A VERIFIER needs one. */
  qualifications?: InputMaybe<Array<VerificationMethod>>;
  /** Roles: at least one. AUDITOR, ADMIN and REPORTER combine with no other. */
  roles: Array<Role>;
  /** Version the change was made from; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** Weight of a screening finding (SP8). */
export type Severity =
  /** Contradicts another live record. */
  | 'CONTRADICTION'
  /** The record goes back. */
  | 'ERROR'
  /** Worth knowing. */
  | 'INFO'
  /** A reviewer may override it with a reason. */
  | 'WARNING';

/** Direction of an order; null comes last in both. */
export type SortDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** Where the information comes from 信息来源 (SP6), and on what ground personal data are kept (SP4). */
export type SourceInput = {
  /** Number of the sharing agreement: required for PARTNER. */
  agreementNumber?: InputMaybe<Scalars['String']['input']>;
  /** Channel of collection. */
  channel: Channel;
  /** Consent that covers personal data. */
  consentId?: InputMaybe<Scalars['ID']['input']>;
  /** Records an analysis was derived from: required for DATA_ANALYSIS, 100 at most. */
  derivedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Ground other than consent. */
  legalBasis?: InputMaybe<LegalBasis>;
  /** Who said so. 200 characters. */
  party?: InputMaybe<Scalars['String']['input']>;
  /** Where to find it again. 500 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Day the source stated it; not in the future. */
  statedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Narrower than the channel; OFFICIAL_REGISTER of PUBLIC_SOURCE counts as a confirmation of a registration. 64 characters. */
  subChannel?: InputMaybe<Scalars['String']['input']>;
  /** Tool of an analysis: required for DATA_ANALYSIS. */
  tool?: InputMaybe<Scalars['String']['input']>;
};

/** What a report is grouped by 统计维度. Those of customers go with everything; CATEGORY and MONTH with records or tasks. */
export type StatisticsDimension =
  /** Branch that works with the customer 分公司; its code. */
  | 'BRANCH'
  /** Category of the records, or of the tasks 信息类别. */
  | 'CATEGORY'
  /** City of the customer's region 市: four digits of GB/T 2260. */
  | 'CITY'
  /** Importance of the customer 重要程度. */
  | 'IMPORTANCE'
  /** Section of the customer's industry 行业门类: a letter of GB/T 4754. */
  | 'INDUSTRY_SECTION'
  /** Kind of customer 客户类型. */
  | 'KIND'
  /** Month the records were collected, or the tasks opened 月份: YYYY-MM of the business day. */
  | 'MONTH'
  /** Province of the customer's region 省: two digits of GB/T 2260. */
  | 'PROVINCE'
  /** Rating in force of the customer 信用等级; null where there is none. */
  | 'RATING'
  /** Where the records stand 档案状态. */
  | 'RECORD_STATUS'
  /** Risk class of the customer 风险分类; null where none is assessed. */
  | 'RISK_CLASS'
  /** Relationship with the customer 客户状态. */
  | 'STATUS'
  /** Cause of the tasks 任务起因. */
  | 'TASK_CAUSE'
  /** Method of the tasks 核实方式. */
  | 'TASK_METHOD'
  /** State of the tasks 任务状态. */
  | 'TASK_STATUS';

/** Which groups a report is about: one of the values of each dimension named, 100 at most. */
export type StatisticsFilter = {
  /** Branches, by code 分公司: one there is, or the own one. */
  branch?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Categories of the records or tasks 信息类别. */
  category?: InputMaybe<Array<CategoryCode>>;
  /** Cities: four digits of GB/T 2260 市. */
  city?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Importance 重要程度. */
  importance?: InputMaybe<Array<Importance>>;
  /** Sections of industry: letters of GB/T 4754 行业门类. */
  industrySection?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Kinds of customer 客户类型. */
  kind?: InputMaybe<Array<CustomerKind>>;
  /** Months the records were collected, or the tasks opened: YYYY-MM. */
  month?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Provinces: two digits of GB/T 2260 省. */
  province?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Ratings in force 信用等级. */
  rating?: InputMaybe<Array<CreditRating>>;
  /** States of the records 档案状态. */
  recordStatus?: InputMaybe<Array<RecordStatus>>;
  /** Risk classes 风险分类. */
  riskClass?: InputMaybe<Array<RiskClass>>;
  /** Relationship with the customer 客户状态. */
  status?: InputMaybe<Array<CustomerStatus>>;
  /** Causes of the tasks 任务起因. */
  taskCause?: InputMaybe<Array<TaskCause>>;
  /** Methods of the tasks 核实方式. */
  taskMethod?: InputMaybe<Array<VerificationMethod>>;
  /** States of the tasks 任务状态. */
  taskStatus?: InputMaybe<Array<TaskStatus>>;
};

/** What a report says of its groups 统计指标. Figures are of customers, each bringing in one amount; they go with dimensions of customers only. */
export type StatisticsMeasure =
  /** Mean of the customers' completeness 平均完整度, 0 to 1, four decimals (SP1). */
  | 'COMPLETENESS_MEAN'
  /** Mean per customer 户均: 信用额度, of the archived assessment in force. */
  | 'CREDIT_LIMIT_MEAN'
  /** Sum 合计: 信用额度, of the archived assessment in force. */
  | 'CREDIT_LIMIT_SUM'
  /** Mean per customer 户均: 信用评分, of the archived assessment in force. */
  | 'CREDIT_SCORE_MEAN'
  /** Customers 客户数: of records or tasks, those that have one. */
  | 'CUSTOMERS'
  /** Mean per customer 户均: 从业人数, of the archived record in force. */
  | 'EMPLOYEES_MEAN'
  /** Sum 合计: 从业人数, of the archived record in force. */
  | 'EMPLOYEES_SUM'
  /** Mean per customer 户均: 所有者权益, of the newest archived statement, per currency. */
  | 'EQUITY_MEAN'
  /** Sum 合计: 所有者权益, of the newest archived statement, per currency. */
  | 'EQUITY_SUM'
  /** Mean per customer 户均: 对外担保, of the newest archived statement, per currency. */
  | 'GUARANTEES_GIVEN_MEAN'
  /** Sum 合计: 对外担保, of the newest archived statement, per currency. */
  | 'GUARANTEES_GIVEN_SUM'
  /** Mean per customer 户均: 主营业务收入, of the newest archived statement, per currency. */
  | 'MAIN_REVENUE_MEAN'
  /** Sum 合计: 主营业务收入, of the newest archived statement, per currency. */
  | 'MAIN_REVENUE_SUM'
  /** Mean per customer 户均: 净利润, of the newest archived statement, per currency. */
  | 'NET_PROFIT_MEAN'
  /** Sum 合计: 净利润, of the newest archived statement, per currency. */
  | 'NET_PROFIT_SUM'
  /** Tasks of which findings are still to come 未完成任务数: open, claimed or returned. */
  | 'OPEN_TASKS'
  /** Mean per customer 户均: 经营现金流, of the newest archived statement, per currency. */
  | 'OPERATING_CASH_FLOW_MEAN'
  /** Sum 合计: 经营现金流, of the newest archived statement, per currency. */
  | 'OPERATING_CASH_FLOW_SUM'
  /** Of these, those past their due time 逾期任务数. */
  | 'OVERDUE_TASKS'
  /** Mean per customer 户均: 利润总额, of the newest archived statement, per currency. */
  | 'PROFIT_BEFORE_TAX_MEAN'
  /** Sum 合计: 利润总额, of the newest archived statement, per currency. */
  | 'PROFIT_BEFORE_TAX_SUM'
  /** Records in whatever state 档案数. */
  | 'RECORDS'
  /** Mean per customer 户均: 营业总收入, of the newest archived statement, per currency. */
  | 'REVENUE_MEAN'
  /** Sum 合计: 营业总收入, of the newest archived statement, per currency. */
  | 'REVENUE_SUM'
  /** Mean per customer 户均: 满意度, of the archived feedback. */
  | 'SATISFACTION_MEAN'
  /** Mean per customer 户均: 已结金额, of the archived transactions, per currency. */
  | 'SETTLED_AMOUNT_MEAN'
  /** Sum 合计: 已结金额, of the archived transactions, per currency. */
  | 'SETTLED_AMOUNT_SUM'
  /** Verification tasks in whatever state 任务数. */
  | 'TASKS'
  /** Mean per customer 户均: 纳税总额, of the newest archived statement, per currency. */
  | 'TAX_PAID_MEAN'
  /** Sum 合计: 纳税总额, of the newest archived statement, per currency. */
  | 'TAX_PAID_SUM'
  /** Mean per customer 户均: 资产总额, of the newest archived statement, per currency. */
  | 'TOTAL_ASSETS_MEAN'
  /** Sum 合计: 资产总额, of the newest archived statement, per currency. */
  | 'TOTAL_ASSETS_SUM'
  /** Mean per customer 户均: 负债总额, of the newest archived statement, per currency. */
  | 'TOTAL_LIABILITIES_MEAN'
  /** Sum 合计: 负债总额, of the newest archived statement, per currency. */
  | 'TOTAL_LIABILITIES_SUM'
  /** Mean per customer 户均: 交易金额, of the archived transactions, per currency. */
  | 'TRANSACTION_AMOUNT_MEAN'
  /** Sum 合计: 交易金额, of the archived transactions, per currency. */
  | 'TRANSACTION_AMOUNT_SUM'
  /** Of the live and archived records, the share corroborated as their category demands 核实率, 0 to 1, four decimals (SP2). */
  | 'VERIFIED_SHARE';

/** Conditions on a value of type String; all that are given must hold. */
export type StringFilter = {
  /** Equal to. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Greater than. */
  gt?: InputMaybe<Scalars['String']['input']>;
  /** Greater than or equal to. */
  gte?: InputMaybe<Scalars['String']['input']>;
  /** One of. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than. */
  lt?: InputMaybe<Scalars['String']['input']>;
  /** Less than or equal to. */
  lte?: InputMaybe<Scalars['String']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Starts with exactly these characters. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** The findings of a task 提交核实结论: about each `verified` field its records fill exactly one. */
export type SubmitFindingsInput = {
  /** Findings. */
  findings: Array<FindingInput>;
  /** Task, on which the live claim is mine. */
  id: Scalars['ID']['input'];
  /** Version the change was made from; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** The role to go on in 切换角色. */
export type SwitchRoleInput = {
  /** One of the roles held. */
  role: Role;
};

/** What may be done with a task. */
export type TaskAction =
  /** Cancel. */
  | 'CANCEL'
  /** Claim. */
  | 'CLAIM'
  /** Reassign. */
  | 'REASSIGN'
  /** Release. */
  | 'RELEASE'
  /** Send back. */
  | 'RETURN'
  /** Submit findings. */
  | 'SUBMIT';

/** Why a task was opened 任务起因. */
export type TaskCause =
  /** Screening found a contradiction: due in 24 h. */
  | 'CONTRADICTION'
  /** A major event: due in 24 h. */
  | 'MAJOR_EVENT'
  /** Periodic refresh. */
  | 'REFRESH'
  /** A reviewer asked for it. */
  | 'REQUEST'
  /** Collected information that needs confirmation. */
  | 'ROUTINE';

/** Conditions on a value of type TaskCause; all that are given must hold. */
export type TaskCauseFilter = {
  /** Equal to. */
  eq?: InputMaybe<TaskCause>;
  /** One of. */
  in?: InputMaybe<Array<TaskCause>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<TaskCause>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<TaskCause>>;
};

/** A verification task, and the version it was seen in. */
export type TaskInput = {
  /** Task. */
  id: Scalars['ID']['input'];
  /** Version it was seen in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** Why somebody moved a task 任务变动原因. */
export type TaskReason =
  /** Its holder is away. */
  | 'ABSENCE'
  /** Its holder is not impartial. */
  | 'CONFLICT_OF_INTEREST'
  /** Another task does the same. */
  | 'DUPLICATE'
  /** Not all that was to be found out was. */
  | 'INCOMPLETE'
  /** The party asked is not independent of the source. */
  | 'NOT_INDEPENDENT'
  /** What it was for is settled. */
  | 'NO_LONGER_NEEDED'
  /** Another reason, said in words. */
  | 'OTHER'
  /** What was found is not clear. */
  | 'UNCLEAR'
  /** Its holder has too much to do. */
  | 'WORKLOAD'
  /** The party asked is not the one who knows. */
  | 'WRONG_PARTY';

/** State of a verification task 核实任务状态. */
export type TaskStatus =
  /** Called off. */
  | 'CANCELLED'
  /** Held by a verifier, for 72 h at most. */
  | 'CLAIMED'
  /** Done. */
  | 'CLOSED'
  /** Waiting in the queue. */
  | 'OPEN'
  /** Sent back by a reviewer. */
  | 'RETURNED'
  /** Findings handed in. */
  | 'SUBMITTED';

/** Conditions on a value of type TaskStatus; all that are given must hold. */
export type TaskStatusFilter = {
  /** Equal to. */
  eq?: InputMaybe<TaskStatus>;
  /** One of. */
  in?: InputMaybe<Array<TaskStatus>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<TaskStatus>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<TaskStatus>>;
};

/** Conditions on the customers an operation touched; all that are given must hold. */
export type TouchedCustomerFilter = {
  /** This one among them. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of these among them. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Conditions on transactions in force; all that are given must hold. */
export type TransactionFilter = {
  /** Amount, in units of its currency. */
  amount?: InputMaybe<DecimalFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<TransactionFilter>>;
  /** Contract number. */
  contractNumber?: InputMaybe<StringFilter>;
  /** Whether disputed. */
  disputed?: InputMaybe<BooleanFilter>;
  /** Day payment is due. */
  dueOn?: InputMaybe<DateFilter>;
  /** This does not hold. */
  not?: InputMaybe<TransactionFilter>;
  /** Day of the transaction. */
  occurredOn?: InputMaybe<DateFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<TransactionFilter>>;
  /** Day of settlement. */
  settledOn?: InputMaybe<DateFilter>;
  /** Status. */
  status?: InputMaybe<RecordStatusFilter>;
};

/** A customer that goes to another branch 客户移交. */
export type TransferCustomerInput = {
  /** Code of the branch that looks after it from now on. */
  branchCode: Scalars['String']['input'];
  /** Customer. */
  id: Scalars['ID']['input'];
  /** Why: whoever takes up a task that lost its claim reads it as its `reason`. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version the change was made from; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** A change of a customer's own facts 变更客户. What is not named stays; null clears uscc, region and industry. */
export type UpdateCustomerInput = {
  /** Customer. */
  id: Scalars['ID']['input'];
  /** How much depends on it. */
  importance?: InputMaybe<Importance>;
  /** Industry. */
  industry?: InputMaybe<Scalars['String']['input']>;
  /** Kind. */
  kind?: InputMaybe<CustomerKind>;
  /** Name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Region. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** State of the relationship. */
  status?: InputMaybe<CustomerStatus>;
  /** Unified social credit code. */
  uscc?: InputMaybe<Scalars['String']['input']>;
  /** Version the change was made from; a stale one is refused. */
  version: Scalars['Int']['input'];
};

/** What a field can be used for. Only project may be answered in part. */
export type Use =
  /** In a sum, mean or count 汇总. */
  | 'aggregate'
  /** In a cursor 分页. */
  | 'cursor'
  /** To be exported 导出. */
  | 'export'
  /** To pick rows by 筛选. */
  | 'filter'
  /** To group a report by 分组. */
  | 'group'
  /** To order rows by 排序. */
  | 'order'
  /** Shown 展示. */
  | 'project'
  /** To search by 搜索. */
  | 'search'
  /** To be told of changes 订阅. */
  | 'subscribe'
  /** To be written 写入. */
  | 'write';

/** Conditions on a value of type Use; all that are given must hold. */
export type UseFilter = {
  /** Equal to. */
  eq?: InputMaybe<Use>;
  /** One of. */
  in?: InputMaybe<Array<Use>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<Use>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<Use>>;
};

/** Ways of verifying 核实方式 (SP7). */
export type VerificationMethod =
  /** Document check 凭证核对. */
  | 'DOCUMENT_CHECK'
  /** Phone call 电话访问. */
  | 'PHONE_CALL'
  /** Public register check 公示信息查询. */
  | 'PUBLIC_REGISTER_CHECK'
  /** Site visit 现场调查. */
  | 'SITE_VISIT'
  /** Third-party comparison 第三方信息比对. */
  | 'THIRD_PARTY_COMPARISON';

/** Conditions on a value of type VerificationMethod; all that are given must hold. */
export type VerificationMethodFilter = {
  /** Equal to. */
  eq?: InputMaybe<VerificationMethod>;
  /** One of. */
  in?: InputMaybe<Array<VerificationMethod>>;
  /** Whether it is absent. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other than; null counts as other. */
  ne?: InputMaybe<VerificationMethod>;
  /** None of; null counts as none of them. */
  nin?: InputMaybe<Array<VerificationMethod>>;
};

/** Conditions on verification tasks; all that are given must hold. */
export type VerificationTaskFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<VerificationTaskFilter>>;
  /** Who holds it. */
  assigneeId?: InputMaybe<IdFilter>;
  /** Category of its records. */
  category?: InputMaybe<CategoryCodeFilter>;
  /** Cause. */
  cause?: InputMaybe<TaskCauseFilter>;
  /** When it was opened. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Conditions on the customer it belongs to. */
  customer?: InputMaybe<CustomerFilter>;
  /** Customer it belongs to. */
  customerId?: InputMaybe<IdFilter>;
  /** When it is due. */
  dueAt?: InputMaybe<DateTimeFilter>;
  /** Id. */
  id?: InputMaybe<IdFilter>;
  /** Method. */
  method?: InputMaybe<VerificationMethodFilter>;
  /** This does not hold. */
  not?: InputMaybe<VerificationTaskFilter>;
  /** At least one of these holds; an empty list holds for nothing. */
  or?: InputMaybe<Array<VerificationTaskFilter>>;
  /** Priority. */
  priority?: InputMaybe<PriorityFilter>;
  /** State. */
  status?: InputMaybe<TaskStatusFilter>;
};

/** One step of an order; the id decides at the end. */
export type VerificationTaskOrder = {
  /** Direction. */
  direction: SortDirection;
  /** What to order by. */
  field: VerificationTaskOrderField;
};

/** What VerificationTask lists can be ordered by. */
export type VerificationTaskOrderField =
  /** When it was opened. */
  | 'CREATED_AT'
  /** When it is due. */
  | 'DUE_AT'
  /** Priority, lowest first. */
  | 'PRIORITY';

/** A person takes back their consent 撤回同意 (SP4). */
export type WithdrawConsentInput = {
  /** Consent. */
  id: Scalars['ID']['input'];
  /** Why, or how the person asked for it. 1,000 characters. */
  reason: Scalars['String']['input'];
  /** Version it was read in; a stale one is refused. */
  version: Scalars['Int']['input'];
};

export type SameQuestionQueryVariables = Exact<{
  code: Scalars['String']['input'];
}>;


export type SameQuestionQuery = { customer?: { name: string, riskClass?: RiskClass | null, contacts: Array<{ personName?: string | null, mobile?: string | null, idNumber?: string | null }>, financialStatements?: { nodes: Array<{ periodEnd?: string | null, bankAccount?: string | null, revenue?: { amount?: string | null, band?: string | null } | null }> } | null } | null };

export type WhoHasEverythingQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoHasEverythingQuery = { customers: { nodes: Array<{ code: string, riskClass?: RiskClass | null, contacts: Array<{ idNumber?: string | null }>, financialStatements?: { nodes: Array<{ bankAccount?: string | null, revenue?: { amount?: string | null } | null }> } | null }> } };


export const SameQuestionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SameQuestion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"riskClass"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personName"}},{"kind":"Field","name":{"kind":"Name","value":"mobile"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"financialStatements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"periodEnd"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"band"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankAccount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SameQuestionQuery, SameQuestionQueryVariables>;
export const WhoHasEverythingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoHasEverything"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"riskClass"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"financialStatements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankAccount"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoHasEverythingQuery, WhoHasEverythingQueryVariables>;