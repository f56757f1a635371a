/** Types that are no rows of the archive: what they say is looked at elsewhere, by the judge whether it is said at all. */
export const PLAIN: ReadonlySet<string> = new Set(
  [
    "Completeness MissingItem InformationCategory CategoryField PageInfo Viewer Clearance Account AccessToken Notice",
    "AccessEvent AccessRead AccessExplanation ClearanceCell RoleClearance TextClearance CreditProposal ScoreLine ImportJob ImportedRow",
    "ArchiveStatistics StatisticsGroup StatisticsKey StatisticsValue SharingAgreement",
  ].flatMap((names) => names.split(" ")),
);
