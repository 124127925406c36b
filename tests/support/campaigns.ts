import type { Insertable } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { claimNextCall } from '~/campaigns/call-queue.server'
import { findOwnCall } from '~/campaigns/calls.server'
import { recordContact } from '~/companies/contact-ledger.server'
import { db } from '~/platform/db.server'
import type { Database } from '../../db/types'
import { makeCompany, makeRound } from './factories'

type Given = { companies: string[]; callers?: string[]; roundId?: string; maxAttempts?: number }

/** A source list with these companies on it. */
export async function makeSourceList(
  companyIds: string[],
  given: { keywords?: string[] } = {},
): Promise<string> {
  const { id } = await db
    .insertInto('source_list')
    .values({ name: 'Vainu-haku, pilvi', provider: 'vainu', keywords: given.keywords ?? [] })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (companyIds.length > 0)
    await db
      .insertInto('source_list_company')
      .values(companyIds.map((company_id) => ({ source_list_id: id, company_id })))
      .execute()
  return id
}

/** Tests run at night too. */
export const atAllHours = {
  calls_from: '00:00',
  calls_until: '24:00',
  call_weekdays: [1, 2, 3, 4, 5, 6, 7],
  calls_on_holidays: true,
}

/** A campaign whose list is still under decision; its companies are undecided. */
export async function makeCampaign(given: Given): Promise<string> {
  const round_id = given.roundId ?? (await makeRound())
  const source_list_id = await makeSourceList(given.companies)
  const { id } = await db
    .insertInto('campaign')
    .values({
      round_id,
      source_list_id,
      name: 'Syksyn soitot',
      max_attempts: given.maxAttempts ?? 4,
      ...atAllHours,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('call_script')
    .values({ campaign_id: id, number: 1, text_fi: 'Hei, olen {caller}. Onko {contact} paikalla?' })
    .execute()
  if (given.companies.length > 0)
    await db
      .insertInto('campaign_company')
      .values(given.companies.map((company_id) => ({ campaign_id: id, company_id })))
      .execute()
  for (const user_id of given.callers ?? [])
    await db.insertInto('campaign_caller').values({ campaign_id: id, user_id }).execute()
  return id
}

/** A campaign that runs: its companies may be called in the order given. */
export async function makeRunningCampaign(given: Given): Promise<string> {
  const id = await makeCampaign(given)
  await db
    .updateTable('campaign_company')
    .set({ decision: 'include' })
    .where('campaign_id', '=', id)
    .execute()
  await db
    .insertInto('call_task')
    .values(given.companies.map((company_id, position) => ({ campaign_id: id, company_id, position })))
    .execute()
  await db
    .updateTable('campaign')
    .set({ status: 'running', list_approved_at: new Date() })
    .where('id', '=', id)
    .execute()
  return id
}

export async function makeCompanies(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push(await makeCompany({ name: `Yritys ${made} Oy` }))
  return ids
}

/** A call to the company of a task, as a row. */
export async function makeCall(
  task: { id: string; company_id: string },
  given: Omit<Insertable<Database['call']>, 'task_id' | 'company_id'>,
): Promise<void> {
  await db
    .insertInto('call')
    .values({ task_id: task.id, company_id: task.company_id, ...given })
    .execute()
}

/** The next company for a caller, each claim in a transaction of its own as in the action. */
export function claim(viewer: Viewer, campaignId: string) {
  return db.transaction().execute((trx) => claimNextCall(trx, viewer, { id: campaignId }))
}

/** Claims and finds the call. */
export async function takeCall(viewer: Viewer, campaignId: string) {
  const claimed = await claim(viewer, campaignId)
  if (claimed.kind === 'nothing') throw new Error('there was nothing to call')
  const call = await findOwnCall(db, viewer, claimed.callId)
  if (!call) throw new Error('the call is not there')
  return call
}

/** Somebody was in touch with the company so many days ago, for another project; a later call moves the contact. */
export function contact(
  companyId: string,
  daysAgo: number,
  given: { reached?: boolean } = {},
): Promise<void> {
  return db.transaction().execute((trx) =>
    recordContact(trx, {
      companyId,
      channel: 'meeting',
      subject: ['meeting', companyId],
      reached: given.reached ?? true,
      userId: null,
      roundId: null,
      at: new Date(Date.now() - daysAgo * 24 * 3_600_000),
    }),
  )
}
