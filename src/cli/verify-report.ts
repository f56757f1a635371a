import type { Damage, Damaged, Verification } from "../commands/verify-archive.js";

const SAID: Readonly<Record<Damage, string>> = {
  CONTENT_CHANGED: "its content is not what was sealed",
  CONTENT_UNREADABLE: "the salt of its seal is gone, though it was not erased",
  NOT_DECRYPTABLE: "it cannot be decrypted: changed, moved from another record, or its key is not configured",
  SEAL_BROKEN: "its seal does not fit its content and the record it supersedes",
  PREDECESSOR_MISSING: "the record it supersedes is gone",
  PREDECESSOR_UNSEALED: "the record it supersedes has lost its seal",
  HASH_MISSING: "its content hash is gone",
};

/** One line per damage: which record, and what is wrong with it. Nothing of what it says. */
export const damageLine = ({ id, damage }: Damaged): string => `${id}: ${SAID[damage]}`;

/** The whole in one line. */
export const summaryLine = ({ verified, erased, damaged }: Verification, seconds: number): string => {
  const parts = [
    `${verified} verified`,
    ...(erased > 0 ? [`${erased} erased and verified without content`] : []),
    damaged > 0 ? `${damaged} DAMAGED` : "none damaged",
  ];
  return `Sealed records: ${parts.join(", ")} (${seconds.toFixed(1)} s).`;
};
