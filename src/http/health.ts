import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";

const PATIENCE_MS = 2_000;

const answers = async (database: Database): Promise<boolean> => {
  const asked = database.withViewer(SYSTEM, "READ", ({ orm }) => orm.execute(sql`select 1`));
  const late = delay(PATIENCE_MS, false, { ref: false });
  return Promise.race([asked.then(() => true), late]).catch(() => false);
};

/** `/healthz`: the process lives. `/readyz`: it can answer, or 503: the database is away, or it is about to stop. */
export const addHealth = (app: FastifyInstance, database: Database, isStopping: () => boolean): void => {
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    const ready = await answers(database);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "waiting for the database" });
  });
};
