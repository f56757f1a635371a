import { asOwner } from "../../support/owner.js";
import { writeUnsealed } from "../../support/unsealed.js";
import { testVault } from "../../support/vault.js";
import { isEncrypted } from "../oracle/encrypted.js";
import { keepingLastFour } from "../oracle/masks.js";
import type { Scene } from "../oracle/scene.js";
import type { Stored } from "../oracle/stored.js";

/** Planted in these columns, wherever they hold something: classified values, and texts about records. */
const PLANTED = {
  information_record: [
    ..."person_name position mobile landline email postal_address id_number bank_account party reference return_reason".split(
      " ",
    ),
    ..."operating_state auditor contract_number performance feedback_text resolution rationale scorecard_version".split(
      " ",
    ),
    ..."total_assets total_liabilities equity revenue main_revenue profit_before_tax net_profit tax_paid".split(" "),
    ..."guarantees_given operating_cash_flow amount settled_amount credit_limit".split(" "),
  ],
  consent: ["person_name", "reference", "withdrawal_reason"],
  screening_finding: ["message", "override_reason"],
  finding: ["source_party", "note"],
  evidence: ["name"],
  verification_task: ["request_reason", "reason", "return_reason"],
  conflict: ["reason"],
  major_event: ["description"],
} as const;

export type Planted = keyof typeof PLANTED;

/** Where a value stands that occurs once in all the archive. */
export interface Canary {
  readonly table: Planted;
  readonly column: string;
  readonly id: string;
}

/** Of the form of what stood there, so that what a mask leaves of it is not the number. */
const FORMS: Readonly<Record<string, (number: string) => string>> = {
  person_name: (number) => `王Zk${number}x`,
  mobile: (number) => `139${number}0000`,
  email: (number) => `zZk${number}x@example.com`,
  postal_address: (number) => `上海市静安区Zk${number}x路`,
  id_number: (number) => `31000019${number}0000`,
  bank_account: (number) => `62220219${number}0000`,
};

/** In whichever form: the number is in one of the groups. */
const ANY =
  /Zk(\d{6})x|(?<!\d)139(\d{6})0000(?!\d)|31000019(\d{6})0000|62220219(\d{6})0000|(?<![\w.-])73(\d{6})91(?![\w-])/g;

const BASE64 = /[A-Za-z0-9+/_-]{12,}/g;

const numbersIn = (text: string): string[] =>
  [...text.matchAll(ANY)].map((match) => match.slice(1).find((group) => group !== undefined) ?? "");

export class Canaries {
  readonly #known = new Map<string, Canary>();
  readonly #met = new Set<string>();
  readonly #vault = testVault();

  /** Plants them, and reads the archive again. */
  async plantIn(scene: Scene): Promise<Scene> {
    await writeUnsealed(scene.archive.database, async ({ rows }) => {
      for (const table of Object.keys(PLANTED) as Planted[]) {
        const planted = scene.world.all[table].map((row) => this.#planted(table, row));
        const columns = new Set(planted.flatMap((row) => Object.keys(row)).filter((column) => column !== "id"));
        const set = [...columns].map((column) => `"${column}" = coalesce(v."${column}", t."${column}")`);
        await rows(
          `update ${table} t set ${set.join(", ")} from json_populate_recordset(null::${table}, $1::text::json) v where v.id = t.id`,
          [JSON.stringify(planted)],
        );
      }
    });
    // Plans made for the rows as they were would read all of the table again for each of them.
    await asOwner(scene.archive.database, "analyze");
    scene.archive.sent();
    return scene.reread();
  }

  /** Which of them stand in a text, in clear or in what is written in base64 in it. */
  in(text: string): Canary[] {
    const encoded = (text.match(BASE64) ?? []).map((each) => Buffer.from(each, "base64").toString("latin1"));
    const numbers = new Set([text, ...encoded].flatMap(numbersIn));
    const found = [...numbers].flatMap((number) => this.#known.get(number) ?? []);
    for (const { table, column } of found) this.#met.add(`${table}.${column}`);
    return found;
  }

  /** Columns nothing of which was ever met. */
  unfound(): string[] {
    const places = new Set([...this.#known.values()].map(({ table, column }) => `${table}.${column}`));
    return [...places].filter((place) => !this.#met.has(place));
  }

  #planted(table: Planted, row: Stored): Record<string, unknown> {
    const columns = PLANTED[table].filter((column) => row[column] != null);
    return Object.assign({ id: row.id }, ...columns.map((column) => this.#values(table, column, row)));
  }

  #values(table: Planted, column: string, row: Stored): Record<string, unknown> {
    const number = String(100_000 + this.#known.size);
    this.#known.set(number, { table, column, id: row.id });
    if (typeof row[column] === "number") return { [column]: `73${number}91` };
    const value = FORMS[column]?.(number) ?? `Zk${number}x`;
    if (!isEncrypted(column)) return { [column]: value };
    const place = `information_record.${column}` as const;
    return {
      [column]: this.#vault.encrypt(place, row.id, value),
      [`${column}_masked`]: keepingLastFour(value),
      [`${column}_lookup`]: this.#vault.lookup(place, value),
    };
  }
}
