import type { FastifyInstance } from "fastify";

/** The explorer runs from this server alone. Its editor writes style elements; nothing writes scripts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

export const addSecurityHeaders = (app: FastifyInstance): void => {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(HEADERS);
  });
};
