import { isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { SYSTEM } from "../../../src/auth/viewer.js";
import type { Answer } from "../../support/archive.js";
import type { Ask } from "./ask.js";
import { printDocument } from "./ask.js";
import { expectedDisclosures } from "./disclosures.js";
import { gradeOf } from "./inputs.js";
import {
  CATEGORIES,
  CATEGORY_OF_TYPE,
  ceilingOf,
  cellAt,
  FIELDS,
  levelOfText,
  MAY_ASK,
  MAY_CALL,
  NOBODY,
  ROLES,
  rowsOf,
  shownUnder,
  textsAt,
  weightsAt,
} from "./policy.js";
import { existsFor } from "./relations.js";
import { type Route, Routes, type Used } from "./routes.js";
import { aboutRows, hasRows } from "./rows.js";
import type { Scene } from "./scene.js";
import { idOf, type Stored } from "./stored.js";
import { wholeOf } from "./whole.js";

/** Something asked of the running API in a role, and what is wrong with the answer, as sentences. */
export interface Question {
  readonly role: string;
  readonly about: string;
  /** How the coordinate is used; `run` of what operations begin with, `strict` of what a write would answer. */
  readonly use: string;
  /** Whether something else on the way is refused to the role anyway. */
  readonly barred?: boolean;
  wrong(): Promise<readonly string[]>;
}

const EVERYBODYS = ["login", "switchRole", "changePassword", "logout"];
const NOBODYS = ["Query.viewer", "Mutation.login"];
const GRADED_VALUES = /(OrderField|^StatisticsDimension|^StatisticsMeasure)$/;

const mayRun = (role: string, root: string, field: string): boolean => {
  if (role === NOBODY) return NOBODYS.includes(`${root}.${field}`);
  if (root === "Query") return MAY_ASK[field]?.includes(role) ?? true;
  return EVERYBODYS.includes(field) || (MAY_CALL[field]?.includes(role) ?? false);
};

const suffices = (cell: string, use: string): boolean => cell === "F" || (use === "write" && cell[0] === "T");

const mayUse = (role: string, { coordinate, use }: Used): boolean => {
  const grade = gradeOf(coordinate);
  if (grade === "CARRIED") return true;
  if (role === NOBODY) return grade === "PUBLIC";
  const grades = grade === "RECORD" ? CATEGORIES.map(ceilingOf) : [grade];
  return grades.every((each) => suffices(cellAt(role, coordinate, each), use));
};

const USES = "project filter order group aggregate search cursor write subscribe export".split(" ");

/** Every use a role may make of a coordinate, if there is an operation that makes it. */
const usesOf = (role: string, coordinate: string): string[] => {
  const [, root, field = ""] = /^(Query|Mutation)\.(\w+)$/.exec(coordinate) ?? [];
  if (root !== undefined) return mayRun(role, root, field) ? USES : [];
  return USES.filter((use) => (use === "project" ? isEverShown(role, coordinate) : mayUse(role, { coordinate, use })));
};

const categoriesOf = (coordinate: string): readonly string[] => {
  const category = CATEGORY_OF_TYPE[coordinate.split(".")[0] ?? ""];
  return category === undefined ? CATEGORIES : [category];
};

const isEverShown = (role: string, coordinate: string): boolean => {
  const grade = gradeOf(coordinate);
  if (grade === "CARRIED") return true;
  const masked = FIELDS.get(coordinate)?.masked ?? false;
  if (grade !== "RECORD") return shownUnder(cellAt(role, coordinate, grade), masked).level !== "DENIED";
  return textsAt(coordinate, categoriesOf(coordinate)).some((text) => levelOfText(role, text) !== "DENIED");
};

/** Refused by the permission layer, and which coordinate in which use. */
const refusalIn = ({ errors }: Answer): string | null => {
  const [error] = errors ?? [];
  if (error === undefined) return null;
  const { code, coordinate, use } = error.extensions;
  if (code === "UNAUTHENTICATED") return "nobody";
  return code === "FORBIDDEN" && coordinate !== undefined ? `${coordinate} ${use}` : null;
};

const usernameOf = (role: string): string | null => (role === NOBODY ? null : role.toLowerCase());

/** The whole matrix as questions: every coordinate in every role, in every use an operation can make of it. */
export class Questions {
  readonly #routes: Routes;

  constructor(private readonly scene: Scene) {
    this.#routes = new Routes(scene.schema, idOf("customer", scene.world.all.customer[0]?.id));
  }

  /** Everything of the schema that is classified. */
  get coordinates(): string[] {
    return Object.values(this.scene.schema.getTypeMap())
      .filter(({ name }) => !name.startsWith("__"))
      .flatMap((type) => {
        if (isEnumType(type))
          return GRADED_VALUES.test(type.name) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : [];
        if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
        if (!isObjectType(type) && !isInterfaceType(type)) return [];
        return Object.values(type.getFields()).flatMap(({ name, args }) => [
          `${type.name}.${name}`,
          ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
        ]);
      });
  }

  /** What is asked about a coordinate, by everybody who can come to it. */
  of(coordinate: string): Question[] {
    return this.#routes.to(coordinate).flatMap((route) => this.#by(route, coordinate));
  }

  #by(route: Route, coordinate: string): Question[] {
    const isRoot = coordinate === `${route.root}.${route.field}`;
    const roles = [...ROLES, NOBODY].filter((role) => isRoot || mayRun(role, route.root, route.field));
    const shown = route.root === "Mutation" ? "strict" : "project";
    const use = isRoot ? "run" : (route.uses.find((each) => each.coordinate === coordinate)?.use ?? shown);
    return roles.map((role) => this.#rows(role, coordinate) ?? this.#along(role, coordinate, route, use));
  }

  /** What the archive says of a coordinate when it is asked to explain. */
  explained(coordinate: string): Question {
    const about = `explainAccess ${coordinate}`;
    const grade = gradeOf(coordinate);
    const weights = weightsAt(coordinate, categoriesOf(coordinate));
    const cells = grade === "RECORD" ? weights : grade === "CARRIED" ? [] : [grade];
    const expected = JSON.stringify([grade, [...new Set(cells)].sort()]);
    const wrong = async () => {
      const query = `{ explainAccess(coordinate: "${coordinate}") { grade cells { grade } } }`;
      const { data, text } = await this.scene.archive.ask("reviewer", query);
      const told = data?.explainAccess;
      const graded = (told?.cells ?? []).map((cell: { grade: string }) => cell.grade);
      const is = told ? JSON.stringify([told.grade, graded.sort()]) : text;
      return is === expected ? [] : [`${is}, should be ${expected}`];
    };
    return { role: "REVIEWER", about, use: "project", wrong };
  }

  /** The whole decision: of coordinates in a role, which of all uses there are the archive says it allows. */
  allowed(role: string, coordinates: readonly string[]): Question {
    const wrong = async () => {
      const fields = coordinates.map((each, i) => `a${i}: explainAccess(coordinate: "${each}") { allowedUses }`);
      const { data, text } = await this.scene.archive.ask(usernameOf(role), `{ ${fields.join(" ")} }`);
      if (data == null) return [text];
      return coordinates.flatMap((coordinate, i) => {
        const [is, expected] = [data[`a${i}`].allowedUses, usesOf(role, coordinate)].map((uses) => uses.join(" "));
        return is === expected ? [] : [`${coordinate}: ${is}, should be ${expected}`];
      });
    };
    return { role, about: `${role} ${coordinates.join(" ")}`, use: "project", wrong };
  }

  /** How many customers there are to a role, in lists or in reports. */
  counted(role: string, where: "lists" | "reports"): Question[] {
    if (where === "reports" && !mayRun(role, "Query", "archiveStatistics")) return [];
    const username = role.toLowerCase();
    const { world } = this.scene;
    const eyes = this.scene.eyes(username);
    const count = (exists: (row: Stored) => boolean) => world.all.customer.filter(exists).length;
    const asked = (
      about: string,
      query: string,
      expected: number,
      read: (data: Answer["data"]) => unknown,
    ): Question => ({
      role,
      about: `${role} ${about}`,
      use: "run",
      wrong: async () => {
        const { data, text } = await this.scene.archive.ask(username, query);
        const is = data ? Number(read(data)) : text;
        return is === expected ? [] : [`${is}, should be ${expected}`];
      },
    });
    const listed = count((row) => existsFor(eyes, row));
    const all = role === "REPORTER" || rowsOf(role) === "all";
    const reported = count((row) => all || row.branch_id === world.account(username).branch_id);
    const report =
      "{ archiveStatistics(input: { groupBy: [], measures: [CUSTOMERS] }) { groups { values { value } } } }";
    return [
      where === "lists"
        ? asked("customers", "{ customers(first: 1) { totalCount } }", listed, (data) => data.customers.totalCount)
        : asked("report", report, reported, (data) => data.archiveStatistics.groups[0]?.values[0]?.value ?? 0),
    ];
  }

  /** Fields of rows are held against what is stored, value by value. */
  ofRows(role: string, type: string, fields: readonly string[]): Question | undefined {
    const asks = wholeOf(this.scene.schema, type).filter(({ field }) => fields.includes(field));
    return this.#judged(role, type, asks, `${type}: ${fields.join(" ")}`);
  }

  #rows(role: string, coordinate: string): Question | undefined {
    const [type = "", field = ""] = coordinate.split(".");
    const named = this.scene.schema.getType(type);
    if (role === NOBODY || !isCompositeType(named) || coordinate.includes("(")) return undefined;
    return this.ofRows(role, type, [field]);
  }

  #judged(role: string, type: string, asks: readonly Ask[], about: string): Question | undefined {
    if (asks.length === 0 || !hasRows(type)) return undefined;
    const username = role.toLowerCase();
    // An answer of a form nobody expects cannot be read: that is wrong, too.
    const wrong = () =>
      this.scene.judge(username, [aboutRows(this.scene, username, type, asks)]).then(
        (judged) => judged.wrong,
        (error: Error) => [`cannot be read: ${error.message}`],
      );
    return { role, about: `${role} ${about}`, use: "project", wrong };
  }

  #along(role: string, coordinate: string, route: Route, use: string): Question {
    const about = `${role} ${coordinate} by ${printDocument(route.asks)}`;
    const barred = route.uses.some((each) => each.coordinate !== coordinate && !mayUse(role, each));
    return { role, about, use, barred, wrong: async () => this.#wrongWith(role, route, await this.#send(role, route)) };
  }

  async #send(role: string, { root, field, asks }: Route): Promise<Answer> {
    const document = printDocument(asks, "", root === "Mutation" ? "mutation" : "query");
    // A write that would be answered in part is refused before it is done: so what it would show is told without doing it.
    const headers: Record<string, string> = root === "Mutation" ? { "x-disclosure": "strict" } : {};
    const answer = await this.scene.archive.ask(usernameOf(role), document, {}, headers);
    if (EVERYBODYS.includes(field)) await this.#goOn();
    return answer;
  }

  /** Whoever signed out is asked again later. */
  #goOn(): Promise<unknown> {
    const again = "update session set revoked_at = null where revoked_at is not null";
    return this.scene.archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows(again, []));
  }

  #wrongWith(role: string, route: Route, answer: Answer): readonly string[] {
    const { root, field, asks, uses } = route;
    const is = refusalIn(answer);
    const among = (expected: readonly string[]): string[] =>
      expected.includes(is ?? "") ? [] : [`refused ${is}, should be ${expected.join(" or ")}`];
    if (!mayRun(role, root, field)) return among([role === NOBODY ? "nobody" : `${root}.${field} project`]);
    const denied = uses.filter((each) => !mayUse(role, each)).map(({ coordinate, use }) => `${coordinate} ${use}`);
    if (denied.length > 0) return among(role === NOBODY ? ["nobody"] : denied);
    const owed = expectedDisclosures({ schema: this.scene.schema, variables: {} }, role, asks, root);
    const [first] = root === "Mutation" ? owed : [];
    if (first !== undefined) return among([`${first.coordinate} project`]);
    if (is !== null) return [`refused ${is}`];
    if (root === "Mutation") return [];
    if (route.plain && answer.data == null) return [answer.text];
    return this.#disclosed(answer, owed);
  }

  #disclosed({ data, extensions }: Answer, owed: readonly object[]): readonly string[] {
    if (data == null) return [];
    const sorted = (all: readonly object[]): string =>
      all
        .map((each) => JSON.stringify(each))
        .sort()
        .join();
    const told = sorted(extensions?.disclosures ?? []);
    return told === sorted(owed) ? [] : [`disclosed ${told}, should be ${sorted(owed)}`];
  }
}
