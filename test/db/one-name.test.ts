import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { fillSearch } from "../../src/db/search/fill-search.js";
import { type Ground, openGround } from "../support/commands.js";
import { givenCustomer, givenRecord, NOW } from "../support/factory.js";
import { asOwner } from "../support/owner.js";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const migrate = async (): Promise<void> => {
  const file = new URL("../../drizzle/0042_one_name.sql", import.meta.url);
  for (const statement of readFileSync(file, "utf8").split("--> statement-breakpoint"))
    await asOwner(ground.database, statement);
};

const rows = <T>(text: string, values: readonly unknown[]): Promise<T[]> =>
  ground.database.withViewer(SYSTEM, "WRITE", (session) => session.rows<T>(text, values));

const contact = async (series: string, more: object = {}): Promise<string> => {
  const about = { customerId: ground.customerId, collectedBy: ground.clerk.accountId, series, ...more };
  return (await givenRecord(ground.database, "CONTACT", about)).id;
};

const found = async (id: string) => {
  const [record] = await rows<{ series: string; isCompared: boolean }>(
    `select series, compared_at is not null as "isCompared" from information_record where id = $1`,
    [id],
  );
  return record;
};

describe("in an archive from before one name had one series", () => {
  test.each([
    ["李 四", "李四"],
    ["欧 阳 𠮷 〇 々 﨑 〡", "欧阳𠮷〇々﨑〡"],
  ])("the draft %s moves to the series of its person, to be compared there", async (series, one) => {
    const id = await contact(series);
    await migrate();
    expect(await found(id)).toEqual({ series: one, isCompared: false });
  });

  test.each(["李四", "li si", "李 si", "阿卜杜拉·买买提"])("the draft %s stays", async (series) => {
    const id = await contact(series);
    await migrate();
    expect(await found(id)).toEqual({ series, isCompared: true });
  });

  test("what is sealed stays, and so does what is to take its place", async () => {
    const sealed = await contact("王 五", { status: "ARCHIVED", archivedAt: NOW.toISOString() });
    const next = await contact("王 五");
    await migrate();
    expect([await found(sealed), await found(next)]).toEqual([
      { series: "王 五", isCompared: true },
      { series: "王 五", isCompared: true },
    ]);
  });

  test("a name is found whichever dot it has", async () => {
    const { id } = await givenCustomer(ground.database, { branchId: ground.branchId, name: "艾力∙买买提" });
    const text = async () =>
      (await rows<{ text: string }>("select text from search_entry where customer_id = $1", [id]))[0]?.text;
    await rows("update search_entry set text = replace(text, '艾力', '艾力∙') where customer_id = $1", [id]);
    expect(await text()).toContain("艾力∙买买提");
    await migrate();
    await fillSearch(ground.database);
    expect(await text()).toContain("艾力买买提");
  });
});
