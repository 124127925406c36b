import type { Page } from '@playwright/test'
import { outcomeGroups } from '~/campaigns/outcome-tree'
import { plusDays, today } from '~/platform/dates'
import { type CompanyFile, companyFiles, lastRowsOf } from './setting/company-files'
import { espooOf, expect, test } from './setting/test'
import { fill, idOf, open, press, see, sendForm } from './setting/work'

const PHONE = { width: 320, height: 640 }
/** What comes of the calls to companies that are new; those that were partners before join. */
const OF_NEW_COMPANIES = [
  ...Array<string>(14).fill('interested'),
  'not_interested',
  'not_interested',
  'no_need_now',
  ...Array<string>(11).fill('joins_now'),
]

test('the round of Espoo: 200 companies, 30 called, 27 interested, 11 and 2 joined, 14 meetings', async ({
  someone,
}, testInfo) => {
  test.setTimeout(240_000)
  const tag = Date.now().toString(36)
  const round = { id: '', name: `Espoon kierros ${tag}` }
  const liaison = await someone(espooOf('liaison'))
  const consultant = await someone(espooOf('caller'), { viewport: PHONE })
  const manager = await someone(espooOf('project_manager'))
  let campaign = ''
  const calls: string[] = []
  const partners: string[] = []

  await test.step('two hundred companies come from two files into one round', async () => {
    await sendForm(liaison, '/projects/new', { name: `Espoo ${tag}`, code: `E${tag}` })
    const added = await sendForm(liaison, '/rounds/new', { projectId: `Espoo ${tag}`, name: round.name })
    round.id = added.split('/').at(-1) ?? ''
    const [ict, machines] = companyFiles(testInfo.outputPath('files'))
    await takeIn(
      liaison,
      lastRowsOf(ict, 150, testInfo.outputPath('ict-150.csv')),
      `Ohjelmistot ${tag}`,
      round.name,
    )
    await takeIn(
      liaison,
      lastRowsOf(machines, 50, testInfo.outputPath('machines-50.csv')),
      `Koneet ${tag}`,
      round.name,
    )
  })

  await test.step('the liaison agrees on thirty of them, two of which were partners in an earlier round', async () => {
    await open(liaison, '/campaigns/new')
    await fill(liaison, { sourceListId: `Ohjelmistot ${tag}`, roundId: round.name, name: `Espoo ${tag}` })
    await press(liaison, 'Tallenna ja päätä yrityksistä', '/campaigns/:id/list')
    campaign = new URL(liaison.url()).pathname.replace(/\/list$/, '')
    await expect(liaison.locator('input[name=companyIds]').nth(29)).toBeVisible()
    const companies = await liaison
      .locator('input[name=companyIds]')
      .evaluateAll((boxes) => boxes.slice(0, 30).map((box) => (box as HTMLInputElement).value))
    for (const company of companies.slice(0, 2)) {
      partners.push(await headingOf(liaison, `/companies/${company}`))
      await sendForm(liaison, `/companies/${company}/engagements/${round.id}`, { returningPartner: 'on' })
    }
    await sendForm(liaison, `${campaign}/list`, { companyIds: companies, decision: 'include' })
    await sendForm(liaison, `${campaign}/list?state=undecided`, {
      scope: 'all',
      reason: 'Ei sovituissa kolmessakymmenessä',
      decision: 'exclude',
    })
    await open(liaison, `${campaign}/approval`)
    await press(liaison, 'Hyväksy 30 yritystä soitettavaksi', campaign)
    await sendForm(liaison, `${campaign}/callers`, { userId: 'Kaisa Konsultti' })
    // The test may run on a Sunday night.
    await sendForm(liaison, `${campaign}/queue`, {
      callsFrom: '00:00',
      callsUntil: '24:00',
      callsOnHolidays: 'on',
      callWeekdays: ['1', '2', '3', '4', '5', '6', '7'],
    })
    await open(liaison, campaign)
    await press(liaison, 'Käynnistä', campaign)
  })

  const left = [...OF_NEW_COMPANIES]
  const outcomeAt = (company: string) => (partners.includes(company) ? 'joins_now' : (left.shift() ?? ''))

  await test.step('the consultant makes the first call on a phone by keys, the liaison sees it come in', async () => {
    await liaison.goto(`${campaign}/live`)
    await open(consultant, '/calls')
    const queue = consultant.locator('main').filter({ hasText: `Espoo ${tag}` })
    await queue.getByRole('button', { name: 'Seuraava yritys' }).first().click()
    await consultant.waitForURL(/\/calls\/[0-9a-f-]{36}/)
    await consultant.waitForLoadState('networkidle')
    await expect(liaison.locator('#callers')).toContainText('Kaisa Konsultti')
    const first = idOf(consultant)
    calls.push(first)
    const { outcome, recruitingDifficulty, ...words } = wordsOf(
      outcomeAt(await consultant.locator('h1').innerText()),
    )
    await pressKeysOf(consultant, outcome ?? '')
    await fill(consultant, words)
    await consultant.keyboard.press('Enter')
    await consultant.waitForURL((url) => !url.pathname.includes(first))
    await expect(liaison.locator('#now')).toContainText('29')
  })

  await test.step('and the other twenty-nine', async () => {
    for (let card = new URL(consultant.url()).pathname; card !== '/calls'; ) {
      const outcome = outcomeAt(await headingOf(consultant, card))
      if (outcome === 'interested' || outcome === 'joins_now') calls.push(card.split('/').at(-1) ?? '')
      const next = await sendForm(consultant, card, { ...wordsOf(outcome), afterwards: 'next' }, '/outcome')
      card = new URL(next).pathname
    }
    expect(left).toEqual([])
    await see(liaison, 'Kaikki listan yritykset on käsitelty.')
  })

  await test.step('fourteen of the interested companies are met', async () => {
    for (const call of calls.slice(0, 14)) {
      const meeting = await sendForm(liaison, `/meetings/new?call=${call}`, {
        title: 'Tarpeiden kartoitus',
        startsAt: `${plusDays(today(), -1)}T09:00`,
      })
      await sendForm(liaison, new URL(meeting).pathname, {}, '/report')
    }
  })

  await test.step('the manager reads the figures, and each opens to its rows', async () => {
    const figures = {
      listed: 200,
      called: 30,
      interested: 27,
      joined_new: 11,
      joined_returning: 2,
      meetings: 14,
    }
    for (const [step, count] of Object.entries(figures)) {
      await open(manager, `/outcomes?round=${round.id}`)
      const number = manager.locator(`main a[href$="/${step}"]`)
      await expect(number, step).toHaveText(new RegExp(`^${count}\\D`))
      await number.click()
      await manager.waitForURL(new RegExp(`/${step}`))
      await see(manager, `${count} riviä`)
    }
  })
})

/** Imports a file into the round as a list of its own. */
async function takeIn(liaison: Page, file: CompanyFile, name: string, round: string): Promise<void> {
  await open(liaison, '/companies/imports/new')
  await liaison.locator('input[type=file]').setInputFiles(file.path)
  await fill(liaison, { name, provider: 'register', roundId: round })
  await press(liaison, 'Jatka sarakkeisiin', '/companies/imports/:id/columns')
  await press(liaison, 'Tarkista rivit', '/companies/imports/:id')
  await press(liaison, new RegExp(`Vie ${file.rows} yritystä listalle`), '/companies/imports/:id')
  await see(liaison, 'Tuonti valmis')
}

/** The outcome by the two keys of its tree, then the first detail. */
async function pressKeysOf(page: Page, outcome: string): Promise<void> {
  const group = outcomeGroups.findIndex(({ outcomes }) => outcomes.some((one) => one === outcome))
  const nth = outcomeGroups[group]?.outcomes.map(String).indexOf(outcome) ?? 0
  await expect(page.locator('#outcome .keycap').first()).toBeVisible()
  for (const key of [group + 1, nth + 1]) await page.keyboard.press(String(key))
  await expect(page.locator(`#outcome-${outcome}`)).toBeChecked()
  await page.keyboard.press('1')
}

/** The heading of a page that is not opened. */
function headingOf(page: Page, address: string): Promise<string> {
  return page.evaluate(async (address) => {
    const shown = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
    return shown.querySelector('h1')?.textContent?.trim() ?? ''
  }, address)
}

/** What the form asks for beside each outcome. */
function wordsOf(outcome: string): Record<string, string> {
  if (outcome === 'not_interested') return { outcome, refusalReason: 'no_time' }
  if (outcome === 'no_need_now') return { outcome, untilIn: '6' }
  const answered = {
    outcome,
    recruitingDifficulty: 'yes',
    personName: 'Tiina Toimija',
    skillsNeeded: 'Power BI, helpdesk',
  }
  if (outcome === 'interested') return answered
  return { ...answered, nextAction: 'Sovi tapaaminen', nextActionOn: plusDays(today(), 7) }
}
