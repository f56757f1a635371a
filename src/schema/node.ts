import { Field, ID, InterfaceType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";

@InterfaceType({
  description: "Anything with an id that `node` and `nodes` find again.",
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque; unchanged for the life of the object." })
  @Classified(Grade.PUBLIC)
  id: string;
}
