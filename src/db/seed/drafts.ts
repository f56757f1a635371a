import { CategoryCode } from "../../domain/category-code.js";
import { namesOf } from "../../domain/enumeration.js";
import type { RecordStatus } from "../../domain/record.js";
import type { DemoUsername } from "./accounts.js";
import { businessYear } from "./calendar.js";
import { addConsent } from "./consents.js";
import { contactContent } from "./content/contact.js";
import { creditContent } from "./content/credit.js";
import { feedbackContent } from "./content/feedback.js";
import { financialContent } from "./content/financial.js";
import { operationContent } from "./content/operation.js";
import { registrationContent } from "./content/registration.js";
import { transactionContent } from "./content/transaction.js";
import type { DemoCustomer } from "./customers.js";
import type { Demo } from "./demo.js";
import { DRAFT_STATES, type DraftState, isLongAgo } from "./draft-states.js";
import type { Made, Wanted } from "./made.js";
import { ORIGIN } from "./origins.js";
import type { Portfolio } from "./portfolio.js";
import { addRecord } from "./record.js";

const PER_CUSTOMER = 2;

/** Which edition of a content a draft states: neither the one in force nor the one before. */
const EDITION = 2;

interface Draft {
  readonly demo: Demo;
  readonly customer: DemoCustomer;
  readonly portfolio: Portfolio;
  readonly state: DraftState;
  /** Of all drafts, from 0. */
  readonly number: number;
}

/** When, and in which state; drafts are younger than what is in force, unless they are history. */
const timesOf = ({ state, number }: Draft) => {
  const times = isLongAgo(state) ? { collectedAgo: 800, supersededAgo: 560 } : { collectedAgo: 2 + (number % 7) };
  const { status, from } = state;
  return { name: `draft ${number}`, status, from, ...times };
};

/** Nobody verifies an assessment: it is verified by a clean screening (SP8). */
const unverified = (draft: Draft): Draft => {
  const { status, from } = draft.state;
  const past = (state: RecordStatus) => (state === "IN_VERIFICATION" ? "VERIFIED" : state);
  return { ...draft, state: { status: past(status), ...(from && { from: past(from) }) } };
};

/** A series with one record in force keeps it: restricting that one would hide it. */
const keepingInForce = (draft: Draft): Draft =>
  draft.state.from === "ARCHIVED" ? { ...draft, state: { ...draft.state, from: "RETURNED" } } : draft;

const corrects = ({ state }: Draft, inForce: Made | undefined): string | undefined =>
  isLongAgo(state) ? undefined : inForce?.id;

const add = <C extends CategoryCode>(
  draft: Draft,
  category: C,
  facts: Omit<Wanted<C>, keyof ReturnType<typeof timesOf>>,
) => addRecord(draft.demo, draft.customer, category, { ...timesOf(draft), ...facts });

/** Returned by screening itself when a customer has to have a code and none is stated. */
const addRegistration = (draft: Draft): Made => {
  const { customer, portfolio, state } = draft;
  const stated = registrationContent(customer, EDITION);
  const content = state.status === "RETURNED" ? { ...stated, uscc: null } : stated;
  return add(draft, "REGISTRATION", {
    content,
    origin: ORIGIN.customer,
    corrects: corrects(draft, portfolio.registration),
  });
};

/** A person of the draft's own, who withdrew consent where the record is restricted; elsewhere an older consent ran out. */
const addContact = (draft: Draft): Made => {
  const { demo, customer, state, number } = draft;
  const stated = contactContent(customer, 2 + (number % PER_CUSTOMER));
  const { personName } = stated;
  const consent = state.status === "RESTRICTED" ? "WITHDRAWN" : "EXPIRED";
  const asked = {
    name: `draft ${number}`,
    personName: personName ?? "",
    state: consent,
    categories: ["CONTACT" as const],
  } as const;
  const consentId =
    state.status === "ERASED" ? undefined : addConsent(demo, customer, { ...asked, categories: ["CONTACT"] });
  const ground =
    consent === "WITHDRAWN" && consentId !== undefined ? { consentId } : { legalBasis: "CONTRACT" as const };
  const unreachable = { mobile: null, landline: null, email: null, postalAddress: null };
  const content = state.status === "RETURNED" ? { ...stated, ...unreachable } : stated;
  const collector: DemoUsername | undefined = customer.branch === "SH" && number % 4 === 0 ? "clerk" : undefined;
  return add(draft, "CONTACT", { content, origin: { ...ORIGIN.phone, ...ground }, collector });
};

const addOperation = (draft: Draft): Made => {
  const { customer, portfolio, state } = draft;
  const corroboration = state.status === "RETURNED" ? "REFUTED" : undefined;
  const content = operationContent(customer, EDITION);
  return add(draft, "OPERATION", {
    content,
    origin: ORIGIN.visit,
    corroboration,
    corrects: corrects(draft, portfolio.operation),
  });
};

/** Other figures of the last year, or the first figures of its first half. */
const addStatement = (draft: Draft): Made => {
  const { customer, demo, portfolio, number } = draft;
  const half = number % 2 === 1 || draft.state.from === "ARCHIVED";
  const kept = half ? draft : keepingInForce(draft);
  const content = financialContent(customer, businessYear(demo.calendar, 0, half), EDITION);
  return add(kept, "FINANCIAL", {
    content,
    origin: customer.kind === "SOLE_TRADER" ? { ...ORIGIN.agency, legalBasis: "CONTRACT" } : ORIGIN.agency,
    corrects: half ? undefined : corrects(draft, portfolio.statements[0]),
  });
};

const addTransaction = (draft: Draft): Made => {
  const ago = 52 + (draft.number % 9);
  const content = transactionContent(draft.customer, ago, draft.demo.calendar);
  return add(draft, "TRANSACTION", { content, origin: ORIGIN.ledger });
};

const addCredit = (draft: Draft): Made => {
  const { collectedAgo } = timesOf(draft);
  const content = creditContent(draft.customer, collectedAgo, draft.demo.calendar);
  return add(draft, "CREDIT", { content, origin: ORIGIN.analysis });
};

const addFeedback = (draft: Draft): Made => {
  const content = feedbackContent(draft.customer, timesOf(draft).collectedAgo, draft.demo.calendar);
  return add(draft, "FEEDBACK", { content, origin: ORIGIN.phone });
};

const ADD = {
  REGISTRATION: (draft) => addRegistration(keepingInForce(draft)),
  CONTACT: addContact,
  OPERATION: (draft) => addOperation(keepingInForce(draft)),
  FINANCIAL: addStatement,
  TRANSACTION: addTransaction,
  CREDIT: (draft) => addCredit(unverified(keepingInForce(draft))),
  FEEDBACK: addFeedback,
} as const satisfies Record<CategoryCode, (draft: Draft) => Made>;

const CATEGORIES = namesOf(CategoryCode);

/** What is on its way to the archive, was sent back, restricted or erased: two records a customer. */
export const addDrafts = (demo: Demo, customer: DemoCustomer, portfolio: Portfolio): Made[] =>
  Array.from({ length: PER_CUSTOMER }, (_, i) => {
    const number = customer.index * PER_CUSTOMER + i;
    const category = CATEGORIES[number % CATEGORIES.length] ?? CATEGORIES[0];
    const state = DRAFT_STATES[Math.floor(number / CATEGORIES.length) % DRAFT_STATES.length] ?? DRAFT_STATES[0];
    return ADD[category]({ demo, customer, portfolio, state, number });
  });
