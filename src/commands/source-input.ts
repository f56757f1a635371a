import { namesOf } from "../domain/enumeration.js";
import { choice, code, date, type FieldValues, properName, readFields, text } from "../domain/field-form.js";
import type { LocalDate } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import { Channel, LegalBasis } from "../domain/source.js";

/** Where a record comes from (SP6), and on what ground personal data may be kept (SP4). */
export interface SourceInput {
  readonly channel: Channel;
  /** Free within the channel; OFFICIAL_REGISTER of PUBLIC_SOURCE counts as a confirmation of a registration. */
  readonly subChannel?: string | null;
  readonly party?: string | null;
  readonly statedOn?: string | null;
  readonly reference?: string | null;
  readonly agreementNumber?: string | null;
  readonly derivedFrom?: readonly string[] | null;
  readonly tool?: string | null;
  readonly consentId?: string | null;
  readonly legalBasis?: LegalBasis | null;
}

const FORMS = {
  channel: choice(namesOf(Channel)),
  subChannel: code(64),
  party: properName(200),
  statedOn: date,
  reference: text(500),
  agreementNumber: code(100),
  tool: properName(200),
  legalBasis: choice(namesOf(LegalBasis)),
};

/** What a file may say of a source; what an analysis was derived from has no place in a column. */
export const SOURCE_FORMS = { ...FORMS, consentId: text(64) };

/** How many records one analysis may name. */
const MOST_SOURCES = 100;

export type ReadSource = Omit<FieldValues<typeof FORMS>, "channel"> & {
  readonly channel: Channel;
  readonly derivedFrom: readonly string[];
  readonly consentId: string | null;
};

const refuse = (field: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field: `source.${field}` });
};

/** What each channel cannot do without. */
const demand = ({ channel, agreementNumber, derivedFrom, tool }: ReadSource): void => {
  if (channel === "PARTNER" && agreementNumber === null)
    refuse("agreementNumber", "A partner's data names the sharing agreement it is under (SP6): give agreementNumber.");
  if (channel === "DATA_ANALYSIS" && derivedFrom.length === 0)
    refuse("derivedFrom", "An analysis names the records it was derived from (SP6): give derivedFrom.");
  if (channel === "DATA_ANALYSIS" && tool === null)
    refuse("tool", "An analysis names the tool it was made with (SP6): give tool.");
};

/** @throws Refusal BAD_USER_INPUT naming the field */
export const readSource = (input: SourceInput, today: LocalDate): ReadSource => {
  const { channel, ...rest } = readFields(FORMS, input, (name) => `source.${name}`);
  const derivedFrom = [...new Set(input.derivedFrom ?? [])];
  if (channel === null) return refuse("channel", "A source names its channel (SP6).");
  if (derivedFrom.length > MOST_SOURCES) refuse("derivedFrom", `derivedFrom names at most ${MOST_SOURCES} records.`);
  if (rest.statedOn !== null && rest.statedOn > today) refuse("statedOn", "source.statedOn is in the future.");
  const source = { ...rest, channel, derivedFrom, consentId: input.consentId ?? null };
  demand(source);
  return source;
};
