import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAY_ASK, MAY_CALL, ROLES } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { idOf } from "./oracle/stored.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const nobodys = (table: Parameters<typeof idOf>[0]) => ({ id: idOf(table, randomUUID()), version: 1, reason: "因为" });

/** Each about something that is not there: whoever may call it is told so, and nobody changes anything. */
const INPUT: Readonly<Record<string, () => object>> = {
  resolveConflict: () => ({ ...nobodys("conflict"), resolution: "NEITHER" }),
  reportMajorEvent: () => ({
    customerId: idOf("customer", randomUUID()),
    kind: "LITIGATION",
    description: "起诉",
    occurredOn: "2026-06-01",
  }),
  withdrawConsent: () => nobodys("consent"),
  restrictRecord: () => nobodys("information_record"),
  liftRestriction: () => nobodys("information_record"),
  cancelImportJob: () => ({ id: randomUUID() }),
  transferCustomer: () => ({ ...nobodys("customer"), branchCode: "BJ" }),
};

const call = (username: string, mutation: string, input: object) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  return scene.archive.ask(username, document, { input });
};

/** How a query that is for some roles only is asked. */
const askedOf = (query: string): string => {
  const asked: Readonly<Record<string, () => string>> = {
    creditProposal: () =>
      `(customerId: "${idOf("customer", scene.world.all.customer[0]?.id ?? "")}") { scorecardVersion }`,
    importJob: () => `(id: "${randomUUID()}") { status }`,
    importJobs: () => " { status }",
    archiveStatistics: () => "(input: { groupBy: [], measures: [CUSTOMERS] }) { suppressedGroups }",
    whoCanSee: () => '(coordinate: "ContactRecord.mobile") { role }',
  };
  return asked[query]?.() ?? " { totalCount }";
};

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("a %s", (role, username) => {
  test.each(Object.entries(INPUT))("calls %s if the policy lets the role", async (mutation, input) => {
    const { errors } = await call(username, mutation, input());
    const told = MAY_CALL[mutation]?.includes(role)
      ? { code: "NOT_FOUND" }
      : { code: "FORBIDDEN", coordinate: `Mutation.${mutation}` };
    expect(errors?.[0]?.extensions).toMatchObject(told);
  });

  test("publishes a notice if the policy lets the role, and reads what holds in any role", async () => {
    const input = { purpose: "AUDIT", textZh: `${role} 告知`, textEn: `${role} tells` };
    const { errors } = await call(username, "publishNotice", input);
    expect(errors === undefined).toBe(MAY_CALL.publishNotice?.includes(role));
    const { data } = await scene.archive.ask(
      username,
      "{ currentNotice(purpose: LEGAL_DUTY) { version textZh publishedAt } }",
    );
    expect(data.currentNotice).toMatchObject({ version: 0, publishedAt: null });
  });

  test.each(Object.keys(MAY_ASK))(
    "asks for %s if the policy lets the role, and else nothing is read",
    async (query) => {
      scene.archive.sent();
      const { errors } = await scene.archive.ask(username, `{ ${query}${askedOf(query)} }`);
      if (MAY_ASK[query]?.includes(role)) return expect(errors).toBeUndefined();
      expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", coordinate: `Query.${query}` });
      expect(scene.archive.sent()).toEqual([]);
    },
  );
});
