import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from "graphql";
import type { NodeType } from "../../domain/node-type.js";
import { Refusal } from "../../domain/refusal.js";
import type { IdentityField } from "../encryption/record-values.js";
import type { Template, Values } from "./template.js";

/**
 * What is looked for by something else than what is given: rows by the keys their ids name, a customer the ledger names by
 * the mark that stands for it, a value that is stored encrypted by its fingerprint.
 */
export type Named = NodeType | "TouchedCustomer" | IdentityField;

const NAMED: Readonly<Record<string, Named>> = {
  "CustomerFilter.id": "Customer",
  "InformationRecordFilter.id": "InformationRecord",
  "InformationRecordFilter.customerId": "Customer",
  "InformationRecordFilter.collectedById": "Person",
  "InformationRecordFilter.idNumber": "idNumber",
  "InformationRecordFilter.bankAccount": "bankAccount",
  "FinancialStatementFilter.id": "InformationRecord",
  "FinancialStatementFilter.customerId": "Customer",
  "FinancialStatementFilter.bankAccount": "bankAccount",
  "VerificationTaskFilter.id": "VerificationTask",
  "VerificationTaskFilter.customerId": "Customer",
  "VerificationTaskFilter.assigneeId": "Person",
  "ConflictFilter.id": "Conflict",
  "ConflictFilter.customerId": "Customer",
  "AccessEventFilter.accountId": "Person",
  "AccessEventFilter.customerId": "TouchedCustomer",
};

const refuse = (where: string, what: string): never => {
  throw new Refusal("BAD_USER_INPUT", `${where}: ${what}`);
};

/** Reads a filter as a template: conditions keep their form, what they compare with becomes a placeholder. */
export class FilterReader {
  constructor(
    private readonly values: Values,
    private readonly storedFor: (named: Named, given: string) => string,
  ) {}

  /** @throws Refusal BAD_USER_INPUT for what would be no condition: dropped silently it would match everything */
  read(type: GraphQLInputType, given: unknown, where = "filter", named?: Named): Template {
    const bare = getNullableType(type);
    if (isInputObjectType(bare))
      return this.#object(
        bare,
        given ?? refuse(where, "null is no condition; leave it out, or use isNull."),
        where,
        named,
      );
    if (isListType(bare) && isInputObjectType(getNullableType(bare.ofType))) {
      const items = (given ?? refuse(where, "null is no list of conditions; leave it out.")) as unknown[];
      return items.map((item) => this.read(bare.ofType, item, where));
    }
    return this.#operand(given, where, named);
  }

  #object(type: GraphQLInputObjectType, given: unknown, where: string, named?: Named): Template {
    const fields = Object.entries(given as object);
    if (fields.length === 0 && "eq" in type.getFields()) refuse(where, "name at least one operator, such as eq.");
    const read = fields.map(([name, value]) => {
      const field = type.getFields()[name];
      if (field === undefined) throw new Error(`${type.name}.${name} is no field`);
      return [name, this.read(field.type, value, `${where}.${name}`, NAMED[`${type.name}.${name}`] ?? named)] as const;
    });
    return { fields: Object.fromEntries(read) };
  }

  #operand(given: unknown, where: string, named?: Named): Template {
    if (given == null || (Array.isArray(given) && given.includes(null))) {
      return refuse(where, "null is no value to compare with; use isNull.");
    }
    const leaf = (value: unknown) => (named ? this.storedFor(named, String(value)) : String(value));
    if (Array.isArray(given)) return this.values.add(given.map(leaf));
    // Whether it has to be null changes the statement, not a value in it.
    if (typeof given === "boolean" && where.endsWith(".isNull")) return { literal: given };
    return this.values.add(leaf(given));
  }
}
