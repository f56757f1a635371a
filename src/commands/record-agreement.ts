import { newId } from "../db/tables/columns.js";
import { sharingAgreement } from "../db/tables/index.js";
import { code, date, properName, readFields } from "../domain/field-form.js";
import type { LocalDate } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import type { Purpose } from "../domain/source.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { refusingDuplicates, type UniqueConstraints } from "./unique-violation.js";

export interface RecordAgreementInput {
  readonly partner: string;
  readonly number: string;
  readonly purposes: readonly Purpose[];
  /** Today unless said. */
  readonly startsOn?: string | null;
  readonly expiresOn: string;
}

const FORMS = { partner: properName(200), number: code(100), startsOn: date, expiresOn: date };

const TAKEN: UniqueConstraints = {
  sharing_agreement_number_unique: {
    field: "number",
    message:
      "An agreement of this number is on file: sources name it by its number, so one that follows it has another.",
  },
};

const refuse = (field: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

const read = (input: RecordAgreementInput, today: LocalDate) => {
  const { partner, number, startsOn, expiresOn } = readFields(FORMS, input);
  const starts = startsOn ?? today;
  if (partner === null) return refuse("partner", "partner has to say with whom the agreement is.");
  if (number === null) return refuse("number", "number has to say by what a source names the agreement.");
  if (input.purposes.length === 0)
    return refuse("purposes", "purposes has to name at least one: data are shared for something (SP6).");
  if (expiresOn === null || expiresOn <= starts)
    return refuse("expiresOn", "expiresOn has to be after startsOn: it is the first day nothing comes under it.");
  if (expiresOn <= today) return refuse("expiresOn", "expiresOn has to be in the future: nothing could come under it.");
  return { partner, number, purposes: [...new Set(input.purposes)], startsOn: starts, expiresOn };
};

/**
 * Keeps the agreement under which a partner shares data: from its first day on, and for its purposes, records may come
 * through the channel PARTNER under its number (SP6).
 *
 * @throws Refusal BAD_USER_INPUT naming the field; CONFLICT when the number is taken
 */
export const recordAgreement = async (
  context: CommandContext,
  input: RecordAgreementInput,
): Promise<{ agreementId: string }> => {
  const agreed = read(input, todayOf(context));
  return change(context, async (orm) => {
    const kept = { recordedBy: context.viewer.accountId, recordedAt: context.now.toISOString() };
    const id = newId();
    await refusingDuplicates(TAKEN, () => orm.insert(sharingAgreement).values({ id, ...agreed, ...kept }));
    return { agreementId: id };
  });
};
