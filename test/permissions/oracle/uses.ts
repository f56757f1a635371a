/** What lists may be filtered and ordered by, graded in words of its own like everything in this folder. */
const FILTERS = `
  CustomerFilter
    PUBLIC code name uscc kind region industry
    INTERNAL id importance status branchCode createdAt updatedAt
    CREDIT riskClass creditRating creditLimit
    FINANCIAL revenue
  InformationRecordFilter
    INTERNAL id customerId category status channel collectedById collectedAt recordedAt validFrom validTo customer
    IDENTITY idNumber bankAccount
  FinancialStatementFilter
    INTERNAL id customerId status periodStart periodEnd customer
    FINANCIAL totalAssets totalLiabilities equity revenue mainRevenue profitBeforeTax netProfit taxPaid
    FINANCIAL guaranteesGiven operatingCashFlow currency audited
    IDENTITY bankAccount
  TransactionFilter
    INTERNAL status
    COMMERCIAL contractNumber occurredOn dueOn settledOn amount disputed
  VerificationTaskFilter
    INTERNAL id customerId category status method cause priority assigneeId dueAt createdAt customer
  AccessEventFilter
    INTERNAL occurredAt accountId role purpose exit outcome operationName operationHash customerId namesAll reads
  AccessReadFilter
    INTERNAL coordinate use grade level
  ConflictFilter
    INTERNAL id open category customerId openedAt customer
`;

const ORDERS = `
  CustomerOrderField
    PUBLIC CODE NAME REGION
    INTERNAL CREATED_AT UPDATED_AT IMPORTANCE
    CREDIT RISK_CLASS CREDIT_RATING CREDIT_LIMIT
    FINANCIAL REVENUE
  InformationRecordOrderField
    INTERNAL RECORDED_AT COLLECTED_AT VALID_FROM
  FinancialStatementOrderField
    INTERNAL PERIOD_END RECORDED_AT
    FINANCIAL REVENUE TOTAL_ASSETS NET_PROFIT
  VerificationTaskOrderField
    INTERNAL PRIORITY DUE_AT CREATED_AT
`;

export interface Usable {
  readonly type: string;
  readonly name: string;
  readonly grade: string;
}

/** What reports group by, add up, and are about. */
const REPORTS = `
  StatisticsDimension
    PUBLIC BRANCH PROVINCE CITY INDUSTRY_SECTION KIND
    INTERNAL IMPORTANCE STATUS CATEGORY MONTH RECORD_STATUS TASK_METHOD TASK_STATUS TASK_CAUSE
    CREDIT RISK_CLASS RATING
  StatisticsMeasure
    INTERNAL CUSTOMERS RECORDS TASKS OPEN_TASKS OVERDUE_TASKS COMPLETENESS_MEAN VERIFIED_SHARE
    FINANCIAL TOTAL_ASSETS_SUM TOTAL_LIABILITIES_SUM EQUITY_SUM REVENUE_SUM MAIN_REVENUE_SUM PROFIT_BEFORE_TAX_SUM
    FINANCIAL NET_PROFIT_SUM TAX_PAID_SUM GUARANTEES_GIVEN_SUM OPERATING_CASH_FLOW_SUM EMPLOYEES_SUM
    FINANCIAL TOTAL_ASSETS_MEAN TOTAL_LIABILITIES_MEAN EQUITY_MEAN REVENUE_MEAN MAIN_REVENUE_MEAN PROFIT_BEFORE_TAX_MEAN
    FINANCIAL NET_PROFIT_MEAN TAX_PAID_MEAN GUARANTEES_GIVEN_MEAN OPERATING_CASH_FLOW_MEAN EMPLOYEES_MEAN
    COMMERCIAL TRANSACTION_AMOUNT_SUM TRANSACTION_AMOUNT_MEAN SETTLED_AMOUNT_SUM SETTLED_AMOUNT_MEAN SATISFACTION_MEAN
    CREDIT CREDIT_LIMIT_SUM CREDIT_LIMIT_MEAN CREDIT_SCORE_MEAN
  StatisticsFilter
    PUBLIC branch province city industrySection kind
    INTERNAL importance status category month recordStatus taskMethod taskStatus taskCause
    CREDIT riskClass rating
`;

const read = (text: string): Usable[] => {
  let type = "";
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...names] = line.trim().split(/\s+/);
      if (names.length === 0) type = first;
      return names.map((name) => ({ type, name, grade: first }));
    });
};

export const FILTERABLE = read(FILTERS);
export const ORDERABLE = read(ORDERS);
export const REPORTED = read(REPORTS);
