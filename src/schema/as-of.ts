import { Field, InputType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { DateScalar, DateTimeScalar } from "./scalars.js";

@InputType({
  description:
    "The moment to look at the archive: valid time and recorded time. Scope, clearance, consent and restriction stay those of now.",
})
export class AsOfInput {
  @Field(() => DateScalar, { nullable: true, description: "What was true in the world on this day; today by default." })
  @Classified(Grade.INTERNAL)
  validAt?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "What the archive held at this instant; now by default.",
  })
  @Classified(Grade.INTERNAL)
  knownAt?: string | null;
}
