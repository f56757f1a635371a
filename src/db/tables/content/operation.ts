import { integer, text } from "drizzle-orm/pg-core";

export const operationColumns = () => ({
  premises: text("premises"),
  mainProducts: text("main_products"),
  mainMarkets: text("main_markets"),
  marketPosition: text("market_position"),
  competition: text("competition"),
  operatingState: text("operating_state"),
  litigationCount: integer("litigation_count"),
  employees: integer("employees"),
});
