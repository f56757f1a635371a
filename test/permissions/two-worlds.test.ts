import { describe, expect, test } from "vitest";
import { AnyQuery } from "./oracle/any-query.js";
import { printDocument } from "./oracle/ask.js";
import { enterOtherWorld } from "./oracle/other-world.js";
import { ROLES, rowsOf } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few, idOf } from "./oracle/stored.js";
import { ORDERABLE } from "./oracle/uses.js";

/** `WORLD_QUERIES=500` looks longer; .ci/run asks for more than `npm test`. */
const QUERIES = Number(process.env.WORLD_QUERIES ?? 4);

interface Question {
  readonly document: string;
  readonly variables: object;
}

const anything = ({ schema, world }: Scene): Question[] => {
  const nodes = (
    ["information_record", "verification_task", "conflict", "major_event", "evidence", "consent"] as const
  ).flatMap((table) =>
    few(world.all[table], ({ status, category, kind }) => `${status} ${category} ${kind}`, 4).map(({ id }) =>
      idOf(table, id),
    ),
  );
  const codes = few(world.all.customer, ({ branch_id }) => branch_id, 10).map(({ code }) => code);
  return Array.from({ length: QUERIES }, (_, i) => {
    const any = new AnyQuery(schema, 77_000 + i, { nodes, codes });
    return { document: printDocument(any.roots()), variables: any.variables };
  });
};

/** Every list in every order there is: what is refused is refused alike. */
const lists = (): Question[] => {
  const roots: Readonly<Record<string, string>> = {
    CustomerOrderField: "customers",
    InformationRecordOrderField: "informationRecords",
    FinancialStatementOrderField: "financialStatements",
    VerificationTaskOrderField: "verificationTasks",
  };
  const page = "totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id __typename }";
  return ORDERABLE.map(({ type, name }) => ({
    document: `{ ${roots[type]}(first: 50, orderBy: [{ field: ${name}, direction: ASC }]) { ${page} } }`,
    variables: {},
  }));
};

const usual: Question[] = [
  {
    document:
      "{ customers(first: 100) { nodes { id riskClass completeness { score missing { category field } } freshness version updatedAt } } }",
    variables: {},
  },
  { document: '{ customers(first: 100, search: "91") { totalCount nodes { id } } }', variables: {} },
  {
    document:
      "{ customers(first: 20) { nodes { financialStatements { totalCount nodes { id disclosure allowedActions } } transactions { totalCount nodes { id disclosure } } records { totalCount } verificationTasks { totalCount nodes { id status } } majorEvents { id } consents { id inForce } } } }",
    variables: {},
  },
];

/** What anybody may not see, who may see it sees differ. */
const EVERYTHING = `{ ${["CONTACT", "TRANSACTION", "CREDIT", "FINANCIAL"]
  .map((category) => `${category}: informationRecords(first: 20, filter: { category: { eq: ${category} } }) { ...All }`)
  .join(" ")} } fragment All on InformationRecordConnection { nodes { seal corroboration source { party }
  ... on ContactRecord { mobile idNumber } ... on TransactionRecord { amount { amount } }
  ... on CreditAssessment { rating } ... on FinancialStatement { bankAccount revenue { amount } } } }`;

/** Sealed cursors differ each time; their length does not. */
const comparable = (text: string): string =>
  text.replace(/"(cursor|startCursor|endCursor)":"([^"]*)"/g, (_, name, cursor) => `"${name}":${cursor.length}`);

const USERNAMES = [...ROLES.filter((role) => rowsOf(role) !== "none").map((role) => role.toLowerCase()), "verifier2"];

/** `WORLDS=all`, as .ci/run says; else every other one. */
const LOOKING = USERNAMES.filter((name) => name !== "reviewer").filter(
  (_, i) => process.env.WORLDS === "all" || i % 4 === 0,
);

describe.each(LOOKING)("two archives that differ in what a %s may not see", (username) => {
  test("answer byte for byte alike, with the same statements", async () => {
    const scene = await openScene({ MAX_ALIASES: "500", MAX_DEPTH: "40" });
    try {
      const questions = [...usual, ...lists(), ...anything(scene)];
      const answers = async () => {
        const all: { text: string; sent: readonly string[] }[] = [];
        scene.archive.sent();
        for (const { document, variables } of questions) {
          const { text } = await scene.archive.ask(username, document, variables);
          all.push({ text: comparable(text), sent: scene.archive.sent() });
        }
        return all;
      };
      const byReviewer = async () => (await scene.archive.ask("reviewer", EVERYTHING)).text;
      const [here, before] = [await answers(), await byReviewer()];
      const differing = await enterOtherWorld(scene, username);
      expect(differing).toBeGreaterThan(500);
      expect(await byReviewer()).not.toBe(before);
      const there = await answers();
      for (const [i, answer] of here.entries()) expect(there[i], questions[i]?.document.slice(0, 1500)).toEqual(answer);
    } finally {
      await scene.archive.close();
    }
  }, 120_000);
});
