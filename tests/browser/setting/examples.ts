import { setTimeout as sleep } from 'node:timers/promises'
import { SURVEY_QUESTIONS } from '~/campaigns/survey'
import { surveyLinkHash } from '~/campaigns/survey-mail.server'
import { linkHash } from '~/meetings/invitations.server'
import { instantOf, plusDays, today } from '~/platform/dates'
import { LINKS } from './addresses'
import { askDatabase } from './database'
import { emailOf, sessionOf, walkerOf } from './test'

const baseURL = () => `http://localhost:${process.env.SILTA_TEST_PORT}`

/** What the demo does not hold and a page is about: a mail, a checked import, a call under way, links in mails. */
export async function addExamples(): Promise<void> {
  await post('/forgotten-password', '', { email: walkerOf('liaison') })
  await addImports(await sessionOf(emailOf('liaison')))
  await claimCall(await sessionOf(emailOf('caller')))
  await addCompanyWork(await sessionOf(emailOf('liaison')))
  await addLinks()
  await addTaxonomy(await sessionOf(emailOf('administrator')))
  await addOwnSkill(await sessionOf(emailOf('administrator')))
}

/** One import that is taken in and could be undone, and one that waits in the preview. */
async function addImports(cookie: string): Promise<void> {
  const committed = await addCheckedImport(cookie, 'Y-tunnus;Nimi\n0112038-9;Viety Esimerkki Oy\n')
  await post(`${committed}/commit`, cookie, {})
  await untilImport(committed, 'committed')
  await addCheckedImport(cookie, 'Y-tunnus;Nimi\n0538134-0;Esimerkki Oy\n0538134-1;Virhe Oy\n')
}

/** A classification with a concept that joins by itself and one that waits for review. */
async function addTaxonomy(cookie: string): Promise<void> {
  const lines = [
    'conceptUri,preferredLabel,altLabels',
    'http://data.europa.eu/esco/skill/one,Kubernetes,',
    'http://data.europa.eu/esco/skill/two,container platforms,k8s',
  ]
  const file = new File([lines.join('\n')], 'skills_en.csv', { type: 'text/csv' })
  await post('/skills/taxonomies', cookie, { file })
  for (let tries = 0; tries < 200; tries += 1) {
    const done = await askDatabase((db) =>
      db.selectFrom('taxonomy_import').select('id').where('status', '=', 'done').executeTakeFirst(),
    )
    if (done) return
    await sleep(100)
  }
  throw new Error('the taxonomy was not taken in')
}

/** A skill of the house's own. A word that waits is brought by the needs of the demonstration. */
async function addOwnSkill(cookie: string): Promise<void> {
  await post('/skills/new', cookie, { fi: 'Esimerkkijärjestelmä', kind: 'tool', words_any: 'esimjärj' })
}

async function addCheckedImport(cookie: string, table: string): Promise<string> {
  const file = new File([table], 'esimerkki.csv', { type: 'text/csv' })
  const columns = await post('/companies/imports/new', cookie, {
    name: 'Esimerkki',
    provider: 'other',
    file,
  })
  await untilImport(columns, 'read')
  const address = await post(columns, cookie, { 'columns[0]': 'business_id', 'columns[1]': 'name' })
  await untilImport(address, 'checked')
  return address
}

/** Imports are worked on in the background. */
async function untilImport(address: string, status: string): Promise<void> {
  const id = /imports\/([^/]+)/.exec(address)?.[1] ?? ''
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await askDatabase((db) =>
      db.selectFrom('company_import').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    if (found.status === status) return
    await sleep(100)
  }
  throw new Error(`the import of ${address} did not come to ${status}`)
}

async function claimCall(cookie: string): Promise<void> {
  const campaign = await askDatabase((db) =>
    db
      .selectFrom('campaign')
      .innerJoin('campaign_caller', 'campaign_caller.campaign_id', 'campaign.id')
      .innerJoin('user_account', 'user_account.id', 'campaign_caller.user_id')
      .select('campaign.id')
      .where('campaign.status', '=', 'running')
      .where('user_account.email', '=', emailOf('caller'))
      .executeTakeFirstOrThrow(),
  )
  await post(`/campaigns/${campaign.id}/calls`, cookie, {})
}

/** Sends a form and gives the address it leads to. */
async function post(address: string, cookie: string, fields: Record<string, string | File>): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await fetch(baseURL() + address, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: baseURL(), Cookie: cookie },
    body,
  })
  const to = answer.headers.get('location')
  if (!to) throw new Error(`${address} answered ${answer.status}`)
  return to
}

/** A file of a company, a tag given in bulk that could be taken back, and a list that was taken out. */
async function addCompanyWork(cookie: string): Promise<void> {
  const { companyId, tagId } = await askDatabase(async (db) => ({
    companyId: (await db.selectFrom('company').select('id').limit(1).executeTakeFirstOrThrow()).id,
    tagId: (
      await db
        .insertInto('tag')
        .values({ name: 'Esimerkkitunniste' })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id,
  }))
  const file = new File(['Muistio tapaamisesta'], 'muistio.txt', { type: 'text/plain' })
  await post(`/companies/${companyId}/files/new`, cookie, { file })
  await post('/companies/bulk/tag', cookie, { companyIds: companyId, tagId })
  await (await fetch(`${baseURL()}/needs/export.csv`, { headers: { Cookie: cookie } })).text()
}

/** A survey that was answered and a meeting to come, each with the personal link that its mail would hold. */
async function addLinks(): Promise<void> {
  await askDatabase(async (db) => {
    const campaign = await db
      .selectFrom('campaign')
      .select('id')
      .where('status', '=', 'running')
      .executeTakeFirstOrThrow()
    const { contactId, companyId } = await db
      .selectFrom('contact')
      .select(['id as contactId', 'company_id as companyId'])
      .where('left_at', 'is', null)
      .executeTakeFirstOrThrow()
    const host = await db
      .selectFrom('user_account')
      .select('id')
      .where('email', '=', emailOf('liaison'))
      .executeTakeFirstOrThrow()
    const survey = await db
      .insertInto('survey')
      .values({
        campaign_id: campaign.id,
        place: 'after',
        questions: [...SURVEY_QUESTIONS],
        closes_on: plusDays(today(), 30),
      })
      .onConflict((conflict) =>
        conflict.column('campaign_id').doUpdateSet({ closes_on: plusDays(today(), 30) }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    const recipient = await db
      .insertInto('survey_recipient')
      .values({
        survey_id: survey.id,
        company_id: companyId,
        contact_id: contactId,
        sent_by: host.id,
        answered_at: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('survey_answer')
      .values({ recipient_id: recipient.id, question: 'recruit_skills', position: 0, words: 'Power BI' })
      .execute()
    await db
      .insertInto('survey_link')
      .values({ recipient_id: recipient.id, token_hash: surveyLinkHash(LINKS.survey) })
      .execute()
    const meeting = await db
      .insertInto('meeting')
      .values({
        title: 'Esimerkkitapaaminen',
        kind: 'one_to_one',
        mode: 'online',
        starts_at: instantOf(`${plusDays(today(), 10)}T10:00`),
        host_id: host.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const at = { meeting_id: meeting.id }
    await db
      .insertInto('meeting_company')
      .values({ ...at, company_id: companyId })
      .execute()
    await db
      .insertInto('meeting_contact')
      .values({ ...at, contact_id: contactId })
      .execute()
    await db
      .insertInto('meeting_invitation')
      .values({
        ...at,
        contact_id: contactId,
        method: 'REQUEST',
        sequence: 0,
        token_hash: linkHash(LINKS.booking),
      })
      .execute()
  })
}
