import type { FastifyInstance, FastifyRequest } from "fastify";

/** How long a request has to come in: as long as a slow phone needs. */
const REQUEST_MS = 30_000;

const late = new WeakMap<object, NodeJS.Timeout>();

const hurry = ({ raw }: FastifyRequest): void => {
  const cutOff = (): void => void (raw.complete || raw.destroy());
  late.set(raw, setTimeout(cutOff, REQUEST_MS).unref());
};

/** For a request that may take longer to come in than others: until it is answered. */
export const takeTime = ({ raw }: FastifyRequest): void => clearTimeout(late.get(raw));

/**
 * Cuts off whoever sends a request a byte at a time. What is answered before it has come in may still come in, as clients
 * send all of it before they listen; it is thrown away.
 */
export const addHurry = (app: FastifyInstance): void => {
  app.addHook("onRequest", async (request) => hurry(request));
  app.addHook("onResponse", async (request) => {
    takeTime(request);
    if (request.raw.complete) return;
    hurry(request);
    request.raw.resume();
  });
};
