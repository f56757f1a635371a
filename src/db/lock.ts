import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotOpen } from "./cannot-open.js";

interface Lock {
  release(): Promise<void>;
}

/** A name the operating system forgets with the process, however that ends: a pid in a file would stay. */
const addressOf = async (folder: string, platform: NodeJS.Platform): Promise<string> => {
  const hash = createHash("sha256").update(await realpath(folder));
  const name = `customer-credit-archive-${hash.digest("hex").slice(0, 32)}`;
  if (platform === "linux") return `\0${name}`;
  return platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const listen = async (path: string): Promise<Server> => {
  const server = createServer((visitor) => visitor.destroy());
  // Exclusive: the workers of a cluster would share one socket, and with it the folder.
  server.listen({ path, exclusive: true });
  await once(server, "listening");
  return server.unref();
};

const answers = async (path: string): Promise<boolean> => {
  const socket = connect(path);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** A socket that is a file outlives its process: nobody answering, it is left over. */
const isLeftOver = async (path: string): Promise<boolean> => path.endsWith(".sock") && !(await answers(path));

/**
 * Holds a folder for this process until it ends.
 *
 * @throws CannotOpen when another process holds it
 */
export const lockFolder = async (folder: string, platform = process.platform): Promise<Lock> => {
  const path = await addressOf(folder, platform);
  const listening = listen(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" || !(await isLeftOver(path))) throw error;
    await rm(path, { force: true });
    return listen(path);
  });
  const server = await listening.catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EADDRINUSE") throw cause;
    throw new CannotOpen(`DATA_DIR: another process is using ${folder}; stop it or choose another folder`, { cause });
  });
  return { release: async () => void (await Promise.all([once(server, "close"), server.close()])) };
};
