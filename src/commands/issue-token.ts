import { and, eq, isNull } from "drizzle-orm";
import { validate } from "uuid";
import { TOKEN_ROLES } from "../auth/authority.js";
import type { Tokens } from "../auth/token.js";
import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import { account, session } from "../db/tables/index.js";
import { properName, readField } from "../domain/field-form.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";

export interface IssueTokenInput {
  readonly accountId: string;
  readonly name: string;
  /** An instant, at most a year away. */
  readonly expiresAt: string;
}

const NAME = properName(100);
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

const refuse = (field: string, message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

const read = ({ name, expiresAt }: IssueTokenInput, now: Date) => {
  const days = (Date.parse(expiresAt) - now.getTime()) / DAY_MS;
  if (!(days > 0 && days <= LONGEST_DAYS))
    return refuse("expiresAt", `expiresAt has to be in the future, at most ${LONGEST_DAYS} days away.`);
  const called = readField("name", NAME, name);
  return called === null ? refuse("name", "name has to say what the token is for.") : { name: called, expiresAt };
};

/** The account of a reporting tool, and the role a token of it acts in. */
const toolOf = async (orm: Orm, id: string) => {
  const notFound = new Refusal("NOT_FOUND", "There is no such account.", { field: "accountId" });
  if (!validate(id)) throw notFound;
  const [found] = await orm
    .select({ roles: account.roles })
    .from(account)
    .where(and(eq(account.id, id), isNull(account.disabledAt)))
    // Whoever resets its password or disables it at this moment waits, and ends this token with the others.
    .for("share");
  if (found === undefined) throw notFound;
  const role = found.roles.find((each) => TOKEN_ROLES.some((tool) => tool === each));
  return role ?? refuse("accountId", `Tokens are for reporting tools, which act as ${TOKEN_ROLES.join(" or ")}.`);
};

/**
 * Lets a reporting tool in without a password: named, expiring, revocable. Whoever holds the token acts in the tool's role.
 *
 * @throws Refusal BAD_USER_INPUT naming the field; NOT_FOUND
 */
export const issueToken = async (
  context: CommandContext,
  input: IssueTokenInput,
): Promise<{ accountId: string; tokenId: string }> => {
  const named = read(input, context.now);
  return change(context, async (orm) => {
    const role = await toolOf(orm, input.accountId);
    const tokenId = newId();
    const createdAt = context.now.toISOString();
    await orm.insert(session).values({ id: tokenId, accountId: input.accountId, role, createdAt, ...named });
    return { accountId: input.accountId, tokenId };
  });
};

/** The token itself: made of what is stored, so that asking again under the same key shows the same one. */
export const tokenText = async (
  { database, viewer }: CommandContext,
  tokens: Tokens,
  tokenId: string,
): Promise<string> => {
  const [found] = await database.withViewer(viewer, "READ", ({ orm }) =>
    orm
      .select({ accountId: session.accountId, createdAt: session.createdAt, expiresAt: session.expiresAt })
      .from(session)
      .where(eq(session.id, tokenId)),
  );
  if (found === undefined) throw new Error("the token is gone");
  const { accountId, createdAt, expiresAt } = found;
  return tokens.issue({ sessionId: tokenId, accountId }, new Date(createdAt), new Date(expiresAt));
};
