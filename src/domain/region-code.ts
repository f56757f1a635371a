import { PROVINCES } from "./province.js";

/** The form of a region code, GB/T 2260. A code keeps the value valid at its issue, so abolished ones have it, too. */
export const isRegionCode = (text: string): boolean => /^\d{6}$/.test(text);

/** Whether the code begins as a province's does: what can be said without a table of every county that ever was. */
export const namesKnownProvince = (code: string): boolean => Object.hasOwn(PROVINCES, code.slice(0, 2));

/** `350000` stands for the whole of 35, `350100` for the whole of 3501. */
const reachOf = (code: string): string => code.replace(/(00){1,3}$/, "");

/** Whether one code lies within the other: authorities of a province register in its counties. */
export const regionsAgree = (a: string, b: string): boolean =>
  reachOf(a).startsWith(reachOf(b)) || reachOf(b).startsWith(reachOf(a));
