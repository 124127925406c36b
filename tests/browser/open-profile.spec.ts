import { askDatabase } from './setting/database'
import { emailOf, expect, test } from './setting/test'
import { open } from './setting/work'

const aSecond = { timeout: 1_000 }
const PHONE = { viewport: { width: 390, height: 844 } }

/** A profile that the demonstration's employer can open now, with whoever it is about. */
function openProfileOf(email: string) {
  return askDatabase((db) =>
    db
      .selectFrom('presentation')
      .innerJoin('user_account', 'user_account.contact_id', 'presentation.contact_id')
      .innerJoin('consent', 'consent.id', 'presentation.consent_id')
      .select([
        'presentation.id',
        'presentation.consent_id as consentId',
        'presentation.candidate_id as candidateId',
      ])
      .where('user_account.email', '=', email)
      .where('presentation.status', 'in', ['sent', 'viewed', 'answered'])
      .where('consent.withdrawn_at', 'is', null)
      .where('consent.superseded_at', 'is', null)
      .orderBy('presentation.id')
      .executeTakeFirstOrThrow(),
  )
}

/** What the house has mailed last of this kind; without a mail service it is kept. */
async function lastMail(kind: string): Promise<string> {
  const mail = await askDatabase((db) =>
    db
      .selectFrom('mail')
      .select('body_text as text')
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  )
  return mail?.text ?? ''
}

test('a person enters by link and code and withdraws, and the profile leaves the employer’s screen within a second', async ({
  someone,
}) => {
  const profile = await openProfileOf(emailOf('employer'))
  const coach = await someone(emailOf('coordinator'))
  await open(coach, `/candidates/${profile.candidateId}/own-page`)
  await coach.getByRole('button', { name: 'Näytä linkki tässä' }).click()
  const address = (await coach.getByText('/own/enter/').textContent()) ?? ''
  await expect(coach.getByRole('img', { name: 'Linkki kuvana' })).toBeVisible()

  const employer = await someone(emailOf('employer'))
  const listens = employer.waitForResponse((response) => response.url().endsWith('/events'))
  await employer.goto(`/portal/${profile.id}`)
  await listens
  const answers = employer.getByRole('button', { name: 'Kiinnostaa' })
  await expect(answers).toBeVisible()

  const person = await someone(null, PHONE)
  await open(person, new URL(address).pathname)
  await person.getByRole('button', { name: 'Lähetä koodi' }).click()
  await person.waitForURL(/\/code$/)
  const code = /\d{6}/.exec(await lastMail('own_code'))?.[0] ?? ''
  await person.waitForLoadState('networkidle')
  await person.getByLabel('Koodi').fill(code)
  await person.getByRole('button', { name: 'Jatka' }).click()
  await person.waitForURL(/\/own$/)
  await person.locator('button[name=language][value=fi]').click()
  await expect(person.getByRole('heading', { name: 'Odottaa sinua' })).toBeVisible()

  try {
    await open(person, `/own/presentations/${profile.id}`)
    await person.getByRole('link', { name: 'En halua, että tätä näytetään enää' }).click()
    await person.waitForURL(/withdrawal$/)
    await person.waitForLoadState('networkidle')
    await expect(person.getByText('Nämä ovat jo ehtineet nähdä')).toBeVisible()
    const withdrawn = person.waitForResponse((response) => response.request().method() === 'POST')
    await person.getByRole('button', { name: 'Peru suostumus' }).click()
    await withdrawn
    const heading = employer.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Profiili ei ole enää nähtävissä', aSecond)
    await expect(answers).toHaveCount(0)
    await expect(employer).toHaveTitle(/ei ole enää nähtävissä/)
    await person.waitForURL(/\/own\/consents$/)
    await expect(person.getByText('Peruit')).toBeVisible()
  } finally {
    await askDatabase((db) =>
      db
        .updateTable('consent')
        .set({ withdrawn_at: null, withdrawn_by: null })
        .where('id', '=', profile.consentId)
        .execute(),
    )
  }
})
