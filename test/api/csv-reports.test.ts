import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { registerOperations } from "../../src/commands/register-operations.js";
import { type SecuredSchema, securedSchema } from "../../src/execution/secured-schema.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";

const REPORT = `query ByBranch($measures: [StatisticsMeasure!]!) { archiveStatistics(input: { groupBy: [BRANCH, RATING], measures: $measures }) {
  suppressedGroups groups { keys { dimension value label } values { measure currency value } hidden } } }`;
const ALIASED = REPORT.replace("ByBranch", "Aliased").replace("groups {", "all: groups {");
const TWO = REPORT.replace("ByBranch", "Two").replace(/\}$/, "viewer { role } }");
const WHOLE = `query Whole($input: ArchiveStatisticsInput!) { archiveStatistics(input: $input) {
  suppressedGroups groups { keys { dimension value label } values { measure currency value } hidden } } }`;
const DEFAULTS = REPORT.replace("ByBranch(", "Defaults($groupBy: [StatisticsDimension!]! = [BRANCH], ").replace(
  "[BRANCH, RATING]",
  "$groupBy",
);
const LIST = "query List { customers(first: 1) { totalCount } }";
const UNREGISTERED = REPORT.replace("ByBranch", "Unregistered");

let archive: Archive;
let token: string;
/** What the permission layer was asked for, since this was last emptied. */
const demanded: string[] = [];

const listening = async (): Promise<SecuredSchema> => {
  const secured = await securedSchema();
  const { rules } = secured;
  const check: typeof rules.check = (role, coordinate, use) => {
    demanded.push(`${coordinate} ${use}`);
    return rules.check(role, coordinate, use);
  };
  return { ...secured, rules: { ...rules, check } };
};

beforeAll(async () => {
  archive = await openArchive({ secured: listening() });
  const operations = [REPORT, WHOLE, DEFAULTS, ALIASED, TWO, LIST].map((body) => ({
    id: createHash("sha256").update(body).digest("hex"),
    name: /query (\w+)/.exec(body)?.[1] ?? "",
    body,
  }));
  await registerOperations(archive.database, { operations, now: SEEDED_AT });
  const { data } = await archive.ask("admin", "{ accounts(first: 50) { nodes { id username } } }");
  const reporter = data.accounts.nodes.find(({ username }: { username: string }) => username === "reporter");
  const input = { accountId: reporter.id, name: "BI", expiresAt: "2026-12-31T00:00:00Z" };
  const issued = await archive.ask(
    "admin",
    "mutation ($input: IssueTokenInput!) { issueToken(input: $input) { token } }",
    { input },
  );
  if (!issued.data) throw new Error(issued.text);
  token = issued.data.issueToken.token;
});
afterAll(() => archive.close());

const idOf = (text: string) => createHash("sha256").update(text).digest("hex");

const pullWith = (document: string, variables: object, headers: Record<string, string> = {}) => {
  const address = new URL(`${archive.url}/graphql`);
  address.searchParams.set("documentId", `sha256:${idOf(document)}`);
  address.searchParams.set("variables", JSON.stringify(variables));
  return fetch(address, { headers: { accept: "text/csv", authorization: `Bearer ${token}`, ...headers } });
};

const pull = (document: string, measures: readonly string[], headers: Record<string, string> = {}) =>
  pullWith(document, { measures }, headers);

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code ?? "";

describe("a registered report as text/csv", () => {
  test("is a file for a spreadsheet, pulled with a reporting tool's token", async () => {
    const response = await pull(REPORT, ["CUSTOMERS", "REVENUE_SUM", "COMPLETENESS_MEAN"]);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="ByBranch-2026-06-30.csv"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes.subarray(3).toString("utf8").split("\r\n");
    expect(header).toBe("BRANCH,BRANCH NAME,RATING,CUSTOMERS,REVENUE_SUM CNY,COMPLETENESS_MEAN,HIDDEN");
    expect(lines.pop()).toBe("");
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/^(SH|BJ|GZ),[^,]+分公司,(AAA|AA|A|B|C|D)?,\d+,\d*(\.\d+)?,[\d.]+,/);
    const { archiveStatistics } = (await archive.ask("reporter", REPORT, { measures: ["CUSTOMERS"] })).data;
    expect(response.headers.get("x-suppressed-groups")).toBe(String(archiveStatistics.suppressedGroups));
  });

  test("holds what the same report holds as JSON", async () => {
    const lines = (await (await pull(REPORT, ["CUSTOMERS"])).text()).trim().split("\r\n").slice(1);
    const { data } = await archive.ask("reporter", REPORT, { measures: ["CUSTOMERS"] });
    type Group = { keys: { value: string; label: string }[]; values: { value: string }[] };
    const groups = data.archiveStatistics.groups.map(({ keys: [branch, rating], values }: Group) =>
      [branch?.value, branch?.label, rating?.value, values[0]?.value, ""].join(","),
    );
    expect(lines).toEqual(groups);
  });

  test("asks for all of it to be open for export: what is shown, grouped and added up", async () => {
    const exported = () => demanded.filter((each) => each.endsWith(" export"));
    demanded.length = 0;
    await archive.ask("reporter", REPORT, { measures: ["CUSTOMERS"] });
    expect(exported()).toEqual([]);
    await pull(REPORT, ["REVENUE_SUM"]);
    expect(exported()).toEqual(
      expect.arrayContaining(
        [
          "StatisticsDimension.RATING",
          "StatisticsMeasure.REVENUE_SUM",
          "StatisticsValue.value",
          "StatisticsKey.label",
        ].map((coordinate) => `${coordinate} export`),
      ),
    );
  });

  test("stays a refusal, with its status, where the role may not ask so", async () => {
    const bearer = await archive.bearer("clerk");
    const response = await pull(REPORT, ["CUSTOMERS"], bearer);
    expect(response.status).toBe(403);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      coordinate: "StatisticsDimension.RATING",
      use: "group",
    });
  });

  test("stays a refusal where the question makes no sense", async () => {
    expect((await pull(REPORT, [])).status).toBe(400);
  });

  test.each([
    ["an object that is no text", [{ toString: 1, valueOf: 1 }]],
    ["a list in a list", [[["BRANCH"]]]],
    ["an object", { length: 1 }],
  ])("stays a refusal where %s stands for its dimensions, and is not looked at before who asks", async (_, groupBy) => {
    const variables = { input: { groupBy, measures: ["CUSTOMERS"] } };
    const response = await pullWith(WHOLE, variables);
    expect([response.status, await codeOf(response)]).toEqual([400, "BAD_USER_INPUT"]);
    const nobody = await pullWith(WHOLE, variables, { authorization: "Bearer nobody" });
    expect([nobody.status, await codeOf(nobody)]).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("has the columns it is asked for: by its input as a whole, by a single name, by what its document says otherwise", async () => {
    const header = async (answer: Promise<Response>) => (await (await answer).text()).split("\r\n")[0];
    const columns = "BRANCH,BRANCH NAME,CUSTOMERS,HIDDEN";
    expect(await header(pullWith(WHOLE, { input: { groupBy: "BRANCH", measures: ["CUSTOMERS"] } }))).toBe(columns);
    expect(await header(pull(DEFAULTS, ["CUSTOMERS"]))).toBe(columns);
    expect(await header(pullWith(DEFAULTS, { measures: ["CUSTOMERS"], groupBy: [] }))).toBe("CUSTOMERS,HIDDEN");
  });
});

describe("text/csv is not acceptable", () => {
  test.each([
    ["of a list", LIST],
    ["of a report under an alias", ALIASED],
    ["of a report beside something else", TWO],
  ])("%s", async (_, document) => {
    archive.sent();
    const response = await pull(document, ["CUSTOMERS"]);
    expect(response.status).toBe(406);
    expect(archive.sent().filter((text) => text.includes("customer"))).toEqual([]);
  });

  test("of a report nobody registered", async () => {
    const body = JSON.stringify({ query: UNREGISTERED, variables: { measures: ["CUSTOMERS"] } });
    const headers = { accept: "text/csv", "content-type": "application/json", authorization: `Bearer ${token}` };
    const response = await fetch(`${archive.url}/graphql`, { method: "POST", headers, body });
    expect(response.status).toBe(406);
  });
});

test("a name that a spreadsheet would run as a formula is text", async () => {
  const name = '=HYPERLINK("http://example.com","分公司")';
  const rename = (to: string) =>
    archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) =>
      rows("update branch set name = $1 where code = 'SH'", [to]),
    );
  await rename(name);
  const text = await (await pull(REPORT, ["CUSTOMERS"])).text();
  expect(text).toContain(`SH,"'=HYPERLINK(""http://example.com"",""分公司"")",`);
  await rename("上海分公司");
});
