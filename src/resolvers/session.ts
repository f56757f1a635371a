import { Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import type { SignedIn } from "../auth/signed-in.js";
import { isViewer } from "../auth/viewer.js";
import { changePassword } from "../commands/change-password.js";
import { login } from "../commands/login.js";
import { logout } from "../commands/logout.js";
import type { SignIn } from "../commands/sign-in.js";
import { switchRole } from "../commands/switch-role.js";
import type { BaseContext, RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { Refusal } from "../domain/refusal.js";
import { ChangePasswordPayload, LoginPayload } from "../schema/login-payload.js";
import { ChangePasswordArgs, LoginArgs, SwitchRoleArgs } from "../schema/session-input.js";
import { toViewer, Viewer } from "../schema/viewer.js";
import { onePassword } from "./one-password.js";

const signedIn = ({ principal }: BaseContext): SignedIn => {
  if (!isViewer(principal)) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
  return principal;
};

const toPayload = ({ token, expiresAt, viewer }: SignIn): LoginPayload => ({
  token,
  expiresAt: expiresAt.toISOString(),
  viewer: toViewer(viewer),
});

@Resolver()
export class SessionResolver {
  @Query(() => Viewer, { nullable: true, description: "Who is signed in 当前用户; null when nobody is." })
  @Classified(Grade.CARRIED)
  viewer(@Ctx() { principal }: BaseContext): Viewer | null {
    return isViewer(principal) ? toViewer(principal) : null;
  }

  @Mutation(() => LoginPayload, { description: "Signs in 登录, acting in one role." })
  @Classified(Grade.CARRIED)
  async login(@Args(() => LoginArgs) { input }: LoginArgs, @Ctx() context: RequestContext): Promise<LoginPayload> {
    return onePassword(context, async () => toPayload(await login(context.identity, input, context)));
  }

  @Mutation(() => LoginPayload, { description: "Goes on in another role held 切换角色; the token used so far stops." })
  @Classified(Grade.CARRIED)
  async switchRole(
    @Args(() => SwitchRoleArgs) { input }: SwitchRoleArgs,
    @Ctx() context: BaseContext,
  ): Promise<LoginPayload> {
    return toPayload(await switchRole(context.identity, signedIn(context), input.role, context.now));
  }

  @Mutation(() => ChangePasswordPayload, { description: "Sets another password 修改密码; other sign-ins end." })
  @Classified(Grade.CARRIED)
  async changePassword(
    @Args(() => ChangePasswordArgs) { input }: ChangePasswordArgs,
    @Ctx() context: RequestContext,
  ): Promise<ChangePasswordPayload> {
    const viewer = signedIn(context);
    return onePassword(context, async () => {
      await changePassword(context.identity, viewer, input, context);
      return { viewer: toViewer(viewer) };
    });
  }

  @Mutation(() => Boolean, { description: "Ends the sign-in 退出; its token stops at once." })
  @Classified(Grade.CARRIED)
  async logout(@Ctx() context: BaseContext): Promise<boolean> {
    await logout(context.identity, signedIn(context), context.now);
    return true;
  }
}
