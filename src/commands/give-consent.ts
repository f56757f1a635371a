import { newId } from "../db/tables/columns.js";
import { consent } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { date, properName, readFields, text } from "../domain/field-form.js";
import type { LocalDate } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import type { Purpose } from "../domain/source.js";
import { change } from "./change.js";
import { type CommandContext, todayOf } from "./context.js";
import { customerInScope } from "./customer-in-scope.js";

export interface GiveConsentInput {
  readonly customerId: string;
  readonly personName: string;
  readonly purposes: readonly Purpose[];
  readonly categories: readonly CategoryCode[];
  /** Today unless said. */
  readonly givenOn?: string | null;
  readonly expiresOn?: string | null;
  readonly reference?: string | null;
}

const FORMS = { personName: properName(200), givenOn: date, expiresOn: date, reference: text(500) };

const refuse = (field: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

const read = (input: GiveConsentInput, today: LocalDate) => {
  const { personName, givenOn, expiresOn, reference } = readFields(FORMS, input);
  const given = givenOn ?? today;
  if (personName === null) return refuse("personName", "personName has to say who consents.");
  if (given > today) return refuse("givenOn", "givenOn is in the future: a consent is kept once it is given.");
  if (expiresOn !== null && expiresOn <= today) return refuse("expiresOn", "expiresOn has to be in the future.");
  for (const list of ["purposes", "categories"] as const)
    if (input[list].length === 0) refuse(list, `${list} has to name at least one: consent is to something (SP4).`);
  const [purposes, categories] = [[...new Set(input.purposes)], [...new Set(input.categories)]];
  return { personName, givenOn: given, expiresOn, reference, purposes, categories };
};

/**
 * Keeps a person's consent, for purposes and categories, after they were told what for (SP4, `currentNotice`).
 *
 * @throws Refusal NOT_FOUND; BAD_USER_INPUT naming the field
 */
export const giveConsent = async (context: CommandContext, input: GiveConsentInput): Promise<{ consentId: string }> => {
  const given = read(input, todayOf(context));
  return change(context, async (orm) => {
    const { id: customerId } = await customerInScope(orm, context.viewer, input.customerId);
    const kept = { recordedBy: context.viewer.accountId, recordedAt: context.now.toISOString() };
    const id = newId();
    await orm.insert(consent).values({ id, customerId, ...given, ...kept });
    return { consentId: id };
  });
};
