import type { Classification } from "../../../src/auth/classified.js";
import { CLEARANCE } from "../../../src/auth/clearance.js";
import { SYSTEM } from "../../../src/auth/viewer.js";
import type { Kind } from "../oracle/other-world.js";
import type { Ask } from "./look.js";
import type { Reply, Side, TwoArchives } from "./two-archives.js";

/** A hole made on purpose, and who would see through it. */
export interface Planted {
  readonly leak: string;
  readonly username: string;
  /** In which worlds it shows. */
  readonly kind: Kind;
  /** What is asked for rather than other things: among hundreds of coordinates it comes seldom by itself. */
  readonly asks?: string;
  /** Opens it; how to close it again. */
  open(two: TwoArchives): () => void;
  /** Or changes what is answered, knowing what must not be known. */
  readonly answer?: (reply: Reply, secret: string, others: string) => Reply;
}

/** A coordinate graded milder than it is, from the next operation on. */
const regraded =
  (...coordinates: readonly string[]) =>
  (two: TwoArchives): (() => void) => {
    const classification = two.classification();
    const before = coordinates.map((coordinate) => {
      const found = classification.get(coordinate) as { -readonly [K in keyof Classification]: Classification[K] };
      const { grade } = found;
      found.grade = "PUBLIC";
      return () => {
        found.grade = grade;
      };
    });
    return () => {
      for (const undo of before) undo();
    };
  };

type Table = Record<string, Record<string, string>>;

const cleared = (role: string, grade: string, cell: string) => (): (() => void) => {
  const row = (CLEARANCE as unknown as Table)[role] ?? {};
  const before = row[grade] ?? "-";
  row[grade] = cell;
  return () => {
    row[grade] = before;
  };
};

/** A statement the server did not mean: what is sent is heard as it was meant. */
const rewritten =
  (statement: RegExp, by: string) =>
  ({ here, there }: TwoArchives): (() => void) => {
    for (const { store } of [here, there]) store.rewrite((text) => text.replace(statement, by));
    return () => {
      for (const { store } of [here, there]) store.rewrite((text) => text);
    };
  };

const nothing = () => () => {};

export const PLANTED: readonly Planted[] = [
  {
    leak: "a filter by a field that is denied",
    username: "clerk",
    kind: "DENIED",
    asks: "CustomerFilter.revenue",
    open: regraded("CustomerFilter.revenue"),
  },
  {
    leak: "a filter by a denied field of a record",
    username: "clerk",
    kind: "DENIED",
    asks: "FinancialStatementFilter.totalAssets",
    open: regraded("FinancialStatementFilter.totalAssets"),
  },
  {
    leak: "an order by a field that is denied",
    username: "clerk",
    kind: "DENIED",
    asks: "CustomerOrderField.CREDIT_RATING",
    open: regraded("CustomerOrderField.CREDIT_RATING"),
  },
  {
    leak: "a report grouped by a field that is denied",
    username: "clerk",
    kind: "DENIED",
    asks: "StatisticsDimension.RATING",
    open: regraded("StatisticsDimension.RATING"),
  },
  {
    leak: "a report that adds up what is denied",
    username: "clerk",
    kind: "DENIED",
    asks: "StatisticsMeasure.REVENUE_SUM",
    open: regraded("StatisticsMeasure.REVENUE_SUM"),
  },
  { leak: "a field shown that is denied", username: "clerk", kind: "DENIED", open: regraded("Customer.riskClass") },
  {
    leak: "a grade cleared that is denied",
    username: "clerk",
    kind: "DENIED",
    open: cleared("CLERK", "COMMERCIAL", "F"),
  },
  {
    leak: "a grade cleared where it is bound to my work",
    username: "clerk",
    kind: "DENIED",
    open: cleared("CLERK", "CONTACT", "F"),
  },
  { leak: "a mask taken off", username: "clerk", kind: "MASKED", open: cleared("CLERK", "CONTACT", "F") },
  {
    leak: "a count that depends on what is denied",
    username: "clerk",
    kind: "DENIED",
    open: rewritten(
      /select count\(\*\) from "customer"/,
      'select count(*) filter (where revenue > 3000000) from "customer"',
    ),
  },
  {
    leak: "an existence that depends on what is denied",
    username: "clerk",
    kind: "DENIED",
    open: rewritten(
      /from "information_record" as ("t\d+") where /g,
      "$&$1.\"corroboration\" is distinct from 'REFUTED' and ",
    ),
  },
  {
    leak: "a cursor that carries what is denied",
    username: "clerk",
    kind: "DENIED",
    open: nothing,
    answer: (reply, secret) => ({ ...reply, text: reply.text.replace(/"endCursor":"/, `$&${secret}`) }),
  },
  {
    leak: "the text of a refusal that tells what is denied",
    username: "clerk",
    kind: "DENIED",
    open: nothing,
    answer: (reply, secret) => ({ ...reply, text: reply.text.replace(/"errors":\[\{"message":"/, `$&${secret} `) }),
  },
  {
    leak: "one statement more in one of them",
    username: "clerk",
    kind: "DENIED",
    open: nothing,
    answer: (reply, secret, others) => (secret > others ? { ...reply, sent: [...reply.sent, "select 1"] } : reply),
  },
  {
    leak: "a statement that says otherwise",
    username: "clerk",
    kind: "DENIED",
    open: nothing,
    answer: (reply, secret) => ({ ...reply, sent: reply.sent.map((text) => `${text} /* ${secret} */`) }),
  },
];

/** What nobody but a reviewer may know of an archive, as one word. */
const secretOf = ({ store }: Side): Promise<string> =>
  store.database.withViewer(SYSTEM, "READ", async ({ rows }) => {
    const sql =
      "select md5(string_agg(coalesce(revenue::text, '') || coalesce(id_number, ''), '' order by id)) as secret from information_record";
    const [row] = await rows<{ secret: string }>(sql, []);
    return row?.secret ?? "";
  });

/** The two archives, asked through a hole. */
export const through = async ({ here, there }: TwoArchives, { answer }: Planted): Promise<(ask: Ask) => Ask> => {
  if (answer === undefined) return (ask) => ask;
  const [a, b] = [await secretOf(here), await secretOf(there)];
  return (ask) => async (request) => {
    const [first, second] = await ask(request);
    return [answer(first, a, b), answer(second, b, a)];
  };
};
