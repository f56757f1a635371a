import { hash } from "node:crypto";

/** The id of something made up here: the same name has the same id in every demo archive (a UUID of version 8, RFC 9562). */
export const demoId = (...name: readonly (string | number)[]): string => {
  const digest = hash("sha1", `demo archive/${name.join("/")}`);
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => digest.slice(from, to));
  return `${a}-${b}-8${c}-8${d}-${e}`;
};
