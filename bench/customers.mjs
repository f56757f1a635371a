import { newId } from "../dist/db/tables/columns.js";

const CITIES = ["上海", "北京", "广州", "苏州", "杭州", "天津", "深圳"];
const BRANDS = ["岚序", "砚舟", "青棠", "朔澜", "栖屿", "霁禾", "沐岩", "璟澄", "桑陌", "鹤汀", "棠野"];
const TRADES = [
  "精密机械",
  "新材料科技",
  "食品",
  "纺织",
  "电子",
  "医疗器械",
  "供应链管理",
  "商贸",
  "软件",
  "科技",
  "物流",
];
const REGIONS = ["310115", "110108", "440112", "320506"];
const INDUSTRIES = ["C34", "C26", "C14", "G58", "I65"];
const RATINGS = ["AAA", "AA", "A", "B", "C", "D"];

/** One customer in so many has ten statements, the others three: those the nested question asks for come first. */
const SHARE_WITH_TEN = 5;
const LAST_YEAR = 2024;

const at = (list, index) => list[index % list.length];

/** The codes begin with "A": in the order of codes these customers come before those of the demo data. */
const customerRow = (index, branches) => ({
  id: newId(),
  branchId: at(branches, index),
  code: `A${String(index).padStart(6, "0")}`,
  name: `${at(CITIES, index)}${at(BRANDS, index)}${index}${at(TRADES, index)}有限公司`,
  uscc: `91000000MB${String(index).padStart(7, "0")}X`,
  kind: "ENTERPRISE",
  importance: at(["A", "B", "B", "C", "C"], index),
  status: "ACTIVE",
  region: at(REGIONS, index),
  industry: at(INDUSTRIES, index),
  createdAt: new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString(),
  updatedAt: new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString(),
});

const archivedAs =
  (customer, index, collectors) =>
  (category, series, content, superseded = false) => {
    const instant = new Date(Date.UTC(2025, 2, superseded ? 1 : 2, 0, 0, index)).toISOString();
    return {
      id: newId(),
      customerId: customer.id,
      category,
      series,
      status: superseded ? "SUPERSEDED" : "ARCHIVED",
      corroboration: "FULL",
      channel: "DIRECT_CONTACT",
      party: "财务部",
      statedOn: "2025-02-28",
      collectedBy: at(collectors, index),
      collectedAt: instant,
      validFrom: "2025-02-28",
      recordedAt: instant,
      archivedAt: instant,
      // Of no content: nobody verifies the archive of a benchmark.
      seal: "0".repeat(64),
      supersededAt: superseded ? instant : null,
      version: 5,
      ...content,
    };
  };

const registration = ({ name, uscc }, index) => ({
  legalName: name,
  uscc,
  legalRepresentative: `法人${index}`,
  registeredCapital: `${(1 + (index % 500)) * 100_000}`,
  registeredCapitalCurrency: "CNY",
  establishedOn: "2001-05-08",
  companyType: "有限责任公司",
  registeredAddress: `浦东新区示范路${index}号`,
});

const contact = (index, person) => ({
  personName: `联系人${index}-${person}`,
  position: "财务经理",
  mobile: `139${String((index * 7 + person) % 100_000_000).padStart(8, "0")}`,
  email: `contact${index}.${person}@example.com`,
});

const statement = (index, year) => {
  const revenue = 300_000 + ((index * 7919 + year * 104_729) % 9973) * 25_000;
  return {
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    totalAssets: `${revenue * 2}.50`,
    totalLiabilities: `${revenue}.25`,
    equity: `${revenue}.25`,
    revenue: `${revenue}`,
    mainRevenue: `${revenue - 1000}`,
    profitBeforeTax: `${revenue / 10}`,
    netProfit: `${revenue / 20}`,
    taxPaid: `${revenue / 40}`,
    guaranteesGiven: "0",
    operatingCashFlow: `${revenue / 8}`,
    currency: "CNY",
    audited: year % 2 === 0,
    auditor: "示例会计师事务所",
    bankAccount: `6200000000${String(index).padStart(9, "0")}`,
  };
};

const recordsOf = (customer, index, statements, collectors) => {
  const record = archivedAs(customer, index, collectors);
  const period = (year) => `${year}-01-01/${year}-12-31`;
  const years = Array.from({ length: statements }, (_, n) => LAST_YEAR - n);
  return [
    record("REGISTRATION", "customer", registration(customer, index), true),
    record("REGISTRATION", "customer", registration(customer, index)),
    record("CONTACT", `联系人${index}-1`, contact(index, 1)),
    record("CONTACT", `联系人${index}-2`, contact(index, 2)),
    record("CREDIT", "customer", { rating: at(RATINGS, index), score: "70", creditLimit: "500000" }),
    record("FINANCIAL", period(LAST_YEAR), statement(index + 1, LAST_YEAR), true),
    ...years.map((year) => record("FINANCIAL", period(year), statement(index, year))),
  ];
};

const taskOf = (customer, index) => ({
  id: newId(),
  customerId: customer.id,
  category: "CONTACT",
  method: "PHONE_CALL",
  cause: "ROUTINE",
  priority: "NORMAL",
  status: "OPEN",
  dueAt: new Date(Date.UTC(2030, 0, 1, 0, index)).toISOString(),
  createdAt: new Date(Date.UTC(2025, 4, 1, 0, 0, index)).toISOString(),
});

/** Customers with their records and an open task for every second one. */
export const generated = (count, { branches, collectors }) => {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const customers = indexes.map((index) => customerRow(index, branches));
  const statementsOf = (index) => (index < count / SHARE_WITH_TEN ? 10 : 3);
  return {
    customers,
    records: customers.flatMap((each, index) => recordsOf(each, index, statementsOf(index), collectors)),
    tasks: customers.flatMap((each, index) => (index % 2 === 0 ? taskOf(each, index) : [])),
  };
};
