import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Role } from "../../auth/role.js";
import { Grade } from "../../domain/grade.js";
import { VerificationMethod } from "../../domain/task.js";

@InputType({ description: "A new account 新建账号." })
export class CreateAccountInput {
  @Field(() => String, { description: "Username: 2 to 64 of a–z, 0–9, dot, hyphen and underscore, a letter first." })
  @Classified(Grade.INTERNAL)
  username: string;

  @Field(() => String, { description: "Name shown to colleagues, 1 to 100 characters." })
  @Classified(Grade.INTERNAL)
  displayName: string;

  @Field(() => String, { description: "First password, 8 to 128 characters; to be changed by whoever gets it." })
  @Classified(Grade.INTERNAL)
  password: string;

  @Field(() => [Role], { description: "Roles: at least one. AUDITOR, ADMIN and REPORTER combine with no other." })
  @Classified(Grade.INTERNAL)
  roles: Role[];

  @Field(() => String, {
    nullable: true,
    description: "Code of the branch the person works for; CLERK, COLLECTOR and VERIFIER need one.",
  })
  @Classified(Grade.INTERNAL)
  branchCode?: string | null;

  @Field(() => [VerificationMethod], {
    nullable: true,
    description:
      "Methods of verification the person is trained in; a VERIFIER needs one, and claims tasks of these alone.",
  })
  @Classified(Grade.INTERNAL)
  qualifications?: VerificationMethod[] | null;
}

@InputType({ description: "The roles an account holds from now on 变更角色; one taken away stops at once." })
export class SetRolesInput {
  @Field(() => ID, { description: "Id of the person whose account it is." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version the change was made from; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => [Role], { description: "Roles: at least one. AUDITOR, ADMIN and REPORTER combine with no other." })
  @Classified(Grade.INTERNAL)
  roles: Role[];

  @Field(() => [VerificationMethod], {
    nullable: true,
    description: "Methods of verification the person is trained in; as before unless said. A VERIFIER needs one.",
  })
  @Classified(Grade.INTERNAL)
  qualifications?: VerificationMethod[] | null;
}

@InputType({
  description: "Whom an OpenID provider vouches for with an account 关联外部身份; without issuer and subject, nobody.",
})
export class LinkIdentityInput {
  @Field(() => ID, { description: "Id of the person whose account it is." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version the change was made from; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { nullable: true, description: "`iss` of the provider's tokens, 255 characters at most." })
  @Classified(Grade.INTERNAL)
  issuer?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the claim of `OIDC_ACCOUNT_CLAIM` holds for this person, 255 characters at most.",
  })
  @Classified(Grade.INTERNAL)
  subject?: string | null;
}
