import { sharingAgreement } from "../tables/index.js";
import { accountId } from "./accounts.js";
import type { Demo } from "./demo.js";
import { AGREEMENT, ORIGIN } from "./origins.js";

/** Two partners share data with us; the term of one is over (SP6, SP12). */
export const addAgreements = ({ rows, calendar: { day, at } }: Demo): void => {
  const purposes: ("CREDIT_ASSESSMENT" | "CONTRACT_PERFORMANCE")[] = ["CREDIT_ASSESSMENT", "CONTRACT_PERFORMANCE"];
  rows.add(
    sharingAgreement,
    {
      id: AGREEMENT.running,
      number: "XY-2001",
      partner: ORIGIN.partner.party,
      purposes,
      startsOn: day(700),
      expiresOn: day(-395),
      recordedBy: accountId("compliance"),
      recordedAt: at(705, 2),
    },
    {
      id: AGREEMENT.expired,
      number: "XY-1001",
      partner: ORIGIN.formerPartner.party,
      purposes,
      startsOn: day(1200),
      expiresOn: day(200),
      recordedBy: accountId("compliance"),
      recordedAt: at(1210, 2),
    },
  );
};
