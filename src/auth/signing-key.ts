import { randomBytes } from "node:crypto";
import { keptSecret } from "./kept-secret.js";

const generated = (): string => randomBytes(32).toString("base64url");

/** What a secret is for: the file it is kept in when none is configured. */
type SecretName = "token-secret" | "ledger-key";

/**
 * The secret that signs tokens, or that of the ledger: the configured one, else one generated once and kept beside the
 * embedded database, so that sign-ins outlive a restart. Production has to configure both.
 */
export const signingKey = async (
  configured: string | undefined,
  folder: string,
  name: SecretName = "token-secret",
): Promise<string> => configured ?? keptSecret(folder, name, generated);
