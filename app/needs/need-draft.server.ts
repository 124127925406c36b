import { z } from 'zod'
import type { Viewer } from '~/auth/viewer.server'
import { findCompany } from '~/companies/companies.server'
import { listContacts } from '~/companies/contacts.server'
import type { Db } from '~/platform/db.server'
import { orNotFound } from '~/platform/http.server'

const Origin = z.object({
  company: z.uuid().nullable().catch(null),
  call: z.uuid().nullable().catch(null),
  meeting: z.uuid().nullable().catch(null),
})

/**
 * What a new need starts from: a company (`?company=`), and the words told in a call (`?call=`) or a meeting
 * (`?meeting=`) with it. A call tells the company by itself. 404 for a company that the viewer does not see.
 */
export async function needDraft(db: Db, viewer: Pick<Viewer, 'roles'>, asked: URLSearchParams) {
  const {
    call: callId,
    meeting: meetingId,
    ...origin
  } = Origin.parse({
    company: asked.get('company'),
    call: asked.get('call'),
    meeting: asked.get('meeting'),
  })
  const call = callId ? await findCall(db, callId) : undefined
  const companyId = origin.company ?? call?.companyId
  if (!companyId) return { company: null, contacts: [], callId, meetingId, words: [], contactId: null }
  const company = orNotFound(await findCompany(db, viewer, companyId))
  const contacts = await listContacts(db, viewer, company.id)
  const ownCall = call?.companyId === company.id ? call : undefined
  const words = ownCall?.words ?? (meetingId ? await wordsOfMeeting(db, meetingId, company.id) : [])
  return {
    company: { id: company.id, name: company.name },
    contacts: contacts.filter((contact) => !contact.leftAt).map(({ id, name }) => ({ id, name })),
    callId,
    meetingId,
    words,
    contactId: ownCall?.contactId ?? null,
  }
}

function findCall(db: Db, callId: string) {
  return db
    .selectFrom('call')
    .select(['company_id as companyId', 'contact_id as contactId', 'skills_needed as words'])
    .where('id', '=', callId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
}

/** Of a meeting with one company alone: of what several spoke of together nobody knows whose need it was. */
async function wordsOfMeeting(db: Db, meetingId: string, companyId: string): Promise<string[]> {
  const companies = await db
    .selectFrom('meeting')
    .innerJoin('meeting_company', 'meeting_company.meeting_id', 'meeting.id')
    .select(['meeting.skills_told as words', 'meeting_company.company_id as companyId'])
    .where('meeting.id', '=', meetingId)
    .limit(2)
    .execute()
  const [only, other] = companies
  return only && !other && only.companyId === companyId ? only.words : []
}
