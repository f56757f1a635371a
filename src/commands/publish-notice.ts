import { eq, max, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { notice } from "../db/tables/index.js";
import { readField, text } from "../domain/field-form.js";
import { Refusal } from "../domain/refusal.js";
import type { Purpose } from "../domain/source.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";

export interface PublishNoticeInput {
  readonly purpose: Purpose;
  readonly textZh: string;
  readonly textEn: string;
}

const NOTICE = text(8000);

const readText = (field: "textZh" | "textEn", given: string): string => {
  const read = readField(field, NOTICE, given);
  if (read === null)
    throw new Refusal("BAD_USER_INPUT", `A notice says something in both languages: give ${field}.`, { field });
  return read;
};

/** Two that are published at a time follow each other. */
const nextVersion = async (orm: Orm, purpose: Purpose): Promise<number> => {
  await orm.execute(sql`select pg_advisory_xact_lock(hashtext(${`customer-credit-archive notice ${purpose}`}))`);
  const [newest] = await orm
    .select({ version: max(notice.version) })
    .from(notice)
    .where(eq(notice.purpose, purpose));
  return (newest?.version ?? 0) + 1;
};

/**
 * Publishes what is told before collecting for a purpose (SP4). The texts before stay, each under its version: what
 * somebody was told remains known.
 *
 * @throws Refusal BAD_USER_INPUT
 */
export const publishNotice = async (
  context: CommandContext,
  input: PublishNoticeInput,
): Promise<{ purpose: Purpose; version: number }> => {
  const texts = { textZh: readText("textZh", input.textZh), textEn: readText("textEn", input.textEn) };
  const { purpose } = input;
  return change(context, async (orm) => {
    const version = await nextVersion(orm, purpose);
    const published = { publishedBy: context.viewer.accountId, publishedAt: context.now.toISOString() };
    await orm.insert(notice).values({ purpose, version, ...texts, ...published });
    return { purpose, version };
  });
};
