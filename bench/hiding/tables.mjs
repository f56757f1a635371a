// Made-up tables of groups as a report counts them: the same ones at every run.
const randomFrom = (seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const combinations = (sizes) =>
  sizes.reduce(
    (all, size) => all.flatMap((keys) => Array.from({ length: size }, (_, i) => [...keys, String(i).padStart(2, "0")])),
    [[]],
  );

const groupOf = (keys, customers) => ({
  keys,
  customers,
  records: customers * 3,
  tasks: 0,
  openTasks: 0,
  overdueTasks: 0,
  completeness: "0",
  held: 0,
  verified: 0,
  having: { open: 0, overdue: 0, held: 0 },
  towards: [],
});

const figuresOf = (random, figures, { keys, customers }) =>
  figures.map((figure) => {
    const total = 1000 + Math.floor(random() * 100_000);
    const largest = Math.min(total, Math.ceil(total * (1 / customers + random() * 0.4)));
    const [sum, most] = [String(total), String(largest)];
    return { keys, figure, currency: "CNY", customers, sum, total: sum, largest: most };
  });

const tableOf = ({ sizes, filled, small, most, figures = [] }) => {
  const random = randomFrom(sizes.length * 7919 + most);
  const groups = combinations(sizes)
    .filter(() => random() < filled)
    .map((keys) =>
      groupOf(keys, random() < small ? 1 + Math.floor(random() * 4) : 5 + Math.floor(random() * (most - 4))),
    );
  return { groups, figures: groups.flatMap((group) => figuresOf(random, figures, group)) };
};

const THREE = ["PROVINCE", "STATUS", "INDUSTRY_SECTION"];
const TWO = ["PROVINCE", "INDUSTRY_SECTION"];

const caseOf = (name, groupBy, shape) => {
  const counted = tableOf(shape);
  const measures = ["CUSTOMERS", ...(shape.figures ?? []).map((figure) => `${figure}_SUM`)];
  return { name, question: { groupBy, measures, filter: {} }, counted };
};

export const CASES = [
  caseOf("three dimensions, sparse", THREE, { sizes: [25, 12, 10], filled: 0.2, small: 0.6, most: 34 }),
  caseOf("three dimensions, half of them small", THREE, { sizes: [31, 7, 4], filled: 0.75, small: 0.25, most: 64 }),
  caseOf("three dimensions, sparse, three figures", THREE, {
    sizes: [25, 12, 10],
    filled: 0.2,
    small: 0.4,
    most: 34,
    figures: ["REVENUE", "NET_PROFIT", "CREDIT_LIMIT"],
  }),
  caseOf("three dimensions, dense", THREE, { sizes: [10, 8, 8], filled: 1, small: 0.02, most: 220 }),
  caseOf("two dimensions, sparse", TWO, { sizes: [31, 30], filled: 0.7, small: 0.6, most: 34 }),
  caseOf("two dimensions, dense", TWO, { sizes: [31, 31], filled: 1, small: 0.02, most: 220 }),
];

const KINDS = ["ENTERPRISE", "SOLE_TRADER", "BRANCH_OFFICE", "OTHER"];
const IMPORTANCE = ["A", "B", "C"];
const STATUS = ["ACTIVE", "DORMANT", "PROSPECT", "CLOSED"];
const PROVINCES = Array.from({ length: 31 }, (_, i) => String(11 + i));
const CATEGORIES = ["REGISTRATION", "CONTACT", "OPERATION", "FINANCIAL", "TRANSACTION", "CREDIT", "FEEDBACK"];
const RECORD_STATUS = ["ARCHIVED", "SUPERSEDED", "APPROVED", "IN_VERIFICATION", "COLLECTED", "RETURNED"];

const product = (...lists) =>
  lists.reduce((all, values) => all.flatMap((keys) => values.map((each) => [...keys, each])), [[]]);

/** What is read of 5,000 customers, each with some records. */
export const censusParts = () => {
  const random = randomFrom(5);
  const pick = (count) => Math.floor(random() * random() * count);
  const customers = product(PROVINCES, KINDS, IMPORTANCE, STATUS);
  const records = product(CATEGORIES, RECORD_STATUS);
  const profiles = Array.from({ length: 5000 }, () => ({
    kind: pick(customers.length),
    customers: 3 + pick(8),
    records: [...new Set(Array.from({ length: 7 }, () => pick(records.length)))],
    tasks: [],
  }));
  return {
    kinds: {
      CUSTOMERS: { dimensions: ["PROVINCE", "KIND", "IMPORTANCE", "STATUS"], values: customers },
      RECORDS: { dimensions: ["CATEGORY", "RECORD_STATUS"], values: records },
      TASKS: { dimensions: [], values: [[]] },
    },
    profiles,
    figures: [],
    branches: new Map(),
  };
};

const report = (asked) => ({
  subject: "RECORDS",
  measures: ["CUSTOMERS", "RECORDS"],
  filter: {},
  branch: null,
  ...asked,
});

/** A report, and those its viewer was answered before. */
export const ASKED = report({ groupBy: ["PROVINCE", "CATEGORY"] });
export const EARLIER = [{}, { IMPORTANCE: ["A"] }, { STATUS: ["ACTIVE"] }, { KIND: ["ENTERPRISE"] }].flatMap((filter) =>
  [
    ["CATEGORY"],
    ["STATUS", "RECORD_STATUS"],
    ["PROVINCE", "KIND"],
    ["PROVINCE", "RECORD_STATUS"],
    ["KIND", "CATEGORY", "RECORD_STATUS"],
  ].map((groupBy) => report({ groupBy, filter })),
);
