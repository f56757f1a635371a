import "reflect-metadata";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { lexicographicSortSchema } from "graphql";
import { archiveSchema } from "../resolvers/index.js";

// The schema of the archive in SDL, sorted, with what kind of fact every coordinate is.
const schema = lexicographicSortSchema(await archiveSchema());
process.stdout.write(`${printSchemaWithDirectives(schema)}\n`);
