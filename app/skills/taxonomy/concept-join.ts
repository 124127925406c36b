/** What a person says of a concept and the skill of ours that its labels lead to. */
export const JOIN_DECISIONS = ['joined', 'apart', 'ignored'] as const
export type JoinDecision = (typeof JOIN_DECISIONS)[number]
