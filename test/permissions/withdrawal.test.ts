import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";
import { ROLES, rowsOf } from "./oracle/policy.js";

/** Stands in every text of the contact, and nowhere else. */
const CANARY = "CANARY-51c9";
const REVENUE = "7654321.09";

let archive: Archive;
let customer: { id: string; consents: { id: string; personName: string; version: number; inForce: boolean }[] };
let contact: string;
let statement: string;
let task: string;
/** Corrects the contact, and stands on a contract: it can be read when the contact cannot. */
let correction: string;

const usernames = ROLES.map((role) => role.toLowerCase());

const CONTENT = `... on InformationRecord { id status disclosure corroboration seal source { party reference channel } screening { message } version
  verificationTasks { id status returnReason findings { note } }
  ... on ContactRecord { personName position mobile landline email postalAddress idNumber }
  ... on FinancialStatement { periodEnd revenue { amount band } auditor bankAccount } }`;

/** Every path there is to the two records; where rows do not exist for a role, nothing is on it. */
const paths = (): string[] => [
  `{ node(id: "${contact}") { ${CONTENT} } }`,
  `{ nodes(ids: ["${contact}", "${statement}"]) { ${CONTENT} } }`,
  `{ informationRecord(id: "${contact}") { ${CONTENT} customer { contacts { ${CONTENT} } } } }`,
  `{ informationRecords(first: 100, filter: { customerId: { eq: "${customer.id}" } }) { edges { node { ${CONTENT} } } } }`,
  `{ customer(id: "${customer.id}") { contacts { ${CONTENT} } records(first: 100) { nodes { ${CONTENT} } } } }`,
  `{ customer(id: "${customer.id}") { financialStatements(first: 50) { nodes { ${CONTENT} } } } }`,
  `{ customer(id: "${customer.id}", asOf: { validAt: "2026-06-30" }) { contacts { ${CONTENT} } } }`,
  `{ customer(id: "${customer.id}", asOf: { knownAt: "2026-06-30T02:00:00Z" }) { contacts { ${CONTENT} } records(first: 100) { nodes { ${CONTENT} } } } }`,
  `{ customers(first: 100, filter: { id: { eq: "${customer.id}" } }) { nodes { contacts { ${CONTENT} } } } }`,
  `{ financialStatements(first: 100, filter: { customerId: { eq: "${customer.id}" } }) { nodes { ${CONTENT} } } }`,
  `{ verificationTask(id: "${task}") { returnReason findings { note } records { ${CONTENT} } } }`,
  `{ customer(id: "${customer.id}") { verificationTasks(first: 100) { nodes { records { ${CONTENT} } } } } }`,
];

const read = async (username: string): Promise<string> => {
  const answers = await Promise.all(paths().map((query) => archive.ask(username, query)));
  for (const { errors } of answers) expect(errors).toBeUndefined();
  return answers.map(({ data }) => JSON.stringify(data)).join("\n");
};

const counts = async (username: string): Promise<string> => {
  const of = `filter: { customerId: { eq: "${customer.id}" } }`;
  const query = `{ informationRecords(first: 100, ${of}) { totalCount nodes { id category collectedAt } } customer(id: "${customer.id}") { verificationTasks { totalCount } consents { id } } }`;
  return JSON.stringify((await archive.ask(username, query)).data);
};

const found = async (filter: string): Promise<number> =>
  (await archive.ask("reviewer", `{ financialStatements(filter: ${filter}) { totalCount } }`)).data.financialStatements
    .totalCount;

const collect = async (
  mutation: string,
  type: string,
  { source: other, ...content }: { source?: object; [field: string]: unknown },
): Promise<{ record: { id: string }; tasks: { id: string }[] }> => {
  const [consent] = customer.consents;
  const source = { channel: "DIRECT_CONTACT", party: CANARY, reference: CANARY, consentId: consent?.id };
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { record { id } tasks { id } } }`;
  const { data, text } = await archive.ask("collector", document, {
    input: { customerId: customer.id, source: other ?? source, ...content },
  });
  if (!data) throw new Error(text);
  return data[mutation];
};

const before = new Map<string, string>();

const withdraw = (username: string, input: object = {}) => {
  const [consent] = customer.consents;
  const document = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
    restrictedRecords consent { inForce withdrawnOn withdrawalReason version } } }`;
  return archive.ask(username, document, {
    input: { id: consent?.id, version: consent?.version, reason: "本人要求", ...input },
  });
};

beforeAll(async () => {
  archive = await openArchive({ env: { MAX_COST: "9000000" } });
  const query = '{ customer(code: "SH-0002") { id consents { id personName version inForce } } }';
  const { data } = await archive.ask("collector", query);
  customer = {
    ...data.customer,
    consents: data.customer.consents.filter((each: { inForce: boolean }) => each.inForce),
  };
  const personName = customer.consents[0]?.personName;
  const texts = { position: CANARY, landline: CANARY, email: `${CANARY}@example.cn`, postalAddress: CANARY };
  const collected = await collect("collectContact", "CollectContactInput", { personName, ...texts });
  contact = collected.record.id;
  task = collected.tasks[0]?.id ?? "";
  const onContract = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
  const corrected = { personName, corrects: contact, source: onContract };
  correction = (await collect("collectContact", "CollectContactInput", corrected)).record.id;
  const figures = { totalAssets: "9000000", totalLiabilities: "1", netProfit: "1", auditor: CANARY, currency: "CNY" };
  const period = { periodStart: "2019-01-01", periodEnd: "2019-12-31" };
  const stated = { ...period, ...figures, revenue: REVENUE };
  statement = (await collect("collectFinancialStatement", "CollectFinancialStatementInput", stated)).record.id;
  await archive.settled();
  for (const username of usernames) before.set(username, await counts(username));
});
afterAll(() => archive.close());

describe("a consent", () => {
  test("as long as it holds, is named by what stands on it", async () => {
    const query = `{ informationRecord(id: "${correction}") { corrects { source { consent { personName } } verificationTasks { id } } } }`;
    const { data } = await archive.ask("reviewer", query);
    const { source, verificationTasks } = data.informationRecord.corrects;
    expect(source.consent.personName).toBe(customer.consents[0]?.personName);
    expect(verificationTasks.map(({ id }: { id: string }) => id)).toContain(task);
  });

  test("as long as it holds, lets a reviewer read what stands on it, and find it by its figures", async () => {
    expect(await read("reviewer")).toContain(CANARY);
    expect(await found(`{ revenue: { eq: "${REVENUE}" } }`)).toBe(1);
  });

  test("is withdrawn by a clerk, and the answer says how many records it restricted", async () => {
    const { data, errors } = await withdraw("clerk");
    expect(errors).toBeUndefined();
    const { restrictedRecords, consent } = data.withdrawConsent;
    expect(restrictedRecords).toBeGreaterThanOrEqual(2);
    expect(consent).toMatchObject({ inForce: false, withdrawnOn: "2026-06-30" });
  });
});

// In the order they stand: everything below asks after the withdrawal, and waits for nothing.
describe.each(usernames)("from that moment a %s", (username) => {
  test("reads nothing of it by any path", async () => {
    const text = await read(username);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(REVENUE);
    expect(text).not.toMatch(/"status":"RESTRICTED","disclosure":"(FULL|MASKED|TASK_BOUND)"/);
  });

  test("is not told whose it is by where one comes from it, or to it", async () => {
    const { data, errors } = await archive.ask(
      username,
      `{ informationRecord(id: "${contact}") { source { consent { personName } derivedFrom { id } } corrects { id } supersedes { id } supersededBy { id } verificationTasks { id } }
         correction: informationRecord(id: "${correction}") { corrects { id } }
         verificationTask(id: "${task}") { records { id } } }`,
    );
    expect(errors).toBeUndefined();
    const { informationRecord, correction: other, verificationTask } = data;
    const ends = { corrects: null, supersedes: null, supersededBy: null, verificationTasks: [] };
    expect(informationRecord ?? ends).toMatchObject(ends);
    expect(informationRecord?.source ?? { consent: null, derivedFrom: [] }).toEqual({ consent: null, derivedFrom: [] });
    expect(other ?? { corrects: null }).toEqual({ corrects: null });
    expect(verificationTask ?? { records: [] }).toEqual({ records: [] });
  });

  test("still sees that it is there, as often as before", async () => {
    expect(await counts(username)).toBe(before.get(username));
    const [role] = ROLES.filter((each) => each.toLowerCase() === username);
    if (rowsOf(role ?? "") === "all")
      expect(
        (await archive.ask(username, `{ informationRecord(id: "${contact}") { status disclosure } }`)).data,
      ).toEqual({
        informationRecord: { status: "RESTRICTED", disclosure: "DENIED" },
      });
  });
});

describe("what stood on it", () => {
  test("is found by no figure and no search", async () => {
    expect(await found(`{ revenue: { eq: "${REVENUE}" } }`)).toBe(0);
    expect(await found(`{ periodEnd: { eq: "2019-12-31" }, customerId: { eq: "${customer.id}" } }`)).toBe(0);
    const { data } = await archive.ask("reviewer", `{ customers(search: "${CANARY}") { totalCount } }`);
    expect(data.customers.totalCount).toBe(0);
  });

  test("is on nobody's desk: its tasks are called off", async () => {
    const { data } = await archive.ask("reviewer", `{ verificationTask(id: "${task}") { status assignee { id } } }`);
    expect(data.verificationTask).toEqual({ status: "CANCELLED", assignee: null });
  });

  test("is neither corrected, nor collected anew, nor derived from, nor lifted while nothing else carries it", async () => {
    const source = { channel: "DIRECT_CONTACT", consentId: customer.consents[0]?.id };
    const anew = { customerId: customer.id, source, personName: customer.consents[0]?.personName };
    const legal = { ...anew, source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" } };
    const analysis = { channel: "DATA_ANALYSIS", tool: "T", legalBasis: "CONTRACT", derivedFrom: [contact] };
    const contactOf = (input: object) =>
      archive.ask(
        "collector",
        "mutation ($input: CollectContactInput!) { collectContact(input: $input) { record { id } } }",
        {
          input,
        },
      );
    const codes = [
      await contactOf(anew),
      await contactOf({ ...legal, corrects: contact }),
      await contactOf({ ...legal, source: analysis }),
      await archive.ask(
        "compliance",
        "mutation ($input: LiftRestrictionInput!) { liftRestriction(input: $input) { record { status } } }",
        { input: { id: contact, version: 2, reason: "试一下" } },
      ),
    ].map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual(["FORBIDDEN", "INVALID_TRANSITION", "BAD_USER_INPUT", "INVALID_TRANSITION"]);
  });

  test("is restricted once: withdrawn is withdrawn", async () => {
    const { errors } = await withdraw("compliance", { version: 2 });
    expect(errors?.[0]?.extensions.code).toBe("INVALID_TRANSITION");
  });
});
