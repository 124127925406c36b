import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { storeFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { action, loader } from '~/presentations/routes/new-presentation'
import { as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany, makeConsent, makeContact, makeNeed } from '../support/factories'
import { replyOf } from '../support/reply'

export const PERSON = {
  name: 'Tuulikki Salaperä',
  email: 'tuulikki.salapera@koti.example',
  phone: '+358401234567',
  street: 'Piilokuja 7',
  municipality: 'Kauniainen',
  headline: 'Raportoija, joka tuntee kannat',
  about: 'Olen Tuulikki. Tein raportteja Nordeassa vuosina 2011–2019. Olen 54-vuotias.',
  works_in: ['Espoo', 'Helsinki'],
  forms: ['work_trial', 'hire'],
} as const

/** A person who can be presented to a contact who speaks for a company with a need. */
export async function makeScene(given: { consent?: boolean } = {}) {
  const companyId = await makeCompany()
  const contactId = await makeContact(companyId)
  const needId = await makeNeed(companyId)
  await db
    .insertInto('need_skill')
    .values([
      { need_id: needId, position: 0, words: 'powerBI', skill_id: 'power-bi', must: true },
      { need_id: needId, position: 1, words: 'React-osaaja', skill_id: 'react', must: false },
    ])
    .execute()
  const candidateId = await makeCandidate({
    ...PERSON,
    works_in: [...PERSON.works_in],
    forms: [...PERSON.forms],
  })
  await db
    .insertInto('candidate_language')
    .values({ candidate_id: candidateId, language: 'so', level: 'native' })
    .execute()
  await db
    .insertInto('candidate_skill')
    .values({
      candidate_id: candidateId,
      skill_id: 'power-bi',
      level: 2,
      source: 'cv',
      evidence: 'Rakensin Nordealla Power BI -raportit vuonna 2018 myynnille.',
    })
    .execute()
  const cvId = await makeApprovedCv(candidateId)
  const consentId = given.consent === false ? null : await makeConsent(candidateId, { company_id: companyId })
  return { companyId, contactId, needId, candidateId, consentId, cvId }
}
export type Scene = Awaited<ReturnType<typeof makeScene>>

/** What staff send of the scene when they present the person, or plan to: to whom, and the profile as previewed. */
export function fieldsOf(scene: Scene, page: Awaited<ReturnType<typeof loader>>) {
  return {
    candidateId: scene.candidateId,
    companyId: scene.companyId,
    needId: scene.needId,
    contactId: scene.contactId,
    tier: 'T1',
    expiresOn: page.defaults.expiresOn,
    profileSha256: page.preview.profileSha256,
  }
}

/** Opens the preview and sends what it shows, as staff do. */
export async function present(
  staff: SignedIn,
  scene: Scene,
  fields: Record<string, string> = {},
): Promise<{ status: number; id: string; request: Request }> {
  const page = await loader({
    request: staff.request(`/presentations/new?candidate=${scene.candidateId}&need=${scene.needId}`),
    params: {},
    context: {},
  } as LoaderFunctionArgs)
  const request = staff.post('/presentations/new', { ...fieldsOf(scene, page), ...fields })
  const again = request.clone()
  const reply = await replyOf(() => action({ request, params: {}, context: {} } as ActionFunctionArgs))
  return { status: reply.status, id: reply.location?.split('/').at(-1) ?? '', request: again }
}

/** A CV version that the person has approved, with its file and the employers it names. */
async function makeApprovedCv(candidateId: string): Promise<string> {
  const file = await db.transaction().execute((trx) =>
    storeFile(trx, null, {
      name: 'Tuulikki Salaperä CV.pdf',
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode('CV of the person'),
    }),
  )
  const { id } = await db
    .insertInto('cv')
    .values({
      candidate_id: candidateId,
      file_id: file.id,
      version_number: 1,
      status: 'read',
      approved_on: '2026-01-02',
      reading: { work: [{ employer: 'Nordea Bank Oyj' }], education: [{ school: null }] },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The account that the invitation opened for the contact, signed in. */
export function employerOf({ contactId, companyId }: Scene): Promise<SignedIn> {
  return as('employer', { contactId, companyId })
}
