import { z } from 'zod'
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
      presentationId: start?.presentationId ?? null,
      predecessorId: start?.predecessorId ?? null,
    },
    defaults: {
      candidate: start?.candidateNumber ?? asked.get('candidate') ?? '',
      company: company ? companyInWords(company) : (asked.get('company') ?? ''),
      employerOfRecord: company?.name ?? '',
      title: start?.title ?? '',
      roundId: start?.roundId ?? '',
      form: start?.form ?? 'work_trial',
      startsOn: today(),
      daysPerWeek: 5,
      hoursPerDay: 6,
    },
  }
}

type Named = { presentationId?: string; predecessorId?: string }
type Of = { candidateId: string; companyId: string }

/**
 * What a placement of this person at this company grows out of. The ids that a form brought are looked up again: a
 * presentation is of this person to this company, an earlier placement of this person, and its need and presentation
 * go on only at the same company.
 */
export async function findOrigin(db: Db, viewer: Viewer, named: Named, of: Of) {
  const presentation = await fromPresentation(db, named.presentationId ?? null)
  const predecessor = await fromPlacement(db, viewer, named.predecessorId ?? null)
  if ([presentation, predecessor].some((start) => start && start.candidateId !== of.candidateId))
    return 'other_person'
  if (presentation && !predecessor && presentation.companyId !== of.companyId) return 'other_company'
  const start = predecessor ?? presentation
  const goesOn = start?.companyId === of.companyId
  return {
    ...of,
    needId: goesOn ? start.needId : null,
    presentationId: goesOn ? start.presentationId : null,
    predecessorId: predecessor?.predecessorId ?? null,
  }
}

/** Whether the contact is one of the company's. */
export async function worksAt(db: Db, contactId: string, companyId: string): Promise<boolean> {
  const contact = await db
    .selectFrom('contact')
    .select('id')
    .where('id', '=', contactId)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return contact !== undefined
}

const isId = (words: string | null): words is string => z.uuid().safeParse(words).success

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
      'candidate.id as candidateId',
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
      'candidate.id as candidateId',
      'candidate.number as candidateNumber',
    ])
    .where('placement.id', '=', id)
    .executeTakeFirst()
  return placement && { ...placement, form: FOLLOWING[placement.form] ?? 'hire' }
}
