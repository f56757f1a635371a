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
}

@InputType({ description: "The role to go on in 切换角色." })
class SwitchRoleInput {
  @Field(() => Role, { description: "One of the roles held." })
  @Classified(Grade.CARRIED)
  role: Role;
}

@ArgsType()
export class LoginArgs {
  @Field(() => LoginInput, { description: "Username, password, role." })
  @Classified(Grade.CARRIED)
  input: LoginInput;
}

@ArgsType()
export class SwitchRoleArgs {
  @Field(() => SwitchRoleInput, { description: "The role." })
  @Classified(Grade.CARRIED)
  input: SwitchRoleInput;
}
