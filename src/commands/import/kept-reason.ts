/** Characters kept of why a row or a file is not imported: it may quote a header, or what a map names. */
const MOST_KEPT = 1000;

/** A reason as it can be stored and shown, whatever it quotes. */
export const keptReason = (reason: string): string => {
  const cut = reason.length <= MOST_KEPT ? reason : `${reason.slice(0, MOST_KEPT)}…`;
  return cut.replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");
};
