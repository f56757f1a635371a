import { creditContent } from "./content/credit.js";
import { feedbackContent } from "./content/feedback.js";
import { transactionContent } from "./content/transaction.js";
import type { DemoCustomer } from "./customers.js";
import type { Demo } from "./demo.js";
import { ORIGIN } from "./origins.js";
import { randomOf } from "./random.js";
import { addInForce, ageOf, count } from "./succession.js";

// What is archived of our dealings with a customer: trade, judgement, service.

export const transactionsOf = (demo: Demo, customer: DemoCustomer) => {
  const newest = randomOf("trade", customer.index).between(22, 50);
  return count(2 + (customer.index % 2)).map((i) => {
    const content = transactionContent(customer, newest + i * 43, demo.calendar);
    const facts = { name: `delivery ${i}`, content, origin: ORIGIN.ledger, collectedAgo: newest - 5 } as const;
    return addInForce(demo, customer, "TRANSACTION", { ...facts, corroboration: "FULL" });
  });
};

export const creditOf = (demo: Demo, customer: DemoCustomer) => {
  const collectedAgo = Math.min(13, ageOf(customer, "credit"));
  const content = creditContent(customer, collectedAgo, demo.calendar);
  const former = { content: creditContent(customer, collectedAgo + 365, demo.calendar), origin: ORIGIN.agency };
  const origin = ORIGIN.analysis;
  return addInForce(demo, customer, "CREDIT", {
    content,
    origin,
    collectedAgo,
    former: customer.index % 4 === 0 ? former : undefined,
  });
};

export const feedbackOf = (demo: Demo, customer: DemoCustomer) =>
  count(1 + (customer.index % 2)).map((i) => {
    const ago = 10 + i * 60 + (customer.index % 9);
    const content = feedbackContent(customer, ago, demo.calendar);
    return addInForce(demo, customer, "FEEDBACK", {
      name: `call ${i}`,
      content,
      origin: ORIGIN.phone,
      collectedAgo: ago,
    });
  });
