/** What lists may be filtered and ordered by, graded in words of its own like everything in this folder. */
const FILTERS = `
  CustomerFilter
    PUBLIC code name uscc kind region industry
    INTERNAL id importance status branchCode createdAt updatedAt
    CREDIT riskClass creditRating creditLimit
    FINANCIAL revenue
  InformationRecordFilter
    INTERNAL id customerId category status channel collectedById collectedAt recordedAt validFrom validTo customer
  FinancialStatementFilter
    INTERNAL id customerId status periodStart periodEnd customer
    FINANCIAL totalAssets totalLiabilities equity revenue mainRevenue profitBeforeTax netProfit taxPaid
    FINANCIAL guaranteesGiven operatingCashFlow currency audited
  TransactionFilter
    INTERNAL status
    COMMERCIAL contractNumber occurredOn dueOn settledOn amount disputed
  VerificationTaskFilter
    INTERNAL id customerId category status method cause priority assigneeId dueAt createdAt customer
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
