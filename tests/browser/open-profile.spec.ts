import { askDatabase } from './setting/database'
import { emailOf, expect, test } from './setting/test'

const aSecond = { timeout: 1_000 }

/** A profile that the demonstration's employer can open now, of a person nobody else's test needs. */
function openProfileOf(email: string) {
  return askDatabase((db) =>
    db
      .selectFrom('presentation')
      .innerJoin('user_account', 'user_account.contact_id', 'presentation.contact_id')
      .innerJoin('consent', 'consent.id', 'presentation.consent_id')
      .select(['presentation.id', 'presentation.consent_id as consentId'])
      .where('user_account.email', '=', email)
      .where('presentation.status', 'in', ['sent', 'viewed', 'answered'])
      .where('consent.withdrawn_at', 'is', null)
      .where('consent.superseded_at', 'is', null)
      .orderBy('presentation.id')
      .executeTakeFirstOrThrow(),
  )
}

const setWithdrawn = (consentId: string, at: Date | null) =>
  askDatabase((db) =>
    db.updateTable('consent').set({ withdrawn_at: at }).where('id', '=', consentId).execute(),
  )

test('a profile leaves the employer’s screen within a second of the withdrawal', async ({ someone }) => {
  const profile = await openProfileOf(emailOf('employer'))
  const page = await someone(emailOf('employer'))
  const opened = page.waitForResponse((response) => response.url().endsWith('/events'))
  await page.goto(`/portal/${profile.id}`)
  await opened
  const answers = page.getByRole('button', { name: 'Kiinnostaa' })
  await expect(answers).toBeVisible()

  try {
    await setWithdrawn(profile.consentId, new Date())
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Profiili ei ole enää nähtävissä',
      aSecond,
    )
    await expect(answers).toHaveCount(0)
    await expect(page).toHaveTitle(/ei ole enää nähtävissä/)
  } finally {
    await setWithdrawn(profile.consentId, null)
  }
})
