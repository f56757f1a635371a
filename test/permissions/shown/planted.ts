import { randomUUID } from "node:crypto";
import { asOwner } from "../../support/owner.js";
import { SEEDED_AT } from "../../support/seed.js";
import { CATEGORIES, graverFieldsOf, textsAt } from "../oracle/policy.js";
import type { Scene } from "../oracle/scene.js";
import { idOf, type Stored } from "../oracle/stored.js";
import { recordsToPlantAt } from "./records.js";

/** Whose work a row is. */
export type Desk = "everybody's" | "nobody's";

/** A row whose texts are of one kind, as the API names it. */
export interface Planted {
  readonly type: "VerificationTask" | "Conflict" | "MajorEvent" | "Record";
  readonly id: string;
  readonly category: string;
  readonly field: string | null;
  readonly desk: Desk;
  /** Of a row that is one account's work alone; null: of all, or of none. */
  readonly username: string | null;
}

/** What a planted finding is about stands in its text: by it the finding is known. */
export const textAbout = (field: string | null): string => `about ${field ?? "the record"}`;

const EACH = 3;
const EVENTS: Readonly<Record<string, string>> = {
  litigationCount: "LITIGATION",
  operatingState: "ABNORMAL_OPERATION",
};

const NOW = SEEDED_AT.toISOString();
const CLAIMED_UNTIL = new Date(SEEDED_AT.getTime() + 3_600_000).toISOString();

type Row = Readonly<Record<string, unknown>>;

class Planter {
  readonly planted: Planted[] = [];
  readonly #records: string[] = [];
  readonly #rows = new Map<string, Row[]>();

  constructor(
    private readonly scene: Scene,
    private readonly usernames: readonly string[],
  ) {}

  #insert(table: string, row: Row): void {
    this.#rows.set(table, [...(this.#rows.get(table) ?? []), row]);
  }

  /** What refers to another comes after it. All rows of a table have the same columns, but for null. */
  async #write(): Promise<void> {
    for (const [table, rows] of this.#rows) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(", ");
      const text = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::text::json)`;
      await asOwner(this.scene.archive.database, text, [JSON.stringify(rows)]);
    }
  }

  async all(): Promise<Planted[]> {
    const { database } = this.scene.archive;
    await asOwner(database, "alter table conflict drop constraint conflict_pair");
    await asOwner(database, "alter table information_record disable trigger record_sealed_stays");
    for (const category of CATEGORIES) {
      const pairs = recordsToPlantAt(this.scene, this.usernames, category).slice(0, 2 * EACH);
      if (pairs.length < 2) throw new Error(`there are too few records of ${category}`);
      const half = Math.ceil(pairs.length / 2);
      for (const [i, pair] of pairs.entries()) this.#around(pair, i < half ? "everybody's" : "nobody's");
    }
    const told = "party = '门卫', reference = '第一页', return_reason = '说明'";
    await asOwner(database, `update information_record set ${told} where id in ('${this.#records.join("','")}')`);
    await this.#write();
    return this.planted;
  }

  #note(type: Planted["type"], table: Parameters<typeof idOf>[0], id: string, row: Omit<Planted, "type" | "id">): void {
    this.planted.push({ type, id: idOf(table, id), ...row });
  }

  #around(pair: readonly [Stored, Stored], desk: Desk): void {
    const [first] = pair;
    const { category } = first;
    const kinds = [null, ...graverFieldsOf(category)];
    this.#records.push(first.id);
    this.#note("Record", "information_record", first.id, { category, field: null, desk, username: null });
    for (const field of kinds) {
      this.#screening(first, field);
      this.#conflict(pair, field, desk);
    }
    this.#evidence(first);
    for (const username of desk === "nobody's" ? [null] : this.usernames) this.#task(pair, desk, username);
  }

  #of({ id, customer_id }: Stored) {
    return { id: randomUUID(), record_id: id, customer_id };
  }

  #screening(record: Stored, field: string | null): void {
    const overridden = { overridden_by: this.scene.world.account("reviewer").id, override_reason: "查明" };
    const told = { rule: "R1", severity: "WARNING", clause: "SP8", message: textAbout(field), found_at: NOW };
    this.#insert("screening_finding", { ...this.#of(record), field: field ?? "note", ...told, ...overridden });
  }

  #evidence(record: Stored): void {
    const file = { name: textAbout(null), media_type: "application/pdf", size_bytes: 1, sha256: "0".repeat(64) };
    const added = { added_by: this.scene.world.account("collector").id, added_at: NOW };
    this.#insert("evidence", { ...this.#of(record), ...file, ...added });
  }

  #conflict([first, second]: readonly [Stored, Stored], field: string | null, desk: Desk): void {
    const { category, customer_id } = first;
    const id = randomUUID();
    const reviewer = this.scene.world.account("reviewer").id;
    const resolved = { resolution: "BOTH_VALID", reason: "查明", resolved_by: reviewer, resolved_at: NOW };
    const between = { customer_id, category, first_id: first.id, second_id: second.id, fields: [field ?? "note"] };
    this.#insert("conflict", { id, ...between, ...resolved, opened_at: NOW, version: 1 });
    this.#note("Conflict", "conflict", id, { category, field, desk, username: null });
  }

  #task(records: readonly [Stored, Stored], desk: Desk, username: string | null): void {
    const [{ customer_id, category }] = records;
    const id = randomUUID();
    const holder =
      username === null
        ? { status: "OPEN" }
        : {
            status: "CLAIMED",
            assignee_id: this.scene.world.account(username).id,
            claimed_until: CLAIMED_UNTIL,
          };
    const why = {
      method: "DOCUMENT_CHECK",
      cause: "REQUEST",
      priority: "LOW",
      due_at: NOW,
      created_at: NOW,
      version: 1,
    };
    const told = {
      request_reason: "说明",
      reason: "说明",
      reason_code: "OTHER",
      return_reason: "说明",
      return_code: "UNCLEAR",
    };
    this.#insert("verification_task", { id, customer_id, category, ...why, ...holder, ...told });
    for (const record of records)
      this.#insert("verification_task_record", { task_id: id, record_id: record.id, customer_id, category });
    const [about] = textsAt("VerificationTask.findings", [category]);
    this.#note("VerificationTask", "verification_task", id, { category, field: about?.field ?? null, desk, username });
    this.#finding(records[0], id);
    for (const { field } of textsAt("MajorEvent.kind", [category]))
      this.#event(records[0], id, { category, field, desk, username });
  }

  #finding(record: Stored, task: string): void {
    const { category } = record;
    // Nothing graver than the category is verified but of an operation.
    const field = category === "OPERATION" ? "employees" : "note";
    const by = { performed_by: this.scene.world.account("verifier2").id, found_at: NOW };
    const told = { result: "CONFIRMED", reason: "SEEN_ON_SITE", source_party: "门卫", note: textAbout(null) };
    const observed = { observed_record_id: record.id };
    this.#insert("finding", {
      ...this.#of(record),
      task_id: task,
      category,
      field,
      ...told,
      ...by,
      ...observed,
    });
  }

  #event({ customer_id }: Stored, task: string, row: Omit<Planted, "type" | "id">): void {
    const id = randomUUID();
    const reported = { reported_by: this.scene.world.account("clerk").id, reported_at: NOW, occurred_on: "2026-06-01" };
    const told = { kind: EVENTS[row.field ?? ""] ?? "EQUITY", description: "说明", version: 1, closed_at: NOW };
    this.#insert("major_event", { id, customer_id, category: row.category, task_id: task, ...told, ...reported });
    this.#note("MajorEvent", "major_event", id, row);
  }
}

/** Plants rows of every kind of text there is, each once on everybody's desk and once on nobody's. */
export const plant = (scene: Scene, usernames: readonly string[]): Promise<Planted[]> =>
  new Planter(scene, usernames).all();
