import { type RawBuilder, sql } from 'kysely'
import { FUNNEL_STEPS } from '~/outcomes/funnel'
import type { Db } from '~/platform/db.server'
import { askDatabase } from './database'

/** Whose rows an address is about, by its last parameter, and which of them; addresses of pairs come first. */
const TABLES: [end: RegExp, table: string, those?: string][] = [
  [/^\/calls\/:callId\/(outcome|dial|recording|phone)/, 'call', 'outcome is null and released_at is null'],
  [
    /^\/needs\/told/,
    'call',
    "skills_needed <> '{}' and id not in (select call_id from need where call_id is not null)",
  ],
  [/^\/presentations\/(plans\/)?new/, 'presentation'],
  [/^\/presentations\/:presentationId\/list/, 'sealed_list'],
  [/^\/needs\/:needId\/people\/:candidateId/, 'presentation', 'need_id is not null'],
  [/^\/candidates\/:candidateId\/erasure/, 'person_request'],
  [/^\/own\/blocked-companies\/:companyId/, 'blocked_company'],
  [/^\/own\/skills\/:skillId/, 'candidate_skill'],
  [/:ownContactId/, 'own_contact'],
  [/:absenceId/, 'coach_absence'],
  [/:assessmentId/, 'self_assessment'],
  [/:outsideId/, 'outside_assessment'],
  [/:requestId/, 'person_request'],
  [/:questionId/, 'consent_question'],
  [/:planId/, 'presentation_plan'],
  [/^\/candidates\/.*\/blocked-companies\/:companyId/, 'blocked_company'],
  [/^\/candidates\/.*\/skills\/:skillId/, 'candidate_skill'],
  [/^\/companies\/.*\/engagements\/:roundId/, 'engagement'],
  [/^\/campaigns\/.*\/(tasks|exceptions)\/:companyId/, 'call_task'],
  [/^\/campaigns\/.*\/callers\/:userId/, 'campaign_caller'],
  [/^\/mentoring\/.*\/participants\/:candidateId/, 'programme_participant'],
  [/^\/(mentoring|mentor)\/.*sessions\/:sessionId/, 'mentoring_session'],
  [/^\/skills\/taxonomies\/:importId/, 'taxonomy_import'],
  [/^\/skills\/:skillId\/words/, 'skill', "origin = 'built_in'"],
  [/^\/skills\/:skillId/, 'skill', "origin = 'own'"],
  [/:wordId/, 'unknown_word'],
  [
    /:importId\/rows\/:line/,
    'company_import_row',
    "import_id in (select id from company_import where status = 'checked')",
  ],
  [/:secondId/, 'duplicate_pair'],
  [/:mergeId/, 'company_merge'],
  [/:importId/, 'company_import'],
  [/^\/companies\/.*\/message-consents\/:consentId/, 'message_consent'],
  [/\/contact-log\/:lineId/, 'company_contact_event', "subject_type = 'note'"],
  [/\/acquaintances\/:userId/, 'acquaintance'],
  [/:contactId/, 'contact'],
  [/:siteId/, 'company_site'],
  [/:noteId/, 'company_note'],
  [/:fileId/, 'company_file'],
  [/:promiseId/, 'company_promise'],
  [/:taskId/, 'company_task'],
  [/:tagId/, 'tag'],
  [/:consentId/, 'consent'],
  [/:findingId/, 'cv_finding'],
  [/:cvId/, 'cv'],
  [/:mentorId/, 'mentor'],
  [/:outcomeId/, 'outcome'],
  [/:suppressionId/, 'suppression'],
  [/:sourceListId/, 'source_list'],
  [/:segmentId/, 'segment'],
  [/:bulkChangeId/, 'bulk_change'],
  [/:presentationId/, 'presentation'],
  [/:placementId/, 'placement'],
  [/:programmeId/, 'mentoring_programme'],
  [/:meetingId/, 'meeting'],
  [/:needId/, 'need'],
  [/:callId/, 'call'],
  [/:campaignId/, 'campaign'],
  [/:roundId/, 'employer_round'],
  [/:candidateId/, 'candidate'],
  [/:companyId/, 'company'],
  [/:userId/, 'user_account'],
  [/:mailId/, 'mail'],
  [/:timeId/, 'host_time'],
  [/:recipientId/, 'survey_recipient'],
]

/** Rows whose columns are called otherwise than the parameters of addresses, or stand in two tables. */
const ROWS: Record<string, RawBuilder<unknown>> = {
  acquaintance: sql`acquaintance join (select id as contact_id, company_id from contact) as contact using (contact_id)`,
  company_contact_event: sql`(select subject_id as line_id, company_id, subject_type from company_contact_event) as line`,
  company_file: sql`(select id as file_id, company_id from company_file) as company_file`,
}

/** The secrets of personal links that the examples hold. */
export const LINKS = { survey: 'example-of-a-survey', booking: 'example-of-a-booking' }

/** Pages that ask in their address what they are about. */
const ASKING: Record<string, string> = {
  '/candidates/:candidateId/assessments/:instrument/new':
    '/candidates/:candidateId/assessments/digital_skills/new?version=1',
  '/own/assessments/:instrument/new': '/own/assessments/job_search/new?version=1',
  '/assessment-forms/:instrument/new': '/assessment-forms/digital_skills/new',
  '/companies/:companyId/dial/:who': '/companies/:companyId/dial/company',
  '/companies/:companyId/mail/:who': '/companies/:companyId/mail/company',
  '/needs/told/:source/:toldId/aside': '/needs/told/call/:callId/aside',
  '/needs/told/:source/:toldId/return': '/needs/told/call/:callId/return',
  '/calls/:callId/dial/:who': '/calls/:callId/dial/company',
  '/phone/dial/:who': '/phone/dial/company',
  '/companies/bulk/list': '/companies/bulk/list?scope=all&filter=q%3Dpilvi',
  '/companies/bulk/owner': '/companies/bulk/owner?scope=all&filter=q%3Dpilvi',
  '/companies/bulk/tag': '/companies/bulk/tag?scope=all&filter=q%3Dpilvi',
  '/survey/:token': `/survey/${LINKS.survey}`,
  '/survey/:token/refusal': `/survey/${LINKS.survey}/refusal`,
  '/booking/:token': `/booking/${LINKS.booking}`,
  '/booking/:token/time': `/booking/${LINKS.booking}/time`,
  '/booking/:token/cancellation': `/booking/${LINKS.booking}/cancellation`,
  '/presentations/new': '/presentations/new?need=:needId&candidate=:candidateId',
  '/presentations/plans/new': '/presentations/plans/new?need=:needId&candidate=:candidateId',
}

/** Addresses of this shape that the database of the server under test has something for, newest first. */
export function addressesOf(url: string, limit = 12): Promise<string[]> {
  return askDatabase((db) => addressesIn(db, url, limit))
}

/** The same in a database of one's choosing. */
export async function addressesIn(db: Db, url: string, limit: number): Promise<string[]> {
  const shape = (ASKING[url] ?? url).replace(':step', FUNNEL_STEPS[0])
  const names = shape.match(/:\w+/g) ?? []
  if (names.length === 0) return [shape]
  const [, table, those = 'true'] = TABLES.find(([end]) => end.test(url)) ?? []
  if (!table) throw new Error(`no table is known for ${url}`)

  // A person opens what is the person's own, and only few people have an account.
  const own = url.startsWith('/own/')
    ? sql`candidate_id in (select candidate_id from user_account)`
    : sql`true`
  const rows = ROWS[table] ?? sql.table(table)
  const found = await sql<Record<string, string>>`
    select * from ${rows} where ${own} and ${sql.raw(those)} limit 500
  `.execute(db)
  return found.rows
    .reverse()
    .slice(0, limit)
    .map((row) => names.reduce((address, name) => address.replace(name, partFor(row, name, names)), shape))
}

/** The row's own identifier for the last name in the address, what it refers to for those before. */
function partFor(row: Record<string, string>, name: string, names: string[]): string {
  const column = name.slice(1).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return row[column] ?? (name === names.at(-1) ? row.id : undefined) ?? 'missing'
}
