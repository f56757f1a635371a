import { businessYear } from "./calendar.js";
import { addConsent } from "./consents.js";
import { contactContent } from "./content/contact.js";
import { financialContent } from "./content/financial.js";
import { operationContent } from "./content/operation.js";
import { registrationContent } from "./content/registration.js";
import type { DemoCustomer } from "./customers.js";
import { creditOf, feedbackOf, transactionsOf } from "./dealings.js";
import type { Demo } from "./demo.js";
import type { Made } from "./made.js";
import { ORIGIN, type Origin } from "./origins.js";
import { addInForce, ageOf, count } from "./succession.js";

/** What is archived and readable of every customer: at least one record of each category. */
export interface Portfolio {
  readonly registration: Made<"REGISTRATION">;
  readonly contacts: readonly Made<"CONTACT">[];
  readonly operation: Made<"OPERATION">;
  readonly statements: readonly Made<"FINANCIAL">[];
  readonly transactions: readonly Made<"TRANSACTION">[];
  readonly credit: Made<"CREDIT">;
  readonly feedback: readonly Made<"FEEDBACK">[];
}

const registrationOf = (demo: Demo, customer: DemoCustomer) =>
  addInForce(demo, customer, "REGISTRATION", {
    content: registrationContent(customer),
    origin: ORIGIN.register,
    collectedAgo: ageOf(customer, "registration"),
    former:
      customer.index % 3 === 0 ? { content: registrationContent(customer, 1), origin: ORIGIN.register } : undefined,
  });

/** Who is written to daily by consent; the second person of a customer, where there is one, by the contract. */
const contactOf = (demo: Demo, customer: DemoCustomer, person: number) => {
  const content = contactContent(customer, person);
  const { personName } = content;
  const ground = (): Partial<Origin> => {
    if (person > 0 || personName === null) return { legalBasis: "CONTRACT" };
    const state = customer.index % 3 === 0 ? "WITHOUT_EXPIRY" : "IN_FORCE";
    return {
      consentId: addConsent(demo, customer, {
        name: "current",
        personName,
        state,
        categories: ["CONTACT", "FINANCIAL"],
      }),
    };
  };
  const origin = { ...ORIGIN.customer, ...ground() };
  const former =
    person === 0 && customer.index % 4 === 1 ? { content: contactContent(customer, person, 1), origin } : undefined;
  const name = `person ${person}`;
  const corroboration = "SINGLE_SOURCE";
  return addInForce(demo, customer, "CONTACT", {
    name,
    content,
    origin,
    former,
    corroboration,
    collectedAgo: ageOf(customer, name),
  });
};

const operationOf = (demo: Demo, customer: DemoCustomer) =>
  addInForce(demo, customer, "OPERATION", {
    content: operationContent(customer),
    origin: customer.index % 6 === 2 ? ORIGIN.partner : ORIGIN.visit,
    collectedAgo: ageOf(customer, "operation"),
    former:
      customer.index % 3 === 1 ? { content: operationContent(customer, 1), origin: ORIGIN.formerPartner } : undefined,
    corroboration: customer.index % 8 === 3 ? "PARTIAL" : "FULL",
  });

/** How many years of them a customer has, in turn. */
const STATEMENTS = [2, 3, 2, 4, 2];

/** A sole trader's figures are the trader's own: they stand on the trader's consent (SP4). */
const statementsOf = (demo: Demo, customer: DemoCustomer, [contact]: readonly Made<"CONTACT">[]) => {
  const consentId = customer.kind === "SOLE_TRADER" ? contact?.wanted.origin.consentId : undefined;
  const origin = consentId === undefined ? ORIGIN.agency : { ...ORIGIN.customer, consentId };
  const collectedAgo = ageOf(customer, "statements");
  return count(STATEMENTS[customer.index % STATEMENTS.length] ?? 2).map((yearsAgo) => {
    const period = businessYear(demo.calendar, yearsAgo);
    const replaced = yearsAgo === 0 && customer.index % 4 === 2;
    const former = replaced ? { content: financialContent(customer, period, 1), origin } : undefined;
    const name = `year ${yearsAgo + 1}`;
    const content = financialContent(customer, period);
    return addInForce(demo, customer, "FINANCIAL", {
      name,
      content,
      origin,
      former,
      collectedAgo,
      corroboration: "FULL",
    });
  });
};

export const addPortfolio = (demo: Demo, customer: DemoCustomer): Portfolio => {
  const contacts = count(1 + (customer.index % 2)).map((person) => contactOf(demo, customer, person));
  return {
    registration: registrationOf(demo, customer),
    contacts,
    operation: operationOf(demo, customer),
    statements: statementsOf(demo, customer, contacts),
    transactions: transactionsOf(demo, customer),
    credit: creditOf(demo, customer),
    feedback: feedbackOf(demo, customer),
  };
};
