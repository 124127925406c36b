import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { sql } from 'kysely'
import { askDatabase } from './setting/database'
import { expect, test, workerOf } from './setting/test'
import { open } from './setting/work'

const PHONE = { viewport: { width: 390, height: 844 } }
const CARD = /\/calls\/[0-9a-f-]{36}$/

/** What a consultant presses in a morning: the outcome by its keys, what must be typed, then Enter. */
const MORNING: { keys: string; typed?: string; outcome: string }[] = [
  { keys: '11', outcome: 'no_answer' },
  { keys: '12', outcome: 'busy' },
  { keys: '13', outcome: 'wrong_number' },
  { keys: '212', outcome: 'callback' },
  { keys: '311', outcome: 'interested' },
  { keys: '412', outcome: 'no_need_now' },
  { keys: '422', outcome: 'not_interested' },
  { keys: '43', outcome: 'already_in_talks' },
  { keys: '441', typed: 'Älkää soittako enää.', outcome: 'asked_no_more_contact' },
]

test('ten calls by keys alone on a narrow page, each saved and the next one taken', async ({ someone }) => {
  const { campaignId, email } = await aCampaign('Näppäimin', 12)
  const caller = await someone(email, PHONE)
  await takeNext(caller, campaignId)
  await caller.setViewportSize({ width: 320, height: 640 })
  expect(await keysOutsideOfButtons(caller)).toEqual([])
  await caller.setViewportSize(PHONE.viewport)

  for (const { keys, typed, outcome } of MORNING) {
    const card = caller.url()
    const company = await caller.locator('h1').innerText()
    for (const key of keys) await caller.keyboard.press(key)
    if (typed) {
      await expect(caller.locator('[name=wording]')).toBeFocused()
      await caller.keyboard.type(typed)
    }
    await caller.keyboard.press(typed ? 'Control+Enter' : 'Enter')
    await caller.waitForURL((url) => url.href !== card && CARD.test(url.pathname))
    await expect(caller.locator('h1')).not.toHaveText(company)
    await ready(caller)
    expect(await outcomeOf(card)).toBe(outcome)
    await expect.poll(() => caller.evaluate(() => window.scrollY)).toBe(0)
  }

  // The tenth: a slip of the key is taken back with 0, and the rest is left for later.
  const last = caller.url()
  for (const key of '110') await caller.keyboard.press(key)
  await caller.keyboard.press('2')
  await expect(caller.locator('#outcome-busy')).toBeChecked()
  await caller.getByRole('button', { name: 'Tallenna', exact: true }).focus()
  await caller.keyboard.press('Enter')
  await caller.waitForURL('**/calls')
  expect(await outcomeOf(last)).toBe('busy')
  await expect(caller.locator('#today')).toContainText('10')
  const timed = await askDatabase((db) =>
    db
      .selectFrom('call')
      .select('wrap_up_ms')
      .where('campaign_id', '=', campaignId)
      .where('wrap_up_ms', 'is not', null)
      .execute(),
  )
  expect(timed).toHaveLength(10)
})

test('one click rings one number once, whatever is saved after it, and the next card is a fresh one', async ({
  someone,
}) => {
  const { campaignId, email } = await aCampaign('Soitto', 3)
  await askDatabase(async (db) => {
    await db.updateTable('campaign').set({ recording_kept_days: 30 }).where('id', '=', campaignId).execute()
    await db
      .updateTable('company')
      .from('call_task')
      .set({ phone: sql<string>`'+35840555001' || call_task.position` })
      .whereRef('call_task.company_id', '=', 'company.id')
      .where('call_task.campaign_id', '=', campaignId)
      .execute()
  })
  const caller = await someone(email)
  const rung = await numbersRungBy(caller)
  await takeNext(caller, campaignId)
  const card = caller.url()
  const company = await caller.locator('h1').innerText()
  const code = caller.getByRole('img', { name: 'Koodi, joka avaa soittokortin' })

  await caller.getByRole('link', { name: '+358 40' }).click()
  await expect.poll(() => rung.length).toBe(1)
  await caller.getByRole('button', { name: 'Kerroin, ja se sopii' }).click()
  await expect(caller.getByText('Tallennuksesta on kerrottu')).toBeVisible()
  await caller.getByRole('button', { name: 'Avaa puhelimella' }).click()
  await expect(code).toBeVisible()
  await caller.getByRole('button', { name: 'Ei tavoitettu' }).click()
  await caller.locator('#outcome-busy').check()
  await caller.locator('[name=note]').pressSequentially('Varattu', { delay: 60 })
  await caller.getByRole('button', { name: 'Tallenna ja ota seuraava' }).click()

  await caller.waitForURL((url) => url.href !== card && CARD.test(url.pathname))
  await expect(caller.locator('h1')).not.toHaveText(company)
  await caller.waitForLoadState('networkidle')
  await expect(caller.getByRole('link', { name: '+358 40' })).toBeVisible()
  await expect(code).toHaveCount(0)
  expect(rung).toHaveLength(1)
  await caller.getByRole('link', { name: '+358 40' }).click()
  await expect.poll(() => rung.length).toBe(2)
  expect(new Set(rung).size).toBe(2)
  const saved = await askDatabase((db) =>
    db.selectFrom('call').select('wrap_up_ms').where('id', '=', idIn(card)).executeTakeFirstOrThrow(),
  )
  expect(saved.wrap_up_ms).toBeGreaterThan('Varattu'.length * 60)
})

test('a lost network keeps what was typed and sends it once by itself', async ({ someone }) => {
  const { campaignId, email } = await aCampaign('Katkos', 3)
  const caller = await someone(email, PHONE)
  await takeNext(caller, campaignId)
  const card = caller.url()
  await caller.keyboard.press('1')
  await caller.keyboard.press('1')
  await caller.locator('[name=note]').fill('Vastaaja päällä')

  await caller.context().setOffline(true)
  await caller.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(caller.getByText('Yhteys on poikki')).toBeVisible()
  await expect(caller.locator('[name=note]')).toHaveValue('Vastaaja päällä')
  await caller.context().setOffline(false)

  await caller.waitForURL('**/calls')
  expect(await outcomeOf(card)).toBe('no_answer')
})

test('a reload in the middle of a call loses nothing that was typed', async ({ someone }) => {
  const { campaignId, email } = await aCampaign('Lataus', 3)
  const caller = await someone(email, PHONE)
  await takeNext(caller, campaignId)
  await caller.keyboard.press('1')
  await caller.keyboard.press('3')
  await caller.locator('[name=personName]').fill('Aino Laine')
  await caller.locator('[name="answers[0].answer"][value=useita]').check()

  await caller.reload()
  await caller.waitForLoadState('networkidle')

  await expect(caller.locator('#outcome-wrong_number')).toBeChecked()
  await expect(caller.locator('[name=personName]')).toHaveValue('Aino Laine')
  await expect(caller.locator('[name="answers[0].answer"][value=useita]')).toBeChecked()
})

test("a call handed over to the caller's phone is finished there, and the computer moves on", async ({
  someone,
}) => {
  const { campaignId, email } = await aCampaign('Puhelin', 3)
  const caller = await someone(email)
  await takeNext(caller, campaignId)
  const card = caller.url()
  const answered = caller.waitForResponse((response) => response.url().includes('/phone'))
  await caller.getByRole('button', { name: 'Avaa puhelimella' }).click()
  const token = /\/phone\/([\w-]{40,})/.exec(await (await answered).text())?.[1]
  await expect(caller.getByRole('img', { name: 'Koodi, joka avaa soittokortin' })).toBeVisible()

  const phone = await someone(null, PHONE)
  await open(phone, `/phone/${token}`)
  await phone.getByRole('button', { name: 'Avaa kortti tässä' }).click()
  await phone.waitForURL('**/phone')
  await phone.waitForLoadState('networkidle')
  await expect(phone.locator('h1')).toHaveText(await caller.locator('h1').innerText())
  await phone.getByRole('button', { name: 'Ei tavoitettu' }).click()
  await phone.locator('#outcome-busy').check()
  await phone.getByRole('button', { name: 'Tallenna', exact: true }).click()

  await expect(phone.locator('h1')).toHaveText('Tämä puhelu on kirjattu')
  await caller.waitForURL('**/calls?elsewhere', { timeout: 20_000 })
  expect(await outcomeOf(card)).toBe('busy')
})

/** Campaigns made by the tests of this process; their calls would crowd out those that other tests look for. */
const made: string[] = []
test.afterEach(async () => {
  const ids = made.splice(0)
  await askDatabase((db) => db.deleteFrom('call').where('campaign_id', 'in', ids).execute())
})

/** A campaign of made-up companies that may call at any hour, and a caller of its own. */
async function aCampaign(name: string, count: number): Promise<{ campaignId: string; email: string }> {
  return askDatabase(async (db) => {
    const { id: round_id } = await db.selectFrom('employer_round').select('id').executeTakeFirstOrThrow()
    const email = `${randomUUID().slice(0, 8)}@silta.example`
    const worker = await db
      .selectFrom('user_account')
      .select('password_hash')
      .where('email', '=', workerOf('caller'))
      .executeTakeFirstOrThrow()
    const caller = await db
      .insertInto('user_account')
      .values({ ...worker, email, name: 'Soittaja Sirkka', roles: ['caller'], accepted_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const mark = Date.now()
    const companies = await db
      .insertInto('company')
      .values(Array.from({ length: count }, (_, nth) => ({ name: `${name} ${mark} ${nth} Oy` })))
      .returning('id')
      .execute()
    const { id: source_list_id } = await db
      .insertInto('source_list')
      .values({ name: `${name} ${mark}`, provider: 'other' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: campaign_id } = await db
      .insertInto('campaign')
      .values({
        round_id,
        source_list_id,
        name: `${name} ${mark}`,
        status: 'running',
        list_approved_at: new Date(),
        calls_from: '00:00',
        calls_until: '24:00',
        call_weekdays: [1, 2, 3, 4, 5, 6, 7],
        calls_on_holidays: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('call_script')
      .values({
        campaign_id,
        number: 1,
        text_fi: 'Hei, {soittaja}.\n? Vaikeaa? [vaikeus]\n? Montako? (yksi / useita)',
      })
      .execute()
    await db.insertInto('campaign_caller').values({ campaign_id, user_id: caller.id }).execute()
    await db
      .insertInto('call_task')
      .values(companies.map(({ id }, position) => ({ campaign_id, company_id: id, position })))
      .execute()
    made.push(campaign_id)
    return { campaignId: campaign_id, email }
  })
}

async function takeNext(page: Page, campaignId: string): Promise<void> {
  await open(page, '/calls')
  const form = page.locator(`form[action="/campaigns/${campaignId}/calls"]`)
  await form.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(CARD)
  await ready(page)
}

/** The addresses of numbers that the page hands to the phone, as they come. */
async function numbersRungBy(page: Page): Promise<string[]> {
  const rung: string[] = []
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.enable')
  browser.on('Page.frameRequestedNavigation', ({ url }) => {
    if (url.startsWith('tel:')) rung.push(url)
  })
  return rung
}

/** The card listens to keys once it shows them. */
async function ready(page: Page): Promise<void> {
  await expect(page.locator('#outcome .keycap').first()).toBeVisible()
}

/** The words of buttons that their own key sticks out of. */
function keysOutsideOfButtons(page: Page): Promise<(string | null)[]> {
  return page.locator('#outcome button:has(.keycap)').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const key = button.querySelector('.keycap')?.getBoundingClientRect()
        return key && key.right > button.getBoundingClientRect().right
      })
      .map((button) => button.textContent),
  )
}

function outcomeOf(cardUrl: string): Promise<string | null | undefined> {
  return askDatabase(async (db) => {
    const call = await db
      .selectFrom('call')
      .select('outcome')
      .where('id', '=', idIn(cardUrl))
      .executeTakeFirst()
    return call?.outcome
  })
}

function idIn(cardUrl: string): string {
  return new URL(cardUrl).pathname.split('/').at(-1) ?? ''
}
