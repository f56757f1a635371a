import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyQueue, givenApiAccount, givenApiBranch, nodeIdOf } from "../support/api-tasks.js";
import { type Archive, openArchive } from "../support/archive.js";
import { givenCustomer } from "../support/factory.js";

let archive: Archive;
let customerId: string;
let branchId: string;
beforeAll(async () => {
  archive = await openArchive();
  await emptyQueue(archive);
  const branch = await givenApiBranch(archive);
  branchId = branch.branchId;
  customerId = nodeIdOf("cu", branch.customer.id);
  for (const name of ["anna", "bert"]) {
    await givenApiAccount(archive, `collector-${name}`, { branchId, roles: ["COLLECTOR"], qualifications: [] });
    await givenApiAccount(archive, `clerk-${name}`, { branchId, roles: ["CLERK"], qualifications: [] });
    await givenApiAccount(archive, `verifier-${name}`, { branchId });
  }
});
afterAll(() => archive.close());

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const done = async (username: string, query: string, input: object) => {
  const { data, text } = await archive.ask(username, query, { input });
  const [payload] = Object.values(data ?? {});
  if (!payload) throw new Error(text);
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for is what it knows the form of
  return payload as any;
};

const collect = async (username: string, what: "Contact" | "Operation", content: object): Promise<Versioned> => {
  const query = `mutation ($input: Collect${what}Input!) { collect${what}(input: $input) { record { id version } } }`;
  const source = { channel: "DIRECT_CONTACT", party: "客户", legalBasis: "CONTRACT" };
  return (await done(username, query, { customerId, source, ...content })).record;
};

const contactBy = (username: string) => collect(username, "Contact", { personName: "王静", mobile: "13812345678" });
const operationBy = (username: string) => collect(username, "Operation", { operatingState: "正常经营" });

const RETURN = "mutation ($input: ReturnRecordInput!) { returnRecord(input: $input) { record { returnReason } } }";
const sendBack = ({ id, version }: Versioned, reason: string) => done("reviewer", RETURN, { id, version, reason });

const reasonFor = async (username: string, { id }: Versioned) => {
  const { data } = await archive.ask(username, "query ($id: ID!) { informationRecord(id: $id) { returnReason } }", {
    id,
  });
  return data.informationRecord.returnReason;
};

describe("why a record was sent back", () => {
  test("is told to whoever collected it, and to who sent it back", async () => {
    const record = await operationBy("collector-anna");
    expect(await sendBack(record, "员工人数应为 312 人")).toEqual({ record: { returnReason: "员工人数应为 312 人" } });
    expect(await reasonFor("collector-anna", record)).toBe("员工人数应为 312 人");
  });

  test("is told to nobody else who may not read in full all that it may quote", async () => {
    const record = await operationBy("collector-anna");
    await sendBack(record, "员工人数应为 312 人");
    for (const username of ["collector-bert", "clerk-anna", "verifier-anna", "compliance", "auditor", "archivist"])
      expect([username, await reasonFor(username, record)]).toEqual([username, null]);
  });

  test("is told to the clerk who collected a contact, and to no other clerk", async () => {
    const record = await contactBy("clerk-anna");
    await sendBack(record, "电话号码少一位");
    expect(await reasonFor("clerk-anna", record)).toBe("电话号码少一位");
    expect(await reasonFor("clerk-bert", record)).toBeNull();
    // It may quote an identity number, which a colleague is shown masked.
    expect(await reasonFor("collector-anna", record)).toBeNull();
  });

  test("is nothing where nobody sent it back", async () => {
    expect(await reasonFor("collector-anna", await operationBy("collector-anna"))).toBeNull();
  });
});

const WHY = "id version status requestReason reason reasonCode";
const REQUEST = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { task { ${WHY} } } }`;
const CLAIM = `mutation ($input: TaskInput!) { claimTask(input: $input) { task { ${WHY} } } }`;
const REASSIGN = `mutation ($input: ReassignTaskInput!) { reassignTask(input: $input) { task { ${WHY} } } }`;
const CANCEL = `mutation ($input: CancelTaskInput!) { cancelTask(input: $input) { task { ${WHY} } } }`;

const requested = async (reason: string) => {
  const { id } = await operationBy("collector-anna");
  const { data } = await archive.ask("reviewer", "query ($id: ID!) { informationRecord(id: $id) { version } }", { id });
  const { version } = data.informationRecord;
  return (await done("reviewer", REQUEST, { recordId: id, version, method: "PHONE_CALL", reason })).task;
};

const taskFor = async (username: string, id: string) =>
  (await archive.ask(username, `query ($id: ID!) { verificationTask(id: $id) { ${WHY} } }`, { id })).data
    .verificationTask;

describe("a task", () => {
  test("tells whoever takes it up what is in doubt, as long as they hold it", async () => {
    const { id, version } = await requested("诉讼数量与公开信息不一致");
    expect(await taskFor("verifier-anna", id)).toMatchObject({ requestReason: null, reason: null });
    const { task } = await done("verifier-anna", CLAIM, { id, version });
    const said = "诉讼数量与公开信息不一致";
    expect(task).toMatchObject({ status: "CLAIMED", requestReason: said, reason: said });
    expect((await taskFor("verifier-bert", id)).requestReason).toBeNull();
  });

  test("that lost its claim as the customer moved tells whoever takes it up why, also once it was given up again", async () => {
    const there = await givenApiBranch(archive);
    const { data } = await archive.ask("reviewer", "query ($id: ID!) { customer(id: $id) { branch { code } } }", {
      id: nodeIdOf("cu", there.customer.id),
    });
    for (const name of ["cleo", "dora"])
      await givenApiAccount(archive, `verifier-${name}`, { branchId: there.branchId });
    const moving = await givenCustomer(archive.database, { branchId });
    const source = { channel: "DIRECT_CONTACT", party: "客户", legalBasis: "CONTRACT" };
    const content = { customerId: nodeIdOf("cu", moving.id), source, operatingState: "正常经营" };
    const COLLECT =
      "mutation ($input: CollectOperationInput!) { collectOperation(input: $input) { tasks { id version } } }";
    const [opened] = (await done("collector-anna", COLLECT, content)).tasks;
    await done("verifier-anna", CLAIM, opened);
    const TRANSFER =
      "mutation ($input: TransferCustomerInput!) { transferCustomer(input: $input) { customer { id } } }";
    const branchCode = data.customer.branch.code;
    await done("archivist", TRANSFER, { id: content.customerId, version: 1, branchCode, reason: "客户迁址北京" });
    const RELEASE = "mutation ($input: TaskInput!) { releaseTask(input: $input) { task { version } } }";
    const { id } = opened;
    const why = { status: "CLAIMED", reason: "客户迁址北京" };
    const { task } = await done("verifier-cleo", CLAIM, { id, version: opened.version + 2 });
    expect(task).toMatchObject(why);
    const released = await done("verifier-cleo", RELEASE, { id, version: task.version });
    expect((await taskFor("verifier-cleo", id)).reason).toBeNull();
    const again = await done("verifier-dora", CLAIM, { id, version: released.task.version });
    expect(again.task).toMatchObject(why);
    expect(await taskFor("reviewer", id)).toMatchObject(why);
  });

  test("tells who it was given to why, and who may read the record why it was called off", async () => {
    const asked = await requested("再核实一次");
    const { data } = await archive.ask("verifier-bert", "{ viewer { id } }");
    const given = { id: asked.id, version: asked.version, assigneeId: data.viewer.id };
    const held = await done("reviewer", REASSIGN, { ...given, reason: "安娜休假", code: "ABSENCE" });
    expect(await taskFor("verifier-bert", asked.id)).toMatchObject({ reason: "安娜休假", reasonCode: "ABSENCE" });
    const why = { reason: "已有同样的任务", code: "DUPLICATE" };
    await done("reviewer", CANCEL, { id: asked.id, version: held.task.version, ...why });
    const off = { status: "CANCELLED", requestReason: "再核实一次", reason: "已有同样的任务", reasonCode: "DUPLICATE" };
    expect(await taskFor("reviewer", asked.id)).toMatchObject(off);
    expect(await taskFor("verifier-bert", asked.id)).toMatchObject({ requestReason: null, reason: null });
  });
});
