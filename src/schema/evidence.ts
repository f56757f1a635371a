import { Field, Float, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Node } from "./node.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({
  implements: Node,
  description: "A document behind a record 佐证材料: name and fingerprint.",
  simpleResolvers: true,
})
export class Evidence extends Node {
  @Field(() => String, { nullable: true, description: "Name of the document." })
  @Classified(Grade.RECORD)
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Media type (RFC 6838)." })
  @Classified(Grade.INTERNAL)
  mediaType?: string | null;

  @Field(() => Float, { nullable: true, description: "Size in bytes." })
  @Classified(Grade.INTERNAL)
  sizeBytes?: number | null;

  @Field(() => String, { nullable: true, description: "Fingerprint of the bytes, SHA-256 in hex." })
  @Classified(Grade.RECORD)
  sha256?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was added." })
  @Classified(Grade.INTERNAL)
  addedAt?: string | null;
}
