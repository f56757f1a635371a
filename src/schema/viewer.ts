import { Field, ID, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Role } from "../auth/role.js";
import type { SignedIn } from "../auth/signed-in.js";
import { Grade } from "../domain/grade.js";
import { toNodeId } from "./node-id.js";

@ObjectType({ description: "Who is signed in 当前用户, in the one role they act in.", simpleResolvers: true })
export class Viewer {
  @Field(() => ID, { description: "Id of the `Person` who is signed in." })
  @Classified(Grade.CARRIED)
  id: string;

  @Field(() => String, { description: "Username 用户名." })
  @Classified(Grade.CARRIED)
  username: string;

  @Field(() => String, { description: "Name shown to colleagues 显示名称." })
  @Classified(Grade.CARRIED)
  displayName: string;

  @Field(() => Role, { description: "The role acted in 当前角色." })
  @Classified(Grade.CARRIED)
  role: Role;

  @Field(() => [Role], { description: "The roles held, one of which may be acted in at a time 拥有角色." })
  @Classified(Grade.CARRIED)
  roles: Role[];

  /** Not in the schema: what the relations of a viewer are answered from. */
  readonly signedIn: SignedIn;
}

export const toViewer = (signedIn: SignedIn): Viewer => {
  const { accountId, username, displayName, role, roles } = signedIn;
  return { id: toNodeId("Person", accountId), username, displayName, role, roles: [...roles], signedIn };
};
