import type { Purpose } from "../../domain/source.js";
import type { Session } from "../database.js";

/** A notice as it was published. */
export interface PublishedNotice {
  readonly version: number;
  readonly textZh: string;
  readonly textEn: string;
  readonly publishedAt: string;
}

// Notices are of no customer: they are everybody's to read who has signed in.
const OF_PURPOSE = `select version, text_zh as "textZh", text_en as "textEn", published_at as "publishedAt"
  from notice where purpose = $1`;
const NEWEST = `${OF_PURPOSE} order by version desc limit 1`;
const OF_VERSION = `${OF_PURPOSE} and version = $2`;

/** The newest notice for a purpose; null when none was published. */
export const newestNotice = async ({ rows }: Session, purpose: Purpose): Promise<PublishedNotice | null> => {
  const [found] = await rows<PublishedNotice>(NEWEST, [purpose]);
  return found ?? null;
};

/** A notice for a purpose by its version; null when there is none. */
export const findNotice = async (
  { rows }: Session,
  purpose: Purpose,
  version: number,
): Promise<PublishedNotice | null> => {
  const [found] = await rows<PublishedNotice>(OF_VERSION, [purpose, version]);
  return found ?? null;
};
