import type { LocalDate } from "../../domain/local-date.js";
import type { Importer } from "./importer.js";
import type { ImportMap } from "./mapping/import-map.js";
import { recordReader } from "./mapping/read-record.js";
import { registerCells } from "./mapping/read-register.js";
import type { Table } from "./reading/table.js";
import { recordImporter } from "./record-importer.js";
import { registerImporter } from "./register-importer.js";
import type { ImportSettings } from "./settings.js";

/** A map, and what messages call it; where there is none, what it would be given as. */
export interface NamedMap {
  readonly name: string;
  readonly map: ImportMap | null;
}

/** Whether a map fits the columns of a file. @throws Refusal BAD_USER_INPUT */
export const checkMap = ({ name: mapName, map }: NamedMap, { header }: Table, file: string, today: LocalDate): void => {
  if (map === null || map.kind === "register") registerCells(map, header, { name: file, mapName });
  else recordReader(map, { header, mapName, file, today });
};

/** How the rows of a file become records. @throws Refusal BAD_USER_INPUT for a map that does not fit its columns */
export const importerFor = (
  settings: ImportSettings,
  { name: mapName, map }: NamedMap,
  { header }: Table,
  file: string,
): Importer => {
  if (map === null || map.kind === "register")
    return registerImporter(settings, file, registerCells(map, header, { name: file, mapName })) as Importer;
  const read = recordReader(map, { header, mapName, file, today: settings.today });
  return recordImporter(settings, map.customer.by, read) as Importer;
};
