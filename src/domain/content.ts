import type { CategoryCode } from "./category-code.js";
import { CreditRating } from "./credit.js";
import { namesOf } from "./enumeration.js";
import { FeedbackKind } from "./feedback.js";
import {
  amount,
  choice,
  code,
  count,
  counted,
  date,
  type FieldForms,
  type FieldValues,
  flag,
  type GivenFields,
  type PlaceOf,
  properName,
  readFields,
  text,
} from "./field-form.js";

const NAME = properName(200);
const ADDRESS = text(500);
const PROSE = text(4000);
/** Longer than any right code, so that a malformed one can be kept and returned. */
const CODE = code(64);
/** What `numeric(5,2)` holds. */
const SCORE = { kind: "decimal", digits: 3, scale: 2 } as const;

/** What a record of each category says, by the names of its columns, and how it is written. */
export const CONTENT_FORMS = {
  REGISTRATION: {
    legalName: NAME,
    uscc: CODE,
    legalRepresentative: NAME,
    registeredCapital: amount,
    registeredCapitalCurrency: CODE,
    establishedOn: date,
    companyType: NAME,
    registrationRegion: CODE,
    registeredAddress: ADDRESS,
    businessScope: PROSE,
    industry: CODE,
    operatingStatus: NAME,
  },
  CONTACT: {
    personName: NAME,
    position: NAME,
    mobile: text(32),
    landline: text(32),
    email: text(254),
    postalAddress: ADDRESS,
    idNumber: CODE,
  },
  OPERATION: {
    premises: PROSE,
    mainProducts: PROSE,
    mainMarkets: PROSE,
    marketPosition: PROSE,
    competition: PROSE,
    operatingState: PROSE,
    litigationCount: count,
    employees: count,
  },
  FINANCIAL: {
    periodStart: date,
    periodEnd: date,
    totalAssets: amount,
    totalLiabilities: amount,
    equity: amount,
    revenue: amount,
    mainRevenue: amount,
    profitBeforeTax: amount,
    netProfit: amount,
    taxPaid: amount,
    guaranteesGiven: amount,
    operatingCashFlow: amount,
    currency: CODE,
    audited: flag,
    auditor: NAME,
    bankAccount: text(64),
  },
  TRANSACTION: {
    contractNumber: text(100),
    occurredOn: date,
    dueOn: date,
    settledOn: date,
    amount,
    settledAmount: amount,
    amountCurrency: CODE,
    disputed: flag,
    performance: PROSE,
  },
  CREDIT: {
    rating: choice(namesOf(CreditRating)),
    score: SCORE,
    creditLimit: amount,
    creditLimitCurrency: CODE,
    paymentTermDays: count,
    validUntil: date,
    rationale: PROSE,
    scorecardVersion: text(64),
  },
  FEEDBACK: {
    receivedOn: date,
    kind: choice(namesOf(FeedbackKind)),
    satisfaction: counted(1, 5),
    text: PROSE,
    resolution: PROSE,
    resolvedOn: date,
  },
} as const satisfies Record<CategoryCode, FieldForms>;

export type Content<C extends CategoryCode> = FieldValues<(typeof CONTENT_FORMS)[C]>;
export type GivenContent<C extends CategoryCode> = GivenFields<(typeof CONTENT_FORMS)[C]>;

/** @throws Refusal BAD_USER_INPUT naming the first field that is not written as its form asks */
export const readContent = <C extends CategoryCode>(
  category: C,
  given: GivenContent<C>,
  placeOf?: PlaceOf,
): Content<C> => readFields<(typeof CONTENT_FORMS)[C]>(CONTENT_FORMS[category], given, placeOf);
