import { mayCall } from "../../../auth/authority.js";
import type { Viewer } from "../../../auth/viewer.js";
import type { Session } from "../../../db/database.js";
import { findAccountById } from "../../../db/queries/account.js";
import type { StoredImportJob } from "../../../db/queries/import-job.js";
import { Refusal } from "../../../domain/refusal.js";
import { IMPORT_KINDS, type ImportKind } from "../mapping/import-kind.js";
import type { Branch } from "../settings.js";

export interface Uploader {
  readonly viewer: Viewer;
  readonly branch: Branch;
}

/** Whoever uploaded it, as they stand now: what was taken from them since, the import may not do. @throws Refusal */
export const uploaderOf = async (
  session: Session,
  { accountId, branchId, role, kind }: StoredImportJob,
): Promise<Uploader> => {
  const account = await findAccountById(session, accountId);
  const { mutation } = IMPORT_KINDS[kind.toLowerCase() as ImportKind];
  const branch = account === null || account.disabled || !account.roles.includes(role) ? null : account.branch;
  if (account === null || branch?.id !== branchId || !mayCall(role, mutation))
    throw new Refusal("FORBIDDEN", "Whoever uploaded the file may not import it any more.");
  const { username, displayName, roles } = account;
  return { viewer: { accountId, sessionId: accountId, username, displayName, role, roles, branchId }, branch };
};
