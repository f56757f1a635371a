import type { SecretName } from "../auth/kept-secret.js";
import { signingKey } from "../auth/signing-key.js";
import { dataFolder } from "../db/data-folder.js";

/** The configured secret, else the one kept in the data folder. @throws CannotOpen where nothing can be kept there, DamagedSecret */
export const configuredSecret = async (
  configured: string | undefined,
  dataDir: string,
  name: Extract<SecretName, "token-secret" | "ledger-key">,
): Promise<string> => {
  if (configured === undefined) await dataFolder(dataDir);
  return signingKey(configured, dataDir, name);
};
