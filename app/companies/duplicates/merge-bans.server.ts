import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { meets } from '../suppression-check.server'
import { logged, type Merge } from './merged-rows.server'

/** A ban counts here whatever it forbids. */
const meetsCompany = meets('company', ['phone', 'email', 'sms'])

/**
 * Runs a merge so that no ban gets lost in it: one that met the company that goes by its number, address or business ID,
 * and would not meet the one that stays, is written for that too.
 */
export async function keepStricterBans(trx: Trx, merge: Merge, run: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select suppression.id from suppression join company on ${meetsCompany}
    where company.id = ${merge.removedId} and suppression.lifted_at is null
  `.execute(trx)
  await run()
  await copyBans(trx, merge, merge.keptId, sql`suppression.id = any(${rows.map(({ id }) => id)}::uuid[])`)
}

/**
 * After a merge is undone: what the one company asked while it was both is held to for both. The bans that a merge
 * wrote are gone again by now.
 */
export async function spreadLaterBans(trx: Trx, merge: Merge & { mergedAt: Date }): Promise<void> {
  await copyBans(
    trx,
    merge,
    merge.removedId,
    sql`suppression.created_at > ${merge.mergedAt} and exists (
      select from company where company.id = ${merge.keptId} and ${meetsCompany}
    )`,
  )
}

async function copyBans(
  trx: Trx,
  merge: Merge,
  companyId: string,
  which: ReturnType<typeof sql>,
): Promise<void> {
  await logged(
    trx,
    merge,
    'suppression',
    'added',
    sql`
      insert into suppression (
        company_id, channel, reason, asked_by, asked_how, asked_on, wording, created_by, created_at
      )
      select ${companyId}::uuid, suppression.channel, suppression.reason, suppression.asked_by, suppression.asked_how,
        suppression.asked_on, suppression.wording, suppression.created_by, suppression.created_at
      from suppression
      where suppression.lifted_at is null and ${which}
        and not exists (select from company where company.id = ${companyId} and ${meetsCompany})
      returning jsonb_build_object('id', id) as key, '{}'::jsonb as before, jsonb_build_object('lifted_at', null) as after
    `,
  )
}

/** A person who said no to one of the two companies and yes to the other has said no: the yes is no longer in force. */
export async function strictestConsent(trx: Trx, merge: Merge): Promise<void> {
  await logged(
    trx,
    merge,
    'consent',
    'changed',
    sql`
      update consent set superseded_at = now()
      where company_id = ${merge.keptId} and answer = 'given' and superseded_at is null and withdrawn_at is null
        and exists (
          select from consent as refused
          where refused.company_id = consent.company_id and refused.candidate_id = consent.candidate_id
            and refused.tier = consent.tier and refused.round_id is not distinct from consent.round_id
            and refused.item is not distinct from consent.item
            and refused.answer = 'refused' and refused.superseded_at is null and refused.withdrawn_at is null
        )
      returning jsonb_build_object('id', id) as key, jsonb_build_object('superseded_at', null) as before,
        jsonb_build_object('superseded_at', superseded_at) as after
    `,
  )
}
