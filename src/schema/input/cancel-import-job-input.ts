import { Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@InputType({ description: "The import job to end." })
export class CancelImportJobInput {
  @Field(() => ID, { description: "Id of the job." })
  @Classified(Grade.INTERNAL)
  id: string;
}
