/** The steps of an employer round, in order. Each has a definition in the texts and opens to its rows. */
export const FUNNEL_STEPS = [
  'listed',
  'called',
  'reached',
  'interested',
  'joined_new',
  'joined_returning',
  'meetings',
  'presented',
  'placed',
  'hired',
] as const
export type FunnelStep = (typeof FUNNEL_STEPS)[number]

/** What a step counts: companies, meetings or people; figures of different units are never divided. */
export const UNIT: Record<FunnelStep, 'companies' | 'meetings' | 'persons'> = {
  listed: 'companies',
  called: 'companies',
  reached: 'companies',
  interested: 'companies',
  joined_new: 'companies',
  joined_returning: 'companies',
  meetings: 'meetings',
  presented: 'persons',
  placed: 'persons',
  hired: 'persons',
}

export function isFunnelStep(step: string | undefined): step is FunnelStep {
  return FUNNEL_STEPS.includes(step as FunnelStep)
}
