import type { FastifyInstance } from "fastify";
import { type Logger, pino } from "pino";
import { isViewer } from "../auth/viewer.js";

export type { Logger };

/** Nothing logs headers today; whoever starts to still does not log this one. */
const SECRETS = [
  "authorization",
  "headers.authorization",
  "req.headers.authorization",
  "request.headers.authorization",
];

export const createLogger = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: SECRETS });

/** One line per request: who did what, how it ended, how long it took. No values, variables, tokens, query text. */
export const logRequests = (app: FastifyInstance, log: Logger): void => {
  app.addHook("onResponse", async (request, reply) => {
    const { context } = request;
    const viewer = context !== null && isViewer(context.principal) ? context.principal : undefined;
    log.info({
      requestId: request.id,
      method: request.method,
      // The path as it is served, not as it was sent: what stands in an address may be anything.
      path: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      operation: context?.operationName ?? undefined,
      purpose: context?.purpose ?? undefined,
      registered: context?.persisted?.id,
      role: viewer?.role,
      account: viewer?.accountId,
    });
  });
};
