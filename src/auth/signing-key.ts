import { randomBytes } from "node:crypto";
import { keptSecret, type SecretName } from "./kept-secret.js";

const generated = (): string => randomBytes(32).toString("base64url");

/**
 * The secret that signs tokens, or that of the ledger: the configured one, else one generated once and kept beside the
 * embedded database, so that sign-ins outlive a restart. Production has to configure both.
 */
export const signingKey = async (
  configured: string | undefined,
  folder: string,
  name: Extract<SecretName, "token-secret" | "ledger-key"> = "token-secret",
): Promise<string> => configured ?? keptSecret(folder, name, generated);
