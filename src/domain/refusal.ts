/**
 * Every error that ever leaves, with its HTTP status and the one message it has in each language. A message says what kind of
 * no it is and names nothing: what is wrong in particular stands beside it (`Refusal.help`, `details`).
 */
export const ERRORS = {
  UNAUTHENTICATED: {
    status: 401,
    en: "You are not signed in, or what you signed in with does not hold.",
    zh: "未登录，或登录凭证无效。",
  },
  FORBIDDEN: { status: 403, en: "Your role does not allow this.", zh: "当前角色无权进行此操作。" },
  NOT_FOUND: {
    status: 404,
    en: "What you named is not there, or not yours.",
    zh: "所指对象不存在，或不在您的权限范围内。",
  },
  BAD_USER_INPUT: {
    status: 400,
    en: "Something in what you sent is not as it has to be.",
    zh: "提交的内容不符合要求。",
  },
  CONFLICT: {
    status: 409,
    en: "This collides with what is stored: look again, then decide.",
    zh: "与已存内容冲突：请重新查看后再作决定。",
  },
  INVALID_TRANSITION: {
    status: 409,
    en: "This is not possible in the state it is in.",
    zh: "当前状态下不能进行此操作。",
  },
  LIMIT_EXCEEDED: { status: 400, en: "You asked for more than is allowed at once.", zh: "请求超出允许的上限。" },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    en: "Too many sign-ins failed: wait a while.",
    zh: "登录失败次数过多，请稍后再试。",
  },
  UNAVAILABLE: { status: 503, en: "This cannot be answered right now: try again.", zh: "暂时无法处理，请稍后重试。" },
  GRAPHQL_PARSE_FAILED: { status: 400, en: "The document is not well-formed GraphQL.", zh: "GraphQL 语句格式有误。" },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    en: "The document does not fit the schema.",
    zh: "GraphQL 语句与接口模式不符。",
  },
  BAD_REQUEST: {
    status: 400,
    en: "The request is not made as GraphQL over HTTP asks.",
    zh: "请求方式不符合 GraphQL over HTTP 规范。",
  },
  /** An answer, to Apollo's clients and those like them: they send the text then. Some know it by its message alone. */
  PERSISTED_QUERY_NOT_FOUND: { status: 200, en: "PersistedQueryNotFound", zh: "PersistedQueryNotFound" },
  INTERNAL: {
    status: 500,
    en: "Something went wrong here: report it with the request id.",
    zh: "系统内部错误：请附请求编号反馈。",
  },
} as const satisfies Record<string, { readonly status: number; readonly en: string; readonly zh: string }>;

export type ErrorCode = keyof typeof ERRORS;

export type Language = "en" | "zh";

/** Never thrown: GraphQL's own complaints, and what is left of a bug. */
type NotRefused = "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED" | "BAD_REQUEST" | "INTERNAL";

/** Every way the archive says no. Anything else that is thrown is a bug and leaves as INTERNAL. */
export type RefusalCode = Exclude<ErrorCode, NotRefused>;

/** Names only: coordinate, use, field, limit. */
export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** A refusal. It leaves as the message of its code; its own goes along as `help`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What is wrong and what would be right, in names of the schema and of closed lists; it quotes no value. */
    help: string,
    readonly details: RefusalDetails = {},
  ) {
    super(help);
    this.name = "Refusal";
  }
}

/** What a refusal says beside its message. */
export const saidBy = ({ code, message, details }: Refusal): Readonly<Record<string, unknown>> =>
  ERRORS[code].en === message ? { code, ...details } : { code, help: message, ...details };

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(ERRORS, code);
