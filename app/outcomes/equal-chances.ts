/** How far a person has come, from least to most; each person is in one. */
export const CHANCE_CLASSES = ['not_shown', 'shown', 'viewed', 'refused', 'interested', 'placed'] as const
/** What is lawfully held that people can be grouped by. */
export const GROUPINGS = ['group_language', 'municipality', 'referred_by'] as const
export type Grouping = (typeof GROUPINGS)[number]
