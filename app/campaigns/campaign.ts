export const campaignStatuses = ['list_building', 'list_approved', 'running', 'paused', 'closed'] as const
export type CampaignStatus = (typeof campaignStatuses)[number]

/** Where a campaign may go from where it is; approving the list is a step of its own. */
export const nextStatuses: Record<CampaignStatus, readonly CampaignStatus[]> = {
  list_building: ['closed'],
  list_approved: ['running', 'closed'],
  running: ['paused', 'closed'],
  paused: ['running', 'closed'],
  closed: [],
}

export const campaignKinds = ['cold_call', 'survey'] as const

/** What the call list may be narrowed to while companies are decided upon. */
export const listStates = ['undecided', 'included', 'excluded', 'blocked'] as const
