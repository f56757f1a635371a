import type { CategoryCode } from "../../domain/category-code.js";
import { consent } from "../tables/index.js";
import { accountId } from "./accounts.js";
import type { DemoCustomer } from "./customers.js";
import { type Demo, instantFor } from "./demo.js";
import { demoId } from "./demo-id.js";
import { peopleFor } from "./people.js";

/** In force with or without an end, run out, or taken back. */
export type ConsentState = "IN_FORCE" | "WITHOUT_EXPIRY" | "EXPIRED" | "WITHDRAWN";

interface Asked {
  readonly name: string;
  readonly personName: string;
  readonly state: ConsentState;
  readonly categories: CategoryCode[];
}

const GIVEN_AGO = 900;
const WITHDRAWN_AGO = 4;

/** Days from today to its end; negative when that is past. */
const EXPIRES_IN: Readonly<Record<ConsentState, number | null>> = {
  IN_FORCE: 330,
  WITHOUT_EXPIRY: null,
  EXPIRED: -30,
  WITHDRAWN: 330,
};

/** A person's consent (SP4); its id goes into the records it covers. */
export const addConsent = (
  demo: Demo,
  customer: DemoCustomer,
  { name, personName, state, categories }: Asked,
): string => {
  const { day } = demo.calendar;
  const id = demoId("consent", customer.index, name);
  const expiresIn = EXPIRES_IN[state];
  const withdrawn = state === "WITHDRAWN";
  demo.rows.add(consent, {
    id,
    customerId: customer.id,
    personName,
    purposes: ["CREDIT_ASSESSMENT", "CONTRACT_PERFORMANCE"],
    categories,
    givenOn: day(GIVEN_AGO),
    expiresOn: expiresIn === null ? null : day(-expiresIn),
    withdrawnOn: withdrawn ? day(WITHDRAWN_AGO) : null,
    withdrawalReason: withdrawn ? "本人要求停止处理" : null,
    reference: `同意书-${customer.code}-${name}`,
    recordedBy: accountId(peopleFor(customer, "CONTACT").collector),
    recordedAt: instantFor(demo, customer, GIVEN_AGO),
    version: withdrawn ? 2 : 1,
  });
  return id;
};
