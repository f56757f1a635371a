import { Field, ID, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Role } from "../auth/role.js";
import { Grade } from "../domain/grade.js";
import { VerificationMethod } from "../domain/task.js";
import { DateTimeScalar } from "./scalars.js";

/** Not a Node: it is reached by whoever administers accounts, and by nobody else. */
@ObjectType({ description: "An account 账号, as those see it who administer accounts.", simpleResolvers: true })
export class Account {
  @Field(() => ID, { description: "Id of the `Person` whose account it is." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => String, { description: "Username 用户名." })
  @Classified(Grade.INTERNAL)
  username: string;

  @Field(() => String, { description: "Name shown to colleagues 显示名称." })
  @Classified(Grade.INTERNAL)
  displayName: string;

  @Field(() => [Role], { description: "Roles held 角色, acted in one at a time." })
  @Classified(Grade.INTERNAL)
  roles: Role[];

  @Field(() => [VerificationMethod], { description: "Methods of verification the person is trained in 资质 (SP9)." })
  @Classified(Grade.INTERNAL)
  qualifications: VerificationMethod[];

  @Field(() => String, {
    nullable: true,
    description: "The OpenID provider it is linked to; null: it signs in here only.",
  })
  @Classified(Grade.INTERNAL)
  identityIssuer?: string | null;

  @Field(() => String, { nullable: true, description: "Whom that provider knows it as 外部身份." })
  @Classified(Grade.INTERNAL)
  identitySubject?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it is disabled 停用时间; null while it is not.",
  })
  @Classified(Grade.INTERNAL)
  disabledAt?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when a one-time password waits for its person 一次性密码; null: they have their own.",
  })
  @Classified(Grade.INTERNAL)
  oneTimeUntil?: string | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  @Classified(Grade.INTERNAL)
  createdAt: string;

  @Field(() => Int, { description: "Counts the changes; a changing mutation names it." })
  @Classified(Grade.INTERNAL)
  version: number;
}
