import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { restsUntil } from '~/companies/cooldown.server'
import { isCompanySuppressed } from '~/companies/suppression-check.server'
import { asksUntil } from './survey-hold.server'

/** The steps of the queue: a call says by which of them the caller got the company. */
const queueSteps = ['own_callback', 'callback', 'retry', 'fresh'] as const
type QueueStep = (typeof queueSteps)[number]

/** A campaign that gives this caller calls, and how. */
export type OpenCampaign = {
  id: string
  leaseMinutes: number
  /** Whether a second try comes before a company not yet tried, this time. */
  retryFirst: boolean
  /** When calling ended for the day; null while the campaign calls. */
  quietSince: Date | null
}

/** A callback promised to one caller is given to others when that caller is this late. */
export const callbackGrace = { minutes: 15 }

/** So many of a caller's latest calls are looked at to keep the ratio of second tries. */
const stepsRemembered = 10

/** SQL: the latest steps of the caller that were a second try or a fresh company, in the campaign around. */
export function lastSteps(callerId: string): RawBuilder<string[]> {
  return sql<string[]>`array(
    select latest.step from call as latest
    where latest.caller_id = ${callerId} and latest.campaign_id = campaign.id and latest.step in ('retry', 'fresh')
    order by latest.id desc limit ${sql.lit(stepsRemembered)}
  )`
}

/** Whether a second try is next, so that among a caller's calls about `share` of a hundred are second tries. */
export function isRetryNext(latest: readonly string[], share: number): boolean {
  const retries = latest.filter((step) => step === 'retry').length
  return retries * 100 < share * (latest.length + 1)
}

/**
 * SQL: the id, company and step of the task the caller gets, locked; no row when there is none. The arms are tried
 * in order and each reads its own index from the start, so that a claim costs the same however long the list is.
 */
export function nextTask(viewer: Pick<Viewer, 'userId'>, campaign: OpenCampaign) {
  const steps: QueueStep[] = campaign.quietSince
    ? ['own_callback', 'callback']
    : ['own_callback', 'callback', ...(campaign.retryFirst ? tries : [...tries].reverse())]
  const arms = steps.map((step) => sql`select * from (${firstOf(step, viewer, campaign)}) as ${sql.id(step)}`)
  return sql`${sql.join(arms, sql` union all `)} limit 1`
}

const tries = ['retry', 'fresh'] as const

function firstOf(step: QueueStep, viewer: Pick<Viewer, 'userId'>, campaign: OpenCampaign) {
  // A promised callback is kept although another project was in touch meanwhile. "Is null" of a subquery makes the planner
  // expect a row in two hundred, and sort the whole list for it.
  const rested = isCallback(step)
    ? sql`true`
    : sql`coalesce(greatest(
        ${restsUntil('task.company_id', 'task.campaign_id')},
        ${asksUntil('task.company_id', 'task.campaign_id')}
      ) <= now(), true)`
  const agreedForNow = campaign.quietSince ? sql`task.due_at >= ${campaign.quietSince}` : sql`true`
  return sql`
    select task.id, task.company_id, ${sql.lit(step)} as step
    from call_task as task
    join company on company.id = task.company_id
    where task.campaign_id = ${campaign.id} and task.due_at <= now() and ${ofStep[step](viewer.userId)}
      and ${agreedForNow}
      and not exists (
        select from call as held
        where held.company_id = task.company_id and held.outcome is null and held.released_at is null
      )
      and not ${isCompanySuppressed('phone')}
      and ${rested}
    order by ${orderOf[step]}
    limit 1
    for no key update of task skip locked
  `
}

const isCallback = (step: QueueStep) => step === 'own_callback' || step === 'callback'

const ofStep: Record<QueueStep, (callerId: string) => RawBuilder<unknown>> = {
  own_callback: (callerId) => sql`task.status = 'callback' and task.callback_for = ${callerId}`,
  callback: () => sql`task.status = 'callback' and (
    task.callback_for is null
    or task.due_at <= now() - make_interval(mins => ${sql.lit(callbackGrace.minutes)})
  )`,
  retry: () => sql`task.status = 'queued' and task.attempts > 0`,
  fresh: () => sql`task.status = 'queued' and task.attempts = 0`,
}

/** The order within a step. That of companies not yet tried is the campaign's own: whom it is worth calling first. */
const orderOf: Record<QueueStep, RawBuilder<unknown>> = {
  own_callback: sql`task.due_at, task.id`,
  callback: sql`task.due_at, task.id`,
  retry: sql`task.due_at, task.id`,
  fresh: sql`task.position, task.id`,
}
