import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { findPostgresql, userForPostgresql } from "./installed-postgresql.mjs";

const START_MS = 30_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const LOCALES = ["C.UTF-8", "en_US.UTF-8"];

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
};

const initialise = (bin, data, user, [locale, ...others]) => {
  const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", `--locale=${locale}`, "--no-sync"];
  try {
    execFileSync(join(bin, "initdb"), args, { ...user, cwd: "/", stdio: "pipe" });
  } catch (error) {
    if (others.length === 0) throw new Error(`initdb failed: ${error.stderr}`);
    initialise(bin, data, user, others);
  }
};

const answers = async (url) => {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  return sql`select 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => sql.end({ timeout: 1 }));
};

const hasEnded = (server) => server.exitCode !== null || server.signalCode !== null;

/** A signal ends a process without its "exit" event; where nobody else listens, it has to. */
const endUnlessHandled = (signal) => {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
};

const untilReady = async (url, server) => {
  for (const end = Date.now() + START_MS; Date.now() < end; await pause(100)) {
    if (hasEnded(server)) throw new Error("PostgreSQL ended at its start");
    if (await answers(url)) return;
  }
  throw new Error("PostgreSQL did not start in time");
};

/** Nothing of the cluster survives: so nothing needs to be flushed. */
const settingsOf = (folder, port, settings) =>
  Object.entries({
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: folder,
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: 200,
    ...settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/**
 * A PostgreSQL of its own in a temporary folder, on a free port of the loopback. It is gone after `stop()`, and also
 * when this process ends or is interrupted.
 */
export const startCluster = async (settings = {}) => {
  const bin = findPostgresql();
  const user = userForPostgresql();
  const folder = mkdtempSync(join(tmpdir(), "archive-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  let server;
  const remove = () => {
    server?.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  process.once("exit", remove);
  for (const signal of SIGNALS) process.on(signal, endUnlessHandled);
  initialise(bin, join(folder, "data"), user, LOCALES);
  const port = await freePort();
  const args = ["-D", join(folder, "data"), ...settingsOf(folder, port, settings)];
  // A group of its own: Ctrl-C is for this process, which stops the cluster after those who use it.
  server = spawn(join(bin, "postgres"), args, {
    ...user,
    cwd: "/",
    stdio: ["ignore", "ignore", "ignore"],
    detached: true,
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  const stop = async () => {
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, endUnlessHandled);
    const gone = hasEnded(server) || once(server, "exit");
    server.kill("SIGINT");
    await gone;
    remove();
  };
  return { url, stop };
};
