// npm run dev: compiles on every change, and starts the archive anew whenever what it compiled is right.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import ts from "typescript";

process.chdir(join(import.meta.dirname, ".."));

let server;
let turn = Promise.resolve();

const isRunning = () => server !== undefined && server.exitCode === null && server.signalCode === null;

/** The folder of the embedded database is held until the process has ended. */
const stop = async () => {
  if (!isRunning()) return;
  server.kill("SIGTERM");
  await once(server, "exit");
};

const restart = async () => {
  await stop();
  // A group of its own: Ctrl-C is for this process, which passes it on and waits.
  server = spawn(process.execPath, ["dist/main.js"], { stdio: "inherit", detached: process.platform !== "win32" });
};

const format = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getNewLine: () => "\n",
};
const report = (diagnostic) => process.stderr.write(ts.formatDiagnosticsWithColorAndContext([diagnostic], format));
const reportStatus = (_diagnostic, _newLine, _options, errors) => {
  if (errors === 0) turn = turn.then(restart);
};

const host = ts.createWatchCompilerHost(
  "tsconfig.build.json",
  {},
  ts.sys,
  ts.createEmitAndSemanticDiagnosticsBuilderProgram,
  report,
  reportStatus,
);
const watch = ts.createWatchProgram(host);

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of SIGNALS)
  process.once(signal, () => {
    watch.close();
    turn = turn.then(stop).then(() => process.exit(0));
  });
