import { z } from 'zod'
import { companyInWords } from '~/companies/company-words.server'
import type { Db } from '~/platform/db.server'

const isId = (words: string | null): words is string => z.uuid().safeParse(words).success

/** What a new meeting starts from: the company of a call (`?call=`) or a company (`?company=`), and the call's round. */
export async function meetingDraft(db: Db, asked: URLSearchParams) {
  const callId = asked.get('call')
  const call = isId(callId)
    ? await db
        .selectFrom('call')
        .innerJoin('campaign', 'campaign.id', 'call.campaign_id')
        .select(['call.id', 'call.company_id as companyId', 'campaign.round_id as roundId'])
        .where('call.id', '=', callId)
        .executeTakeFirst()
    : undefined
  const companyId = call?.companyId ?? asked.get('company')
  const company = isId(companyId)
    ? await db
        .selectFrom('company')
        .select(['id', 'name', 'business_id as businessId'])
        .where('id', '=', companyId)
        .executeTakeFirst()
    : undefined
  return {
    callId: call?.id ?? null,
    company: company ? companyInWords(company) : '',
    title: company?.name ?? '',
    roundId: call?.roundId ?? '',
  }
}

/** The call a meeting was agreed in, when it was a call to this very company. */
export async function findCallTo(db: Db, companyId: string, callId: string): Promise<string | null> {
  const call = await db
    .selectFrom('call')
    .select('id')
    .where('id', '=', callId)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return call?.id ?? null
}
