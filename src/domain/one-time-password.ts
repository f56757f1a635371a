/** Hours for which a password that somebody else has set lets its person in, once, to choose their own. */
export const ONE_TIME_PASSWORD_HOURS = 72;

export const oneTimeUntil = (setAt: Date): Date => new Date(setAt.getTime() + ONE_TIME_PASSWORD_HOURS * 3_600_000);

/** Whether a password is good for anything; one's own, for which no end is set, always is. */
export const passwordHolds = (until: Date | null, now: Date): boolean => until === null || now < until;
