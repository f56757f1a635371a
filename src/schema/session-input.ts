import { ArgsType, Field, InputType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Role } from "../auth/role.js";
import { Grade } from "../domain/grade.js";

@InputType({ description: "How one signs in 登录." })
class LoginInput {
  @Field(() => String, { description: "Username 用户名." })
  @Classified(Grade.CARRIED)
  username: string;

  @Field(() => String, { description: "Password 密码." })
  @Classified(Grade.CARRIED)
  password: string;

  @Field(() => Role, {
    nullable: true,
    description: "The role to act in 角色; not needed by an account that holds one.",
  })
  @Classified(Grade.CARRIED)
  role?: Role | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A password of one's own, 8 to 128 characters: asked for by a one-time password 一次性密码, and refused otherwise.",
  })
  @Classified(Grade.CARRIED)
  newPassword?: string | null;
}

@InputType({ description: "The role to go on in 切换角色." })
class SwitchRoleInput {
  @Field(() => Role, { description: "One of the roles held." })
  @Classified(Grade.CARRIED)
  role: Role;
}

@InputType({ description: "Another password of one's own 修改密码." })
class ChangePasswordInput {
  @Field(() => String, { description: "The password used so far." })
  @Classified(Grade.CARRIED)
  currentPassword: string;

  @Field(() => String, { description: "The password from now on: 8 to 128 characters." })
  @Classified(Grade.CARRIED)
  newPassword: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field(() => ChangePasswordInput, { description: "The old password and the new one." })
  @Classified(Grade.CARRIED)
  input: ChangePasswordInput;
}

@ArgsType()
export class LoginArgs {
  @Field(() => LoginInput, { description: "Username, password, role; by a one-time password one's own, too." })
  @Classified(Grade.CARRIED)
  input: LoginInput;
}

@ArgsType()
export class SwitchRoleArgs {
  @Field(() => SwitchRoleInput, { description: "The role." })
  @Classified(Grade.CARRIED)
  input: SwitchRoleInput;
}
