import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { SECRET } from "./identity.js";
import { TEST_KEYS } from "./vault.js";

const root = join(import.meta.dirname, "../..");

/**
 * The server compiled into a folder of its own: a process that is to be killed runs what production runs. Each worker of the
 * tests has one: two would write into it at the same time.
 */
export const buildServer = (): string => {
  const folder = join(root, ".cache/server-process", process.env.VITEST_POOL_ID ?? "alone");
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const out = ["--outDir", join(folder, "dist"), "--tsBuildInfoFile", join(folder, "dist/.tsbuildinfo")];
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json", ...out], { cwd: root, stdio: "inherit" });
  rmSync(join(folder, "drizzle"), { force: true });
  symlinkSync(join(root, "drizzle"), join(folder, "drizzle"));
  return join(folder, "dist/main.js");
};

export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts it on a PostgreSQL, and waits until it says where it listens. */
export const startServerProcess = async (script: string, databaseUrl: string): Promise<ServerProcess> => {
  const settings = {
    PORT: "0",
    DATABASE_URL: databaseUrl,
    TOKEN_SECRET: SECRET,
    ...TEST_KEYS,
    EXPLORER: "false",
    LOG_LEVEL: "silent",
  };
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_ENV: "development", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+\/graphql/.exec(line) ?? [];
    if (url !== undefined) return { url, child };
  }
  throw new Error("the server ended at its start");
};
