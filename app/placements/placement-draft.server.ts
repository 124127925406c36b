import type { Viewer } from '~/auth/viewer.server'
import { companyInWords } from '~/companies/company-words.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { visiblePlacements } from './placements.server'

/** What a trial, a trainee period or subsidised work usually leads to. */
const FOLLOWING: Record<string, string> = {
  work_trial: 'pay_subsidised',
  trainee: 'hire',
  pay_subsidised: 'hire',
  commission: 'hire',
}

/**
 * What a new placement starts from: a presentation (`?presentation=`), an earlier placement (`?after=`), or a
 * candidate, a company and a need named in the address; nothing is assumed that the viewer may not see.
 */
export async function placementDraft(db: Db, viewer: Viewer, asked: URLSearchParams) {
  const start =
    (await fromPresentation(db, asked.get('presentation'))) ??
    (await fromPlacement(db, viewer, asked.get('after')))
  const company = start?.companyId
    ? await db
        .selectFrom('company')
        .select(['id', 'name', 'business_id as businessId'])
        .where('id', '=', start.companyId)
        .executeTakeFirst()
    : undefined
  const contacts = company
    ? await db
        .selectFrom('contact')
        .select(['id', 'name'])
        .where('company_id', '=', company.id)
        .where('left_at', 'is', null)
        .orderBy('name')
        .execute()
    : []
  return {
    contacts,
    origin: {
      needId: start?.needId ?? null,
      presentationId: start?.presentationId ?? null,
      predecessorId: start?.predecessorId ?? null,
      roundId: start?.roundId ?? null,
    },
    defaults: {
      candidate: start?.candidateNumber ?? asked.get('candidate') ?? '',
      company: company ? companyInWords(company) : (asked.get('company') ?? ''),
      employerOfRecord: company?.name ?? '',
      title: start?.title ?? '',
      form: start?.form ?? 'work_trial',
      startsOn: today(),
      daysPerWeek: 5,
      hoursPerDay: 6,
    },
  }
}

const isId = (words: string | null): words is string => words !== null && /^[0-9a-f-]{36}$/.test(words)

async function fromPresentation(db: Db, id: string | null) {
  if (!isId(id)) return undefined
  const presentation = await db
    .selectFrom('presentation')
    .innerJoin('candidate', 'candidate.id', 'presentation.candidate_id')
    .leftJoin('need', 'need.id', 'presentation.need_id')
    .select([
      'presentation.id as presentationId',
      'presentation.company_id as companyId',
      'presentation.need_id as needId',
      'presentation.round_id as roundId',
      'candidate.number as candidateNumber',
      'need.title',
    ])
    .where('presentation.id', '=', id)
    .executeTakeFirst()
  return presentation && { ...presentation, predecessorId: null, form: 'work_trial' }
}

async function fromPlacement(db: Db, viewer: Viewer, id: string | null) {
  if (!isId(id)) return undefined
  const placement = await visiblePlacements(db, viewer)
    .select([
      'placement.id as predecessorId',
      'placement.company_id as companyId',
      'placement.need_id as needId',
      'placement.presentation_id as presentationId',
      'placement.round_id as roundId',
      'placement.title',
      'placement.form',
      'candidate.number as candidateNumber',
    ])
    .where('placement.id', '=', id)
    .executeTakeFirst()
  return placement && { ...placement, form: FOLLOWING[placement.form] ?? 'hire' }
}
