import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = join(import.meta.dirname, "../node_modules");

/** The file behind a command of an installed package: run by this Node, without a shell or npx in between. */
export const tool = (name, command = name) => {
  const folder = join(PACKAGES, name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
};

/**
 * Runs vitest to its end, and ends with it where this process is told to end: what it uses is taken away after it.
 *
 * @returns its exit code
 */
export const runVitest = async (args, env) => {
  const child = spawn(process.execPath, [tool("vitest"), "run", ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const end = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, end);
  const [code] = await once(child, "exit");
  for (const signal of signals) process.off(signal, end);
  return code ?? 1;
};

/** Runs a file of JavaScript to its end: what it said, and how it ended. `show`: it speaks for itself. */
export const runNode = async (args, { show = false } = {}) => {
  const stdio = ["ignore", ...(show ? ["inherit", "inherit"] : ["pipe", "pipe"])];
  const child = spawn(process.execPath, args, { stdio });
  const said = { out: [], all: [] };
  child.stdout?.on("data", (chunk) => said.out.push(chunk) && said.all.push(chunk));
  child.stderr?.on("data", (chunk) => said.all.push(chunk));
  const [code] = await once(child, "close");
  const text = (chunks) => Buffer.concat(chunks).toString();
  return { ok: code === 0, out: text(said.out), all: text(said.all) };
};
