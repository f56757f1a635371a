import { text } from "../../../domain/field-form.js";
import { Refusal } from "../../../domain/refusal.js";
import { COLUMNS, REGISTER_HEADER } from "../register-row.js";
import type { Place, RegisterMap } from "./import-map.js";
import { placeReader } from "./read-place.js";

type Cells = readonly string[];

/** Longer than anything a register says: what is too long is said of the field it becomes. */
const ANYTHING = text(100_000);

const isRegister = (header: Cells): boolean =>
  header.length === REGISTER_HEADER.length && REGISTER_HEADER.every((name, i) => header[i] === name);

const isDay = (place: Place): boolean => typeof place === "object" && "date" in place;

/** How the cells of a row are put in the order of a register's: as they stand, or as a map says. */
export const registerCells = (
  map: RegisterMap | null,
  header: Cells,
  { name, mapName }: { name: string; mapName: string },
): ((cells: Cells) => Cells) => {
  if (map === null && isRegister(header)) return (cells) => cells;
  if (map === null)
    throw new Refusal(
      "BAD_USER_INPUT",
      `${name}: its first line is not the header ${REGISTER_HEADER.join(",")}. For other columns write a map (${mapName}).`,
    );
  const readers = COLUMNS.map((column) => {
    const place = map.fields[column];
    if (place === undefined) return () => "";
    const form = isDay(place) ? ({ kind: "date" } as const) : ANYTHING;
    return placeReader(place, form, { name: column, header, mapName });
  });
  return (cells) => readers.map((read) => String(read(cells) ?? ""));
};
