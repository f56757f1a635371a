import fc from "fast-check";
import type { Kind } from "../oracle/other-world.js";
import { roleOf } from "../oracle/scene.js";
import { AnyOperation } from "./any-operation.js";
import type { Coverage } from "./coverage.js";
import { nameless } from "./nameless.js";
import { type Operation, type Part, written } from "./operation.js";
import type { Reply, Request, TwoArchives } from "./two-archives.js";
import { forbidden, namedIn } from "./witness.js";

export interface Looking {
  readonly username: string;
  readonly operations: number;
  readonly seed: number;
  readonly coverage: Coverage;
  readonly onProgress?: (done: number) => void;
}

/** What tells two worlds apart that somebody must not tell apart. */
export class Leak extends Error {}

export type Ask = (request: Request) => Promise<readonly [Reply, Reply]>;

/** What the lists say after a write. */
const AFTER: Request = {
  query: `{ customers(first: 3, orderBy: [{ field: UPDATED_AT, direction: DESC }]) { totalCount nodes { id version freshness completeness { score } } }
    informationRecords(first: 5) { totalCount nodes { id status disclosure allowedActions version } }
    verificationTasks(first: 5) { totalCount nodes { id status allowedActions } } }`,
  variables: {},
};

const outcomeOf = ({ status, text }: Reply): string =>
  /"errors":\[/.test(text)
    ? (/"code":"(\w+)"/.exec(text)?.[1] ?? "ERROR")
    : status === 200
      ? "ANSWERED"
      : String(status);

const HAS_ROWS = /\[\{|"root\d+":\{"(?!nodes|edges|pageInfo|totalCount)/;

const told = (request: Request, [here, there]: readonly [Reply, Reply], what: string): Leak =>
  new Leak(
    [
      what,
      request.query,
      `variables: ${JSON.stringify(request.variables)} headers: ${JSON.stringify(request.headers ?? {})}`,
      `here:  ${here.status} ${here.text.slice(0, 3_000)}`,
      `there: ${there.status} ${there.text.slice(0, 3_000)}`,
      ...(here.entered.join() === there.entered.join()
        ? []
        : [`entered here:  ${here.entered.join("\n  ")}`, `entered there: ${there.entered.join("\n  ")}`]),
      ...(here.sent.join("\n") === there.sent.join("\n")
        ? []
        : [`sent here:  ${here.sent.join("\n  ")}`, `sent there: ${there.sent.join("\n  ")}`]),
    ].join("\n"),
  );

const keyOf = ({ alias, field }: Part): string => alias ?? field;

/** The cursor a first root list ended with, if it was asked for. */
const endOf = ({ parts: [root] }: Operation, text: string): string | null => {
  const info = root?.below?.find(({ field }) => field === "pageInfo");
  const end = info?.below?.find(({ field }) => field === "endCursor");
  if (root === undefined || info === undefined || end === undefined) return null;
  return JSON.parse(text).data?.[keyOf(root)]?.[keyOf(info)]?.[keyOf(end)] ?? null;
};

const secondPage = (operation: Operation, cursor: string): Operation => {
  const [root, ...others] = operation.parts as [Part, ...Part[]];
  const given = root.given.filter(({ name }) => !["after", "before", "last"].includes(name));
  const after = { name: "after", type: "String", value: cursor, inVariable: true };
  return { ...operation, parts: [{ ...root, given: [...given, after] }, ...others] };
};

/** Writes whose answer shows what they opened: compared is what became of them. */
const OPENING: ReadonlySet<string> = new Set(["liftRestriction", "claimTask", "claimNextTask"]);

/** As what answers are compared: as they are; without what a write makes up anew; by what became of them. */
type Form = "BYTES" | "NAMELESS" | "OUTCOME";

const formOf = ({ kind, parts }: Operation): Form => {
  if (kind === "query") return "BYTES";
  return parts.some(({ field }) => OPENING.has(field)) ? "OUTCOME" : "NAMELESS";
};

class Comparison {
  readonly #closed: readonly string[];

  constructor(
    private readonly two: TwoArchives,
    private readonly ask: Ask,
    private readonly looking: Looking,
    /** Of the operations: those of another run are other documents, with plans of their own. */
    private readonly name: string,
  ) {
    this.#closed = forbidden(roleOf(looking.username));
  }

  /** @throws Leak when the two answers are not the same to the byte, or a statement names what is denied */
  async same(request: Request, form: Form): Promise<Reply> {
    const [here, there] = await this.ask(request);
    const writes = form !== "BYTES";
    const { two } = this;
    const read = (reply: Reply, startedAt: () => string): string => {
      const { text, status, sent, entered } = reply;
      const compared =
        form === "BYTES" ? text : form === "OUTCOME" ? outcomeOf(reply) : nameless(text, two.known, startedAt());
      return `${status} ${compared}\n${sent.join("\n")}\n${writes ? entered.length : entered.join("\n")}`;
    };
    if (read(here, two.here.startedAt) !== read(there, two.there.startedAt))
      throw told(request, [here, there], "The two worlds answer otherwise:");
    if (here.text.includes('"code":"INTERNAL"}')) throw told(request, [here, there], "A bug:");
    const named = writes ? new Set<string>() : namedIn(here.sent);
    const wrong = this.#closed.filter((column) => named.has(column));
    if (wrong.length > 0) throw told(request, [here, there], `A statement names ${wrong.join(", ")}:`);
    return here;
  }

  async of(operation: Operation): Promise<void> {
    const { coverage } = this.looking;
    const writes = operation.kind === "mutation";
    const request = written(this.two.schema, operation, this.name);
    try {
      const reply = await this.same(request, formOf(operation));
      const outcome = outcomeOf(reply);
      coverage.add(operation, outcome, HAS_ROWS.test(reply.text));
      if (writes && outcome === "ANSWERED") await this.same(AFTER, "NAMELESS");
      const cursor = writes || operation.csv ? null : endOf(operation, reply.text);
      if (cursor !== null) await this.#turnPage(operation, cursor);
    } finally {
      if (writes) await this.two.undo();
    }
  }

  async #turnPage(operation: Operation, cursor: string): Promise<void> {
    const reply = await this.same(written(this.two.schema, secondPage(operation, cursor), this.name), "BYTES");
    const outcome = outcomeOf(reply);
    this.looking.coverage.outcome(outcome);
    if (outcome === "ANSWERED") this.looking.coverage.features.add("second page");
  }
}

const INTROSPECTIONS: readonly Request[] = [
  { query: "{ __schema { types { name fields { name } inputFields { name } enumValues { name } } } }", variables: {} },
  { query: 'query { __type(name: "ContactRecord") { fields { name } } }', variables: {} },
];

type Tamper = (ask: Ask) => Ask;
interface How {
  /** Ends with the first operation found, and looks for no smaller one. */
  readonly endOnFailure?: boolean;
  readonly tamper?: Tamper;
  /** A coordinate asked for rather than others. */
  readonly asks?: string | undefined;
}

/**
 * Asks in the world entered.
 *
 * @throws Leak with the smallest operation found that tells the worlds apart
 */
export const lookInto = async (
  two: TwoArchives,
  looking: Looking,
  { endOnFailure = false, tamper, asks }: How = {},
) => {
  const { username, operations, seed, coverage, onProgress } = looking;
  const plainly: Ask = async (request) => [
    await two.here.ask(username, request),
    await two.there.ask(username, request),
  ];
  const comparison = new Comparison(two, tamper?.(plainly) ?? plainly, looking, `Asked${seed}`);
  for (const request of INTROSPECTIONS) {
    await comparison.same(request, "BYTES");
    coverage.features.add("introspection");
  }
  const any = new AnyOperation(two.schema, two.eyes(username), (name) =>
    asks === undefined ? coverage.met(name) : name !== asks,
  );
  const property = fc.asyncProperty(any, async (operation) => {
    await comparison.of(operation);
    onProgress?.(coverage.operations);
  });
  const { failed, errorInstance, numShrinks } = await fc.check(property, { numRuns: operations, seed, endOnFailure });
  if (!failed) return;
  const { message, stack } = errorInstance as Error;
  const what = errorInstance instanceof Leak ? message : stack;
  throw new Leak(`${username}, seed ${seed}, shrunk ${numShrinks} times\n${what}`);
};

/** After so many the worlds are entered anew: what was undone in them slows every statement until it is cleared away. */
const ROUND = 250;

/**
 * Asks as many operations as somebody of two worlds that differ in what is not shown to them, and of two that differ
 * behind their masks: half of them each.
 *
 * @returns how many records the worlds differed in
 */
export const look = async (two: TwoArchives, looking: Looking): Promise<Record<Kind, number>> => {
  const differing: Record<Kind, number> = { DENIED: 0, MASKED: 0 };
  const { username, operations, seed } = looking;
  const kinds: readonly Kind[] = two.masks(username) ? ["DENIED", "MASKED"] : ["DENIED"];
  const round = Math.min(ROUND, Math.ceil(operations / kinds.length));
  for (let [asked, turn] = [0, 0]; asked < operations; asked += round, turn += 1) {
    const kind = kinds[Math.floor((asked * kinds.length) / operations)] as Kind;
    differing[kind] = await two.enter(username, kind);
    try {
      await lookInto(two, { ...looking, operations: Math.min(round, operations - asked), seed: seed + turn });
    } finally {
      await two.leave();
    }
  }
  return differing;
};
