import "reflect-metadata";
import type { IncomingMessage } from "node:http";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { drizzle } from "drizzle-orm/postgres-js";
import { jwtVerify } from "jose";
import postgres from "postgres";
import { buildSchema } from "type-graphql";
import { loadersOn } from "./loaders.js";
import { withPermissions } from "./permissions.js";
import { type Context, CustomerResolver, FinancialStatementResolver } from "./resolvers.js";

// The packages of the archive, put together as their documentation does it.

const { PORT, DATABASE_URL = "", TOKEN_SECRET } = process.env;
const key = new TextEncoder().encode(TOKEN_SECRET);
const db = drizzle(postgres(DATABASE_URL));

const roleOf = async ({ headers }: IncomingMessage): Promise<string | null> => {
  const token = headers.authorization?.replace("Bearer ", "");
  return token === undefined ? null : String((await jwtVerify(token, key)).payload.role);
};

const schema = await buildSchema({ resolvers: [CustomerResolver, FinancialStatementResolver] });
const server = new ApolloServer<Context>({ schema: withPermissions(schema) });
await startStandaloneServer(server, {
  listen: { port: Number(PORT), host: "127.0.0.1" },
  context: async ({ req }) => ({ role: await roleOf(req), db, loaders: loadersOn(db) }),
});
