import type { CustomerKind } from "../../domain/customer.js";
import { checkCharacterOf, USCC_ALPHABET } from "../../domain/uscc.js";
import { type BranchCode, branchId, DEMO_BRANCHES } from "./branches.js";
import type { Calendar } from "./calendar.js";
import { demoId } from "./demo-id.js";
import { randomOf } from "./random.js";
import { BRANDS, GIVEN_NAMES, PLACES, SURNAMES, TRADES } from "./words.js";

const DEMO_CUSTOMERS = 200;

export interface DemoCustomer {
  /** From 0; facts are spread over customers by it. */
  readonly index: number;
  readonly id: string;
  readonly branch: BranchCode;
  readonly code: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: CustomerKind;
  readonly place: { readonly city: string; readonly district: string; readonly region: string };
  readonly trade: (typeof TRADES)[number];
  readonly legalRepresentative: string;
  /** Revenue of a year in yuan: from a few hundred thousand to several hundred million, as the bands go. */
  readonly size: number;
}

/** The kinds recur with different periods, so that each meets every branch. */
const kindOf = (index: number): CustomerKind => {
  if (index % 41 === 7) return "OTHER";
  if (index % 17 === 5) return "BRANCH_OFFICE";
  return index % 10 === 9 ? "SOLE_TRADER" : "ENTERPRISE";
};

/** Two codes carry a wrong check character, as the registered ones of real enterprises now and then do. */
const hasWrongCheck = (index: number): boolean => index === 24 || index === 96;

const nextCharacter = (character: string): string =>
  USCC_ALPHABET.charAt((USCC_ALPHABET.indexOf(character) + 1) % USCC_ALPHABET.length);

/** Region 000000: valid in form, belonging to nobody. A foreign customer has none. */
const usccOf = (index: number, kind: CustomerKind): string | null => {
  if (kind === "OTHER") return null;
  const body = `${kind === "SOLE_TRADER" ? "92" : "91"}000000MA${String(index * 7919 + 10_007).padStart(7, "0")}`;
  const check = checkCharacterOf(body);
  return body + (hasWrongCheck(index) ? nextCharacter(check) : check);
};

const nameOf = (city: string, brand: string, { trade, form }: DemoCustomer["trade"], kind: CustomerKind): string =>
  ({
    ENTERPRISE: `${city}${brand}${trade}${form}`,
    SOLE_TRADER: `${city}${brand}${trade}经营部`,
    BRANCH_OFFICE: `${brand}${trade}${form}${city}分公司`,
    OTHER: `${brand}${trade}（境外）${city}联络处`,
  })[kind];

export const personName = (...name: readonly (string | number)[]): string => {
  const random = randomOf("person", ...name);
  return random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
};

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("an empty list of words");
  return found;
};

const demoCustomer = (index: number): DemoCustomer => {
  const branch = at(DEMO_BRANCHES, index).code;
  const kind = kindOf(index);
  const place = at<DemoCustomer["place"]>(PLACES[branch], Math.floor(index / 3));
  const trade = at(TRADES, Math.floor(index / BRANDS.length) + index);
  const random = randomOf("customer", index);
  return {
    index,
    id: demoId("customer", index),
    branch,
    code: `${branch}-${String(Math.floor(index / 3) + 1).padStart(4, "0")}`,
    name: nameOf(place.city, at(BRANDS, index), trade, kind),
    uscc: usccOf(index, kind),
    kind,
    place,
    trade,
    legalRepresentative: personName("legal representative", index),
    size: Math.round(10 ** (random.between(560, 870) / 100)),
  };
};

export const demoCustomers = (): DemoCustomer[] => Array.from({ length: DEMO_CUSTOMERS }, (_, i) => demoCustomer(i));

const IMPORTANCES = ["A", "B", "B", "C", "C"] as const;
const STATUSES = ["ACTIVE", "ACTIVE", "ACTIVE", "PROSPECT", "DORMANT", "ACTIVE", "CLOSED"] as const;

/** Region and industry are unknown now and then: an order has to put such customers somewhere. */
export const customerRow = (customer: DemoCustomer, { at: instant }: Calendar) => ({
  id: customer.id,
  branchId: branchId(customer.branch),
  code: customer.code,
  name: customer.name,
  uscc: customer.uscc,
  kind: customer.kind,
  importance: at(IMPORTANCES, customer.index),
  status: at(STATUSES, customer.index),
  region: customer.index % 13 === 3 ? null : customer.place.region,
  industry: customer.index % 19 === 4 ? null : customer.trade.industry,
  version: 1,
  createdAt: instant(1500 - customer.index, 2),
  updatedAt: instant(300 - customer.index, 3),
});
