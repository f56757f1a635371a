import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { DateTimeScalar } from "./scalars.js";
import { Viewer } from "./viewer.js";

@ObjectType({
  description: "Who changed their password; every other sign-in of theirs has ended.",
  simpleResolvers: true,
})
export class ChangePasswordPayload {
  @Field(() => Viewer, { description: "Who is signed in, as before." })
  @Classified(Grade.CARRIED)
  viewer: Viewer;
}

@ObjectType({ description: "A sign-in 登录: its token, and who one is from now on.", simpleResolvers: true })
export class LoginPayload {
  @Field(() => String, { description: "To be sent as `Authorization: Bearer …`. Shown once." })
  @Classified(Grade.CARRIED)
  token: string;

  @Field(() => DateTimeScalar, { description: "When the token stops 到期时间." })
  @Classified(Grade.CARRIED)
  expiresAt: string;

  @Field(() => Viewer, { description: "Who is signed in with this token." })
  @Classified(Grade.CARRIED)
  viewer: Viewer;
}
