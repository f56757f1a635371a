import type { Content } from "../../../domain/content.js";
import type { DemoCustomer } from "../customers.js";
import { randomOf } from "../random.js";
import { COMPETITION, MARKET_POSITIONS, MARKETS, OPERATING_STATES } from "../words.js";

/** How the business runs; each edition was seen at another time. */
export const operationContent = ({ index, place, trade, size }: DemoCustomer, edition = 0): Content<"OPERATION"> => {
  const random = randomOf("operation", index, edition);
  return {
    premises: `${place.city}市${place.district}，${random.pick(["自有厂房", "租赁厂房", "租赁办公楼"])}约${random.between(2, 90) * 100}平方米`,
    mainProducts: trade.products,
    mainMarkets: random.pick(MARKETS),
    marketPosition: random.pick(MARKET_POSITIONS),
    competition: random.pick(COMPETITION),
    operatingState: random.pick(OPERATING_STATES),
    litigationCount: random.chance(0.3) ? random.between(1, 6) : 0,
    employees: Math.max(2, Math.round(size / random.between(600_000, 900_000))),
  };
};
