import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";

const ofDebian = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, "bin"));
};

/** The folder of initdb and postgres: PG_BIN, the newest of Debian's, or one on the PATH. */
export const findPostgresql = () => {
  const folders = process.env.PG_BIN
    ? [process.env.PG_BIN]
    : [...ofDebian(), ...(process.env.PATH ?? "").split(delimiter)];
  const bin = folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
  if (!bin) throw new Error("No PostgreSQL found: set PG_BIN to the folder of initdb and postgres");
  return bin;
};

const idOf = (flag, user) => Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));

/** PostgreSQL refuses to run as root: then as `postgres`, or as `nobody`. */
export const userForPostgresql = () => {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", user), gid: idOf("-g", user) };
    } catch {
      // no such user on this machine
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody");
};
