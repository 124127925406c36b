/** Where a company of a frozen list stands that is not done: it can be called now, or what it waits for. */
export const queueStates = ['now', 'held', 'callback', 'retry', 'resting', 'surveyed', 'suppressed'] as const
export type QueueState = (typeof queueStates)[number]
