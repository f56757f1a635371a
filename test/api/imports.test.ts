import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Importer } from "../../src/commands/import/importer.js";
import { rehearse } from "../../src/commands/import/job/rehearse.js";
import { Lost, type Running } from "../../src/commands/import/job/running.js";
import { openTable } from "../../src/commands/import/reading/table.js";
import type { Session } from "../../src/db/database.js";
import { insertChunk, type StoredImportJob } from "../../src/db/queries/import-job.js";
import { importJob } from "../../src/db/tables/index.js";
import { registerOf, rowOf } from "../import/register-files.js";
import { sheetOf, workbookOf } from "../import/workbook-files.js";
import { type Archive, openArchive } from "../support/archive.js";

import { SEEDED_AT } from "../support/seed.js";

const examples = join(import.meta.dirname, "../../examples/import");

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ env: { MAX_IMPORT_BYTES: "2000000" } });
});
afterAll(() => archive.close());

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  archive.database.withViewer(SYSTEM, "READ", (session) => session.rows<T>(text, values));

const write = (text: string, values: readonly unknown[] = []) =>
  archive.database.withViewer(SYSTEM, "WRITE", (session) => session.rows(text, values));

/** As an upload leaves it that no process has imported yet. */
const leaveUploaded = ({ database }: Archive, jobId: string, bytes: Buffer) =>
  database.withViewer(SYSTEM, "WRITE", (session) =>
    insertChunk(session, { vault: database.vault, jobId, position: 0 }, bytes),
  );

type Parameters = Readonly<Record<string, string>>;

const upload = async (username: string | null, parameters: Parameters, body: Buffer | string, type = "text/csv") => {
  const headers = { "content-type": type, ...(username === null ? {} : await archive.bearer(username)) };
  const search = new URLSearchParams(parameters);
  const response = await fetch(`${archive.url}/imports?${search}`, { method: "POST", headers, body });
  return { status: response.status, text: await response.text() };
};

const idOf = ({ text }: { text: string }): string => (JSON.parse(text) as { id: string }).id;

const FIELDS = `id kind status fileName form dryRun bytes share rows rowsPerSecond secondsLeft customers records superseded
  unchanged rejected failure firstRows { line outcome reason } rejectedRows createdAt startedAt finishedAt`;

const jobOf = async (username: string, id: string) =>
  (await archive.ask(username, `query ($id: ID!) { importJob(id: $id) { ${FIELDS} } }`, { id })).data?.importJob;

const cancel = (username: string, id: string) =>
  archive.ask(
    username,
    "mutation ($input: CancelImportJobInput!) { cancelImportJob(input: $input) { job { status } } }",
    { input: { id } },
  );

const download = async (username: string | null, path: string) => {
  const response = await fetch(`${archive.url}${path}`, {
    headers: username === null ? {} : await archive.bearer(username),
  });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

const register = async (...given: string[]): Promise<Buffer> => readFile(await registerOf(given));

const contactsMap = () => readFile(join(examples, "contacts.map.json"), "utf8");
const contacts = (...given: string[]) => ["客户编号,姓名,职务,手机,邮箱,采集日期", ...given, ""].join("\n");

describe("a file sent over HTTP", () => {
  test("is imported by a job, which tells how far it is", async () => {
    const given = Array.from({ length: 1200 }, (_, i) => rowOf(5000 + i));
    const sent = await upload("collector", { kind: "register", name: "register.csv" }, await register(...given, "x,y"));
    expect(sent.status).toBe(202);
    await archive.settled();
    expect(await jobOf("collector", idOf(sent))).toMatchObject({
      kind: "REGISTER",
      status: "DONE",
      fileName: "register.csv",
      form: "utf-8, separated by commas",
      share: 1,
      rows: 1201,
      customers: 1200,
      records: 1200,
      rejected: 1,
      secondsLeft: null,
      rejectedRows: `/imports/${idOf(sent)}/rejected.csv`,
    });
    expect(await rows("select 1 from import_chunk")).toEqual([]);
    const [made] = await rows(
      "select c.name from customer c join branch b on b.id = c.branch_id where b.code = 'SH' and c.name = '虚构企业6199有限公司'",
    );
    expect(made).toBeDefined();
  });

  test("counts as collected by whoever sent it, and is screened and verified as ever", async () => {
    const body = contacts("SH-0002,甲某,经理,19900000001,,2026/1/5");
    const sent = await upload("clerk", { kind: "contacts", map: await contactsMap() }, body);
    await archive.settled();
    expect(await jobOf("clerk", idOf(sent))).toMatchObject({
      status: "DONE",
      records: 1,
      firstRows: [{ line: 2, outcome: "NEW" }],
    });
    const [found] = await rows(
      "select r.status, a.username from information_record r join account a on a.id = r.collected_by where r.person_name = '甲某'",
    );
    expect(found).toEqual({ status: "IN_VERIFICATION", username: "clerk" });
  });

  test("may be a workbook, and is told by its content", async () => {
    const header = [
      "企业名称",
      "统一社会信用代码",
      "注册日期",
      "企业类型",
      "法人代表",
      "注册资金",
      "经营范围",
      "所在省份",
      "地区",
      "注册地址",
    ];
    const book = workbookOf({ 表: [header, rowOf(8001).split(",")] });
    const sent = await upload("collector", { kind: "register" }, book, "application/octet-stream");
    await archive.settled();
    expect(await jobOf("collector", idOf(sent))).toMatchObject({
      status: "DONE",
      customers: 1,
      form: "workbook, sheet 表",
    });
  });

  test("as a rehearsal says what would happen, and nothing is written", async () => {
    const body = await register(rowOf(8100), rowOf(8101), "x");
    const sent = await upload("collector", { kind: "register", dryRun: "true" }, body);
    await archive.settled();
    expect(await jobOf("collector", idOf(sent))).toMatchObject({
      status: "DONE",
      dryRun: true,
      customers: 2,
      records: 2,
      rejected: 1,
    });
    expect((await jobOf("collector", idOf(sent))).firstRows).toContainEqual({
      line: 4,
      outcome: "REJECTED",
      reason: "it has 1 columns instead of 10",
    });
    expect(await rows("select 1 from customer where name = '虚构企业8100有限公司'")).toEqual([]);
  });

  test("that cannot be imported fails with its reason", async () => {
    const sent = await upload("collector", { kind: "register", name: "liste.csv" }, "a,b\n1,2\n");
    await archive.settled();
    const job = await jobOf("collector", idOf(sent));
    expect(job).toMatchObject({ status: "FAILED", rows: 0 });
    expect(job.failure).toContain("liste.csv: its first line is not the header");
    expect(job.failure).toContain("write a map (the parameter map)");
  });

  test.each([
    ["no table at all", "total garbage", "its first line is not the header"],
    ["a page of the web", "<html></html>", "its first line is not the header"],
    ["a table of its first line only", "a,b\n", "its first line is not the header"],
  ])("that is %s fails though it has no row, in earnest and as a rehearsal", async (_, body, failure) => {
    for (const dryRun of ["false", "true"]) {
      const sent = await upload("collector", { kind: "register", name: "liste.csv", dryRun }, body);
      await archive.settled();
      const job = await jobOf("collector", idOf(sent));
      expect(job).toMatchObject({ status: "FAILED", rows: 0, form: "utf-8, separated by commas" });
      expect(job.failure).toContain(`liste.csv: ${failure}`);
    }
  });

  test("named as a workbook that it is not fails with that reason", async () => {
    const sent = await upload("collector", { kind: "register", name: "liste.xlsx" }, "not a zip");
    await archive.settled();
    expect(await jobOf("collector", idOf(sent))).toMatchObject({
      status: "FAILED",
      failure: "liste.xlsx: its name is that of a workbook, and it is none.",
    });
  });

  test("with the right header and no row is imported: there is nothing in it", async () => {
    const sent = await upload("collector", { kind: "register" }, await register());
    await archive.settled();
    expect(await jobOf("collector", idOf(sent))).toMatchObject({
      status: "DONE",
      rows: 0,
      failure: null,
      form: "utf-8, separated by commas",
    });
  });

  test("whose map names a column it does not have fails though it has no row", async () => {
    const sent = await upload("collector", { kind: "contacts", map: await contactsMap() }, "编号,姓名\n");
    await archive.settled();
    const job = await jobOf("collector", idOf(sent));
    expect(job.status).toBe("FAILED");
    expect(job.failure).toContain("map: there is no column");
  });

  test("that is a workbook with wrong row numbers fails at once, and is not tried again", async () => {
    const row = '<row r="2"><c t="str"><v>x</v></c></row>';
    const map = JSON.stringify({ kind: "register", fields: { name: "a" } });
    const sent = await upload(
      "collector",
      { kind: "register", map },
      sheetOf(["a"], row + row),
      "application/octet-stream",
    );
    await archive.settled();
    expect(await jobOf("collector", idOf(sent))).toMatchObject({
      status: "FAILED",
      failure: "The row after row 2 of the sheet has a number that is none from 3 to 1048576.",
    });
  });

  test.each([
    ["a kind that is none", { kind: "people" }, "kind: say one of"],
    ["no map where one is needed", { kind: "contacts" }, "map: contacts are imported through a map"],
    [
      "a map of another kind",
      { kind: "contacts", map: '{"kind":"register","fields":{"name":"a"}}' },
      "its kind is another",
    ],
    ["a parameter nobody knows", { kind: "register", dryrun: "true" }, "An upload says kind"],
    ["a name with a path", { kind: "register", name: "../x.csv" }, "name: a file name"],
    ["an encoding nobody knows", { kind: "register", encoding: "ebcdic" }, "encoding: say one of"],
  ])("with %s is refused at once", async (_, parameters, message) => {
    const { status, text } = await upload("collector", parameters, "x");
    expect(status).toBe(400);
    expect(text).toContain(message);
  });

  test("of a type that is none of a file's is refused, and the types that are are named", async () => {
    const { status, text } = await upload("collector", { kind: "register" }, "{}", "application/json");
    expect([status, JSON.parse(text).errors[0].extensions.help]).toEqual([
      415,
      "The content-type of the request body has to be one of text/csv, text/tab-separated-values, application/octet-stream, " +
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.",
    ]);
  });

  test("that is too large, empty, or of another type is refused, and leaves nothing", async () => {
    const before = await rows("select id from import_job order by id");
    expect((await upload("collector", { kind: "register" }, "x".repeat(2_000_001))).text).toContain(
      "2000000 bytes at most",
    );
    expect((await upload("collector", { kind: "register" }, "")).status).toBe(400);
    expect((await upload("collector", { kind: "register" }, "{}", "application/json")).status).toBe(415);
    expect(await rows("select id from import_job order by id")).toEqual(before);
    expect(await rows("select 1 from import_chunk")).toEqual([]);
  });
});

describe("an upload that is cancelled before its end", () => {
  /** A file that comes in as it is written, and what is answered. */
  const slowly = async (...parameters: string[]) => {
    const sending = new TransformStream<Uint8Array, Uint8Array>();
    const writer = sending.writable.getWriter();
    const headers = { "content-type": "text/csv", ...(await archive.bearer("collector")) };
    const init = { method: "POST", headers, body: sending.readable, duplex: "half" } as RequestInit;
    const answer = fetch(`${archive.url}/imports?kind=register&${parameters.join("&")}`, init);
    answer.catch(() => {});
    return { answer, send: (bytes: Uint8Array) => writer.write(bytes), end: () => writer.close() };
  };

  const uploading = async (name: string) => {
    for (;;) {
      const [job] = await rows<{ id: string }>("select id from import_job where file_name = $1", [name]);
      if (job !== undefined) return job.id;
      await pause(20);
    }
  };

  const stored = async (id: string) => (await rows("select 1 from import_chunk where job_id = $1", [id])).length;

  test("is refused, stays cancelled, and none of its rows is imported", async () => {
    const { answer, send, end } = await slowly("name=cancelled.csv");
    await send(await register(rowOf(8700)));
    const id = await uploading("cancelled.csv");
    expect((await cancel("collector", id)).data.cancelImportJob.job.status).toBe("CANCELLED");
    await send(Buffer.from(`${rowOf(8701)}\n`));
    await end();
    const { status, text } = await answer.then(async (each) => ({ status: each.status, text: await each.text() }));
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([409, "INVALID_TRANSITION"]);
    await archive.settled();
    expect(await jobOf("collector", id)).toMatchObject({ status: "CANCELLED", rows: 0 });
    expect(await rows("select 1 from customer where name like '虚构企业870%'")).toEqual([]);
    expect(await stored(id)).toBe(0);
  });

  test("is answered with its next piece, and not at its end", async () => {
    const piece = Buffer.alloc(600_000, "x\n");
    const { answer, send, end } = await slowly("name=ended.csv");
    await send(piece);
    const id = await uploading("ended.csv");
    while ((await stored(id)) === 0) await pause(20);
    await cancel("collector", id);
    await send(piece);
    expect((await answer).status).toBe(409);
    expect(await stored(id)).toBe(0);
    await end().catch(() => {});
  });
});

describe("a failure is kept, whatever it quotes:", () => {
  const failureOf = async (kind: string, parameters: Parameters, body: string | Buffer) => {
    const sent = await upload("collector", { kind, ...parameters }, body);
    await archive.settled();
    const { status, failure } = await jobOf("collector", idOf(sent));
    expect(status).toBe("FAILED");
    return failure;
  };

  test.each(["false", "true"])("a NUL in the header (rehearsal: %s)", async (dryRun) => {
    const map = await contactsMap();
    expect(await failureOf("contacts", { map, dryRun, name: "x.csv" }, "co\0de,name\nx,y\n")).toBe(
      "x.csv: its first line is no header: it has a NUL character.",
    );
  });

  test("a header that is very long", async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `c${i}`);
    const failure = await failureOf("contacts", { map: await contactsMap() }, `${names.join(",")}\n1\n`);
    expect(failure).toContain("there is no column");
    expect(failure.length).toBeLessThanOrEqual(1001);
  });

  test("values a map names that no database keeps", async () => {
    const fields = { personName: { column: "姓名", values: { "\0\ud800": "甲" } } };
    const map = JSON.stringify({ ...JSON.parse(await contactsMap()), fields });
    for (const dryRun of ["false", "true"]) {
      const sent = await upload("collector", { kind: "contacts", map, dryRun }, contacts("SH-0002,乙,,,,2026/1/5"));
      await archive.settled();
      const { status, firstRows } = await jobOf("collector", idOf(sent));
      expect([status, firstRows[0].reason]).toEqual([
        "DONE",
        "personName is none of the values the map names: \uFFFD\uFFFD.",
      ]);
    }
  });

  test("a sheet of a name that is none", async () => {
    const { status, text } = await upload("collector", { kind: "register", sheet: "a\0b" }, "x");
    expect([status, JSON.parse(text).errors[0].extensions.field]).toEqual([400, "sheet"]);
  });
});

describe("a cell of a name that nobody could read", () => {
  test.each(["\u200b", "\u3164", "甲\u202e乙"])("rejects its row, and says why: %o", async (name) => {
    const sent = await upload(
      "collector",
      { kind: "contacts", map: await contactsMap() },
      contacts(`SH-0002,${name},经理,19900000003,,2026/1/5`),
    );
    await archive.settled();
    const { rejected, firstRows } = await jobOf("collector", idOf(sent));
    expect(rejected).toBe(1);
    expect(firstRows[0].reason).toContain("personName must be a text of at most 200 characters");
  });
});

describe("who may import", () => {
  const MAY: Readonly<Record<string, readonly string[]>> = {
    collector: ["register", "contacts", "statements", "transactions"],
    clerk: ["contacts"],
  };
  const roles = [
    "clerk",
    "collector",
    "verifier",
    "reviewer",
    "analyst",
    "archivist",
    "compliance",
    "reporter",
    "auditor",
    "admin",
  ];

  test.each(roles)("%s: what the role may collect by hand, and nothing else", async (username) => {
    for (const kind of ["register", "contacts", "statements", "transactions"]) {
      const map = await readFile(join(examples, `${kind}.map.json`), "utf8");
      const { status, text } = await upload(username, { kind, map }, "x\n");
      if (MAY[username]?.includes(kind)) expect(status).toBe(202);
      else expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
    }
    await archive.settled();
  });

  test("nobody without having signed in", async () => {
    const { status, text } = await upload(null, { kind: "register" }, "x");
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("a role that was taken away since imports no further row", async () => {
    const sent = await upload("collector", { kind: "register" }, await register(rowOf(8300)));
    await write("update account set disabled_at = now() where username = 'collector'");
    try {
      await archive.settled();
      const [job] = await rows("select status, failure from import_job where id = $1", [idOf(sent)]);
      expect(job).toEqual({ status: "FAILED", failure: "Whoever uploaded the file may not import it any more." });
      expect(await rows("select 1 from customer where name = '虚构企业8300有限公司'")).toEqual([]);
    } finally {
      await write("update account set disabled_at = null where username = 'collector'");
    }
  });
});

describe("a job and its rejected rows", () => {
  let id = "";
  beforeAll(async () => {
    const body = contacts("SH-9999,乙某,经理,19900000002,,2026/1/5", "=cmd,丙某");
    id = idOf(await upload("collector", { kind: "contacts", map: await contactsMap() }, body));
    await archive.settled();
  });

  test("are there for whoever sent the file: as it stood, with the reason, and no spreadsheet runs it", async () => {
    const { status, type, text } = await download("collector", `/imports/${id}/rejected.csv`);
    expect([status, type]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(text.split("\n")).toEqual([
      "line,reason,row",
      '2,this branch has no customer of this code,"SH-9999,乙某,经理,19900000002,,2026/1/5"',
      `3,it has 2 columns instead of 6,"'=cmd,丙某"`,
      "",
    ]);
  });

  test.each([
    "clerk",
    "collector2",
    "verifier",
    "reviewer",
    "analyst",
    "archivist",
    "compliance",
    "reporter",
    "auditor",
    "admin",
    null,
  ])("are not there for %s: the same bytes as of a job nobody has", async (username) => {
    const nobodys = await download(username, "/imports/00000000-0000-7000-8000-000000000000/rejected.csv");
    const mine = await download(username, `/imports/${id}/rejected.csv`);
    expect(mine).toEqual(nobodys);
    expect(mine.status).toBe(username === null ? 401 : 404);
    if (username === null || !["clerk", "collector2"].includes(username)) return;
    expect(await jobOf(username, id)).toBeNull();
    const { data } = await archive.ask(username, "{ importJobs(first: 100) { id } }");
    expect(JSON.stringify(data)).not.toContain(id);
    expect((await cancel(username, id)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  test("say how many of them are not kept", async () => {
    await write("update import_job set rejected = rejected + 7 where id = $1", [id]);
    const { text } = await download("collector", `/imports/${id}/rejected.csv`);
    await write("update import_job set rejected = rejected - 7 where id = $1", [id]);
    expect(text.trimEnd().split("\n").at(-1)).toBe(
      ",7 more rows were rejected and are not kept: correct these and import the file again,",
    );
  });

  test("are listed to whoever sent them, the newest first", async () => {
    const { data } = await archive.ask("collector", "{ importJobs(first: 2) { id status } }");
    expect(data.importJobs[0]).toEqual({ id, status: "DONE" });
    expect(data.importJobs).toHaveLength(2);
  });

  test("are not there in another branch, not even for whoever sent them", async () => {
    const moveTo = (code: string) =>
      write("update import_job set branch_id = (select id from branch where code = $2) where id = $1", [id, code]);
    await moveTo("BJ");
    expect(await jobOf("collector", id)).toBeNull();
    expect((await download("collector", `/imports/${id}/rejected.csv`)).status).toBe(404);
    expect((await cancel("collector", id)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    await moveTo("SH");
    expect(await jobOf("collector", id)).not.toBeNull();
  });

  test("end a week after the import did", async () => {
    const old = idOf(await upload("collector", { kind: "register" }, "x"));
    await archive.settled();
    await write("update import_job set finished_at = $2::timestamptz - interval '7 days 1 second' where id = $1", [
      old,
      SEEDED_AT,
    ]);
    await archive.settled();
    expect(await jobOf("collector", old)).toBeNull();
  });

  test("that is at its end cannot be ended again", async () => {
    expect((await cancel("collector", id)).errors?.[0]?.extensions.code).toBe("INVALID_TRANSITION");
  });
});

describe("a small file of many rows to reject", () => {
  const far = '<row><c r="XFD" t="str"><v>x</v></c></row>';
  const map = JSON.stringify({
    kind: "register",
    fields: { name: "a", registeredOn: "b" },
  });

  test.each(["true", "false"])("leaves little behind (rehearsal: %s)", async (dryRun) => {
    const book = sheetOf(["a", "b"], far.repeat(3000));
    const id = idOf(await upload("collector", { kind: "register", map, dryRun }, book, "application/octet-stream"));
    await archive.settled();
    expect(await jobOf("collector", id)).toMatchObject({ status: "DONE", rows: 3000, rejected: 3000 });
    const [kept] = await rows<{ rows: number; bytes: number }>(
      "select count(*)::int as rows, sum(octet_length(text))::int as bytes from import_rejected where job_id = $1",
      [id],
    );
    expect(kept?.rows).toBe(3000);
    expect(kept?.bytes).toBeLessThan(3000 * 100);
  });
});

describe("a rehearsal that does not come to its end", () => {
  const ROWS = Array.from({ length: 2500 }, (_, i) => rowOf(8500 + i));

  /** As a process finds it that has just taken it up, with an importer of the test's own. */
  const taken = async (write: Importer["write"], stopping = () => false): Promise<Running> => {
    const id = idOf(await upload("collector", { kind: "register", dryRun: "true" }, "x"));
    await archive.settled();
    const { database } = archive;
    const [job] = await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm
        .update(importJob)
        .set({ status: "RUNNING", finishedAt: null, claim: randomUUID(), claimedUntil: "9999-12-31T00:00:00Z" })
        .where(eq(importJob.id, id))
        .returning(),
    );
    const context = { database, now: SEEDED_AT, timeZone: "Asia/Shanghai", fourEyes: "strict", stopping } as const;
    const importer: Importer = { read: ({ line }) => line, write };
    return {
      job: job as StoredImportJob,
      context,
      table: await openTable(await registerOf(ROWS)),
      importerOf: () => importer,
    };
  };

  const NOTHING = { customers: 0, findings: [], outcomes: [] };

  test("because it was cancelled ends with the batch it is at: other imports wait for it", async () => {
    let batches = 0;
    const running = await taken(async (session) => {
      batches += 1;
      await session.orm.update(importJob).set({ status: "CANCELLED" }).where(eq(importJob.status, "RUNNING"));
      return NOTHING;
    });
    await expect(rehearse(running)).rejects.toThrow(Lost);
    expect(batches).toBe(1);
    await write("delete from import_job where id = $1", [running.job.id]);
  });

  test("because its process stops has written nothing", async () => {
    let batches = 0;
    const written = async (session: Session) => {
      batches += 1;
      await session.orm.update(importJob).set({ customers: 77 }).where(eq(importJob.status, "RUNNING"));
      return NOTHING;
    };
    const running = await taken(written, () => batches === 1);
    expect(await rehearse(running)).toBe("STOPPED");
    const [job] = await rows("select customers from import_job where id = $1", [running.job.id]);
    expect(job).toEqual({ customers: 0 });
    await write("delete from import_job where id = $1", [running.job.id]);
  });
});

describe("a job whose process died", () => {
  test("goes on behind what is in, and nothing is doubled", async () => {
    const given = Array.from({ length: 30 }, (_, i) => rowOf(8400 + i));
    const id = idOf(await upload("collector", { kind: "register" }, await register(...given, "x")));
    await archive.settled();
    // As a process leaves it that is killed after twenty rows: the rest is neither counted nor there.
    await write("delete from import_rejected where job_id = $1", [id]);
    await leaveUploaded(archive, id, await register(...given, "x"));
    await write(
      `update import_job set status = 'RUNNING', rows = 20, customers = 20, records = 20, rejected = 0, finished_at = null,
       claim = gen_random_uuid(), claimed_until = clock_timestamp() - interval '1 second' where id = $1`,
      [id],
    );
    await archive.settled();
    expect(await jobOf("collector", id)).toMatchObject({
      status: "DONE",
      rows: 31,
      records: 20,
      unchanged: 10,
      rejected: 1,
    });
    const [count] = await rows<{ n: number }>(
      "select count(*)::int as n from customer where name between '虚构企业8400' and '虚构企业8429有限公司' and name like '虚构企业84%'",
    );
    expect(count?.n).toBe(30);
  });

  test("is left alone while another holds it, and can be ended", async () => {
    const [{ id } = { id: "" }] = (await write(
      `insert into import_job (id, account_id, branch_id, role, kind, status, file_name, dry_run, claim, claimed_until, created_at)
       select gen_random_uuid(), id, branch_id, 'COLLECTOR', 'REGISTER', 'RUNNING', 'x.csv', false, gen_random_uuid(),
         clock_timestamp() + interval '1 minute', $1 from account where username = 'collector' returning id`,
      [SEEDED_AT],
    )) as { id: string }[];
    await leaveUploaded(archive, id, Buffer.from("x"));
    await archive.settled();
    expect(await jobOf("collector", id)).toMatchObject({ status: "RUNNING" });
    expect((await cancel("collector", id)).data.cancelImportJob.job.status).toBe("CANCELLED");
    expect(await rows("select 1 from import_chunk where job_id = $1", [id])).toEqual([]);
  });
});
