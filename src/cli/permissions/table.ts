import { Role } from "../../auth/role.js";
import { namesOf } from "../../domain/enumeration.js";

export const ROLES: readonly Role[] = namesOf(Role);

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** A table with a column per role, after others. */
export const roleTable = (
  head: readonly string[],
  rows: readonly { readonly cells: readonly string[]; of(role: Role): string }[],
): string =>
  table(
    [...head, ...ROLES],
    rows.map((row) => [...row.cells, ...ROLES.map(row.of)]),
  );

export const code = (text: string): string => `\`${text}\``;
