import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";
import { sendByHand, unfinished } from "../support/sent-by-hand.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

describe("whoever sends a request a byte at a time is cut off after half a minute:", () => {
  const openAfter = async (text: string): Promise<boolean> => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { socket, heard } = await sendByHand(archive.url, text);
      // Twice: once the request has come to where it goes, and once it is answered.
      for (let times = 0; times < 2; times += 1) {
        await heardOf();
        vi.advanceTimersByTime(30_000);
      }
      await heardOf();
      const open = !heard.closed;
      socket.destroy();
      return open;
    } finally {
      vi.useRealTimers();
    }
  };
  /** No clock of the test's own passes meanwhile. */
  const heardOf = async (): Promise<void> => {
    const from = performance.now();
    while (performance.now() - from < 300) await new Promise<void>((resolve) => void setImmediate(resolve));
  };

  test.each([
    ["to no address", "POST /importsX HTTP/1.1", "content-type: application/json"],
    ["to GraphQL", "POST /graphql HTTP/1.1", "content-type: application/json"],
    ["to GraphQL, of a type it does not take", "POST /graphql HTTP/1.1", "content-type: text/plain"],
    ["with what asks for nothing", "GET /healthz HTTP/1.1", "content-type: application/json"],
    ["to imports, by another method", "PUT /imports HTTP/1.1", "content-type: text/csv"],
    ["to imports, not signed in", "POST /imports?kind=register HTTP/1.1", "content-type: text/csv"],
    [
      "to imports, with a forged token",
      "POST /imports?kind=register HTTP/1.1",
      "content-type: text/csv",
      "authorization: Bearer x",
    ],
  ])("%s", async (_, request, ...more) => {
    expect(await openAfter(`${unfinished(request, ...more)}{`)).toBe(false);
  });

  test("but for who has signed in and sends a file", async () => {
    const { authorization } = await archive.bearer("collector");
    const more = ["content-type: text/csv", `authorization: ${authorization}`];
    expect(await openAfter(`${unfinished("POST /imports?kind=register HTTP/1.1", ...more)}x`)).toBe(true);
  });
});
