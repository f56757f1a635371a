import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";
import { sendByHand, unfinished } from "../support/sent-by-hand.js";

interface Line {
  readonly level: number;
  readonly path?: string;
}

const lines: Line[] = [];
const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ log });
});
afterAll(() => archive.close());

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await pause(10);
};

describe("what is no request is refused in the form of every refusal:", () => {
  test.each([
    ["431", "LIMIT_EXCEEDED", `GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(17_000)}\r\n\r\n`],
    ["400", "BAD_USER_INPUT", "what is this\r\n\r\n"],
  ])("%s %s", async (status, code, text) => {
    const { heard } = await sendByHand(archive.url, text);
    await until(() => heard.closed);
    const [head = "", body = ""] = heard.text.split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain("content-type: application/json; charset=utf-8");
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test("headers that are too long, with the limit", async () => {
    const { heard } = await sendByHand(
      archive.url,
      `GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(17_000)}\r\n\r\n`,
    );
    await until(() => heard.closed);
    const [, body = ""] = heard.text.split("\r\n\r\n");
    expect(JSON.parse(body).errors[0].extensions).toMatchObject({ of: "bytes of headers", limit: 16_384 });
  });
});

describe("a request the client breaks off", () => {
  test.each(["/imports?kind=register", "/graphql"])("is no bug: %s", async (path) => {
    lines.length = 0;
    const { authorization } = await archive.bearer("collector");
    const type = path === "/graphql" ? "application/json" : "text/csv";
    const more = [`content-type: ${type}`, `authorization: ${authorization}`];
    const { socket } = await sendByHand(archive.url, `${unfinished(`POST ${path} HTTP/1.1`, ...more)}{`);
    await pause(300);
    socket.destroy();
    await pause(500);
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
  });
});

describe("a body that is no UTF-8", () => {
  test("is refused", async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ __typename }","operationName":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    const response = await fetch(`${archive.url}/graphql`, init);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect([response.status, errors[0]?.extensions]).toEqual([
      400,
      { code: "BAD_USER_INPUT", help: "The request body is not UTF-8." },
    ]);
  });
});
