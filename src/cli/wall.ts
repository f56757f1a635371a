import "reflect-metadata";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as tables from "../db/tables/index.js";
import { securedSchema } from "../execution/secured-schema.js";
import { wallStatements } from "./wall/statements.js";

// The second wall as a migration: database roles, column grants, row policies, made of the policy.
const { schema, policy } = await securedSchema();
const names = Object.values(tables).flatMap((table) => (is(table, PgTable) ? getTableName(table) : []));
process.stdout.write(`${wallStatements(schema, policy, names).join(";\n--> statement-breakpoint\n")};\n`);
