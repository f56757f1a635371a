import { Field, ID } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar } from "../scalars.js";
import { SourceInput } from "./source-input.js";

/** What every collecting mutation takes, next to its category's own fields. */
export interface CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;
}

const OPTIONAL = { nullable: true } as const;

const FIELDS = {
  customerId: [() => ID, { description: "Customer it is about." }],
  source: [() => SourceInput, { description: "Where it comes from." }],
  validFrom: [() => DateScalar, { ...OPTIONAL, description: "First day it is true in the world; today unless said." }],
  validTo: [() => DateScalar, { ...OPTIONAL, description: "First day it is true no longer." }],
  corrects: [() => ID, { ...OPTIONAL, description: "Record it corrects: of the same customer and category." }],
} as const;

/** Declares the common fields on an input: type-graphql drops classifications a superclass would hand down. */
export const Collecting: ClassDecorator = (target) => {
  for (const [name, [type, options]] of Object.entries(FIELDS)) {
    Field(type as () => typeof ID, options)(target.prototype as object, name);
    Classified(Grade.INTERNAL)(target.prototype as object, name);
  }
};
