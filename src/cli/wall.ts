import "reflect-metadata";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as tables from "../db/tables/index.js";
import { securedSchema } from "../execution/secured-schema.js";
import { wallAt, wallStatements } from "./wall/statements.js";

// The second wall as a migration: database roles, column grants, row policies, made of the policy. Of the tables that are
// named; of none named all of it.
const { schema, policy } = await securedSchema();
const all = Object.values(tables).flatMap((table) => (is(table, PgTable) ? getTableName(table) : []));
const named = process.argv.slice(2);
const statements = named.length > 0 ? wallAt(schema, policy, named) : wallStatements(schema, policy, all);
process.stdout.write(`${statements.join(";\n--> statement-breakpoint\n")};\n`);
