import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CannotOpen } from "../../src/db/cannot-open.js";
import { lockFolder } from "../../src/db/lock.js";

const home = mkdtempSync(join(tmpdir(), "archive-lock-"));
let folders = 0;
const newFolder = (): string => {
  const folder = join(home, `data-${++folders}`);
  mkdirSync(folder);
  return folder;
};

/** A process of its own runs plain JavaScript: what is tested, without its types. */
beforeAll(() => {
  writeFileSync(join(home, "package.json"), '{ "type": "module" }');
  for (const name of ["lock", "cannot-open"]) {
    const source = readFileSync(new URL(`../../src/db/${name}.ts`, import.meta.url), "utf8");
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
    writeFileSync(join(home, `${name}.js`), ts.transpileModule(source, { compilerOptions }).outputText);
  }
});
afterAll(() => rmSync(home, { recursive: true }));

const holder = async (folder: string, platform: string): Promise<ChildProcess> => {
  const script = `import { lockFolder } from "./lock.js";
    await lockFolder(${JSON.stringify(folder)}, ${JSON.stringify(platform)});
    process.stdout.write("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: home });
  const [said] = await once(child.stdout, "data");
  expect(String(said)).toBe("held");
  return child;
};

// Where sockets have no names beside their files, a file is used; its liveness is checked on this machine as well.
describe.each<NodeJS.Platform>([process.platform, "darwin"])("on %s", (platform) => {
  test("a folder is held by one process at a time", async () => {
    const folder = newFolder();
    const child = await holder(folder, platform);
    const refused = lockFolder(folder, platform);
    await expect(refused).rejects.toThrow(`DATA_DIR: another process is using ${folder}; stop it or choose another`);
    await expect(refused).rejects.toBeInstanceOf(CannotOpen);
    child.kill("SIGKILL");
    await once(child, "exit");
  });

  test("a process that was killed holds nothing", async () => {
    const folder = newFolder();
    const child = await holder(folder, platform);
    child.kill("SIGKILL");
    await once(child, "exit");
    const lock = await lockFolder(folder, platform);
    await lock.release();
  });

  test("a folder is held once within a process, and free after the release", async () => {
    const folder = newFolder();
    const lock = await lockFolder(folder, platform);
    await expect(lockFolder(folder, platform)).rejects.toBeInstanceOf(CannotOpen);
    await lock.release();
    await (await lockFolder(folder, platform)).release();
  });

  test("another name of the folder is the same folder, another folder is not", async () => {
    const [folder, other, link] = [newFolder(), newFolder(), join(home, `link-${platform}-${folders}`)];
    symlinkSync(folder, link);
    const locks = await Promise.all([lockFolder(folder, platform), lockFolder(other, platform)]);
    await expect(lockFolder(link, platform)).rejects.toBeInstanceOf(CannotOpen);
    await Promise.all(locks.map((lock) => lock.release()));
  });
});
