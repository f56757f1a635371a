import { connect, type Socket } from "node:net";

/** What somebody sends by hand, byte by byte as they like, and what they have heard so far. */
export interface SentByHand {
  readonly socket: Socket;
  readonly heard: { text: string; closed: boolean };
}

export const sendByHand = async (url: string, text: string): Promise<SentByHand> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const heard = { text: "", closed: false };
  socket.on("data", (bytes) => {
    heard.text += bytes;
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    heard.closed = true;
  });
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  socket.write(text);
  return { socket, heard };
};

/** The head of a request that announces more than ever comes. */
export const unfinished = (request: string, ...headers: readonly string[]): string =>
  [request, "host: x", "content-length: 1000", ...headers, "", ""].join("\r\n");
