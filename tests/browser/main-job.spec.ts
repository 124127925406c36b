import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { outcomeGroups } from '~/campaigns/outcome-tree'
import { plusDays, today } from '~/platform/dates'
import { docxOf } from '../candidates/cv-reading/sample-files'
import { companyFiles } from './setting/company-files'
import { expect, test, workerOf } from './setting/test'
import { acceptInvitation, fill, follow, idOf, open, press, see } from './setting/work'

const CANDIDATE = 'Oona Hiidenlinna'
const EVIDENCE = 'Rakensin Power BI -raportit myynnille ja kirjoitin niille SQL-kyselyt.'
const CV = [
  CANDIDATE,
  'oona.hiidenlinna@posti.example',
  '040 123 4567',
  'Työkokemus',
  'Data-analyytikko, Keksitty Kauppa Oy, 2021–2024',
  EVIDENCE,
  'Koulutus',
  'Tradenomi, tietojenkäsittely, 2020',
  'Taidot',
  'Power BI, SQL, Python',
]
const PHONE = { width: 390, height: 844 }

test('five people walk from two company files to a hire, and every number of it opens to its rows', async ({
  someone,
}, testInfo) => {
  test.setTimeout(360_000)
  const tag = Date.now().toString(36)
  const contactEmail = `toimitusjohtaja.${tag}@yritys.example`
  const [liaison, caller, coordinator, manager, administrator] = await Promise.all(
    (['liaison', 'caller', 'coordinator', 'project_manager', 'administrator'] as const).map((role) =>
      someone(workerOf(role)),
    ),
  )
  if (!liaison || !caller || !coordinator || !manager || !administrator)
    throw new Error('somebody is missing')
  const files = companyFiles(testInfo.outputPath('files'))
  const round = { id: '', name: `Pääketju ${tag}` }
  const company = { name: '', callId: '' }
  const job = { needId: '', candidateId: '', number: '', presentationId: '' }

  await test.step('the liaison begins a round and takes in two files of companies', async () => {
    await open(liaison, '/projects/new')
    await fill(liaison, { name: `Hanke ${tag}`, code: `S${tag}` })
    await press(liaison, 'Tallenna', '/rounds/new')
    await fill(liaison, { projectId: `Hanke ${tag}`, name: round.name })
    await press(liaison, 'Tallenna', '/rounds/:id')
    round.id = idOf(liaison)

    for (const [nth, file] of files.entries()) {
      await open(liaison, '/companies/imports/new')
      await liaison.locator('input[type=file]').setInputFiles(file.path)
      await fill(liaison, { name: `Lista ${nth + 1} ${tag}`, provider: 'register', roundId: round.name })
      await press(liaison, 'Jatka sarakkeisiin', '/companies/imports/:id/columns')
      await press(liaison, 'Tarkista rivit', '/companies/imports/:id')
      await see(liaison, 'Mitään ei ole vielä viety')
      await press(liaison, new RegExp(`Vie ${file.rows} yritystä listalle`), '/companies/imports/:id')
      await see(liaison, 'Tuonti valmis')
    }
  })

  await test.step('the liaison decides whom to call, approves the list and names a caller', async () => {
    await open(liaison, '/campaigns/new')
    await fill(liaison, { sourceListId: `Lista 2 ${tag}`, roundId: round.name, name: `Soitot ${tag}` })
    await press(liaison, 'Tallenna ja päätä yrityksistä', '/campaigns/:id/list')
    const campaign = new URL(liaison.url()).pathname.replace(/\/list$/, '')

    await liaison.locator('input[name=companyIds]').first().check()
    await fill(liaison, { reason: 'Jo kumppani' })
    await liaison.getByRole('button', { name: 'Jätä pois' }).click()
    await expect(liaison.locator('td', { hasText: 'Jo kumppani' }).first()).toBeVisible()
    await open(liaison, `${campaign}/list?state=undecided`)
    await fill(liaison, { scope: 'all' })
    await press(liaison, 'Ota mukaan', '/campaigns/:id/list')

    await open(liaison, `${campaign}/approval`)
    await press(liaison, /^Hyväksy \d+ yritystä soitettavaksi$/, campaign)
    await open(liaison, `${campaign}/callers`)
    await fill(liaison, { userId: 'Soittaja Sanni' })
    await press(liaison, 'Lisää soittaja', '/campaigns/:id/callers')
    await see(liaison, 'Soittaja Sanni')
    // The test may run on a Sunday night.
    await open(liaison, `${campaign}/queue`)
    await fill(liaison, { callsFrom: '00:00', callsUntil: '24:00', callsOnHolidays: 'on' })
    for (const day of ['6', '7']) await fill(liaison, { callWeekdays: day })
    await press(liaison, 'Tallenna', '/campaigns/:id/queue')
    await open(liaison, campaign)
    await press(liaison, 'Käynnistä', campaign)
    await see(liaison, 'Käynnissä')
  })

  await test.step('the consultant calls: nobody answers, one refuses, one wants no more, one is interested', async () => {
    await open(caller, '/calls')
    const queue = caller.locator('main').filter({ hasText: `Soitot ${tag}` })
    await queue.getByRole('button', { name: 'Seuraava yritys' }).first().click()
    await caller.waitForURL(/\/calls\/[0-9a-f-]{36}/)
    await logOutcome(caller, { outcome: 'no_answer' })
    await logOutcome(caller, { outcome: 'not_interested', refusalReason: 'no_time' })
    await logOutcome(caller, { outcome: 'asked_no_more_contact', wording: 'Älkää soittako enää.' })

    await caller.waitForLoadState('networkidle')
    company.name = await caller.locator('h1').innerText()
    company.callId = idOf(caller)
    await fillOutcome(caller, {
      outcome: 'interested',
      recruitingDifficulty: 'yes',
      skillsNeeded: 'Power BI, SQL, Python',
      personName: 'Tuomas Toimitusjohtaja',
      personEmail: contactEmail,
      meetingWish: 'Verkossa ensi viikolla',
    })
    await press(caller, /^Tallenna$/, '/calls')
    await see(caller, company.name)
  })

  await test.step('the liaison meets the company and writes down what it needs, in its own words', async () => {
    await open(liaison, `/meetings/new?call=${company.callId}`)
    await fill(liaison, { title: `Tapaaminen ${tag}`, startsAt: `${plusDays(today(), -1)}T08:00` })
    await press(liaison, 'Tallenna', '/meetings/:id')
    await press(liaison, 'Merkitse pidetyksi', '/meetings/:id')
    await expect(liaison.locator('h1')).toContainText('Pidetty')

    await follow(liaison, /^Kirjaa tarve: /, '/needs/new')
    await fill(liaison, {
      title: 'Power BI -raportoija',
      'skills[0].words': 'Power BI',
      contactId: 'Tuomas Toimitusjohtaja',
      forms: 'work_trial',
    })
    await liaison.getByRole('button', { name: 'Lisää osaaminen' }).click()
    await fill(liaison, { 'skills[1].words': 'SQL' })
    await press(liaison, 'Tallenna', '/needs/:id')
    job.needId = idOf(liaison)
  })

  await test.step('the coordinator adds a person, reads the CV, confirms the skills and records a consent', async () => {
    await open(coordinator, '/candidates/new')
    await fill(coordinator, {
      name: CANDIDATE,
      municipality: 'Espoo',
      language: 'fi',
      headline: 'Raportoija, joka tuntee datan',
      forms: 'work_trial',
    })
    await press(coordinator, 'Tallenna', '/candidates/:id')
    job.candidateId = idOf(coordinator)
    job.number = /K-\d+/.exec(await coordinator.locator('h1').innerText())?.[0] ?? ''

    const cv = testInfo.outputPath('cv.docx')
    writeFileSync(cv, docxOf(CV))
    await open(coordinator, `/candidates/${job.candidateId}/cvs/new`)
    await coordinator.locator('input[type=file]').setInputFiles(cv)
    await press(coordinator, 'Vie ansioluettelo', '/candidates/:id/cvs/:id')
    await expect(coordinator.getByRole('heading', { name: 'Löydetyt osaamiset' })).toBeVisible({
      timeout: 30_000,
    })
    await see(coordinator, EVIDENCE)
    await press(coordinator, /^Hyväksy kaikki odottavat/, '/candidates/:id/cvs/:id')
    await expect(coordinator.getByText('Odottaa päätöstä')).toHaveCount(0)

    await open(coordinator, `/candidates/${job.candidateId}/consents/new`)
    await fill(coordinator, {
      tier: 'T1',
      scope: round.name,
      answer: 'given',
      how: 'meeting',
      readAloud: 'on',
    })
    await coordinator.getByLabel(/^Luin tekstin ääneen/).check()
    await press(coordinator, 'Kirjaa vastaus', '/candidates/:id')
    await see(coordinator, 'Suostui')
  })

  await test.step('the match shows its evidence, and the liaison presents the person without a name', async () => {
    await open(liaison, `/needs/${job.needId}/matches`)
    await see(liaison, job.number)
    await see(liaison, EVIDENCE)
    await expect(liaison.locator('body')).not.toContainText(CANDIDATE)
    await follow(liaison, `Esittele ${job.number}`, '/presentations/new')
    await fill(liaison, { tier: 'T1', contactId: 'Tuomas Toimitusjohtaja' })
    await press(liaison, 'Lähetä esittely', '/presentations/:id')
    job.presentationId = idOf(liaison)
  })

  const employer = await someone(null, { viewport: PHONE })

  await test.step('the employer is invited by mail, opens the profile on a phone and is interested', async () => {
    await acceptInvitation(employer, contactEmail, administrator)
    await employer.locator('main a[href*="/portal/"]').first().click()
    await employer.waitForURL(new RegExp(job.presentationId))
    await expect(employer.locator('body')).not.toContainText(CANDIDATE)
    await expect(employer.locator('body')).not.toContainText('Keksitty Kauppa')
    await press(employer, 'Kiinnostaa', '/portal/:id')
    await see(employer, 'Kiitos vastauksesta!')
    await fill(employer, { reasons: 'work_trial' })
    await press(employer, 'Lähetä lisätieto', '/portal/:id')
  })

  await test.step('the coordinator takes the person through a work trial to a hire', async () => {
    await open(coordinator, `/placements/new?presentation=${job.presentationId}`)
    await fill(coordinator, {
      form: 'work_trial',
      title: 'Raportoija',
      startsOn: plusDays(today(), -60),
      endsOn: today(),
      roundId: round.name,
      supervisorId: 'Tuomas Toimitusjohtaja',
      purpose: 'clarify_career',
      signedByCandidateOn: plusDays(today(), -65),
      signedByHostOn: plusDays(today(), -65),
      signedByAuthorityOn: plusDays(today(), -65),
      insuranceRef: 'VK-1',
    })
    await press(coordinator, 'Tallenna', '/placements/:id')
    const trial = idOf(coordinator)
    await movePlacement(coordinator, trial, { to: 'ready', on: plusDays(today(), -62) })
    await movePlacement(coordinator, trial, { to: 'running', on: plusDays(today(), -60) })
    await movePlacement(coordinator, trial, { to: 'ended_as_planned', on: today() })
    await open(coordinator, `/placements/${trial}/assessments/new`)
    await fill(coordinator, { fitToWork: '5', wouldHire: 'yes', strengths: 'Oppii nopeasti' })
    await press(coordinator, 'Tallenna', '/placements/:id')

    await follow(coordinator, 'Suunnittele jatko', '/placements/new')
    await fill(coordinator, { form: 'hire', startsOn: today(), roundId: round.name })
    await press(coordinator, 'Tallenna', '/placements/:id')
    const hire = idOf(coordinator)
    await movePlacement(coordinator, hire, { to: 'running', on: today() })
    await open(coordinator, `/placements/${hire}/outcomes/new`)
    await fill(coordinator, { class: 'employed', seenAs: 'after' })
    await press(coordinator, 'Tallenna', '/placements/:id')
    await see(coordinator, 'Työkokeilu')
  })

  await test.step('the project manager reads the funnel, opens each number to its rows and sees no names', async () => {
    const expected = {
      listed: files[0].rows + files[1].rows,
      called: 4,
      reached: 3,
      interested: 1,
      meetings: 1,
      presented: 1,
      placed: 1,
      hired: 1,
    }
    for (const [step, count] of Object.entries(expected)) {
      await open(manager, `/outcomes?round=${round.id}`)
      const number = manager.locator(`main a[href$="/${step}"]`)
      await expect(number, step).toHaveText(new RegExp(`^${count}\\D`))
      await number.click()
      await manager.waitForURL(new RegExp(`/${step}`))
      await expect(manager.locator('main')).toContainText(count === 1 ? '1 rivi' : `${count} riviä`)
      await expect(manager.locator('body')).not.toContainText(CANDIDATE)
    }
  })

  await test.step('the person withdraws the consent, and the employer sees nothing from then on', async () => {
    await employer.goto(`/portal/${job.presentationId}`)
    await expect(employer.locator('main')).toContainText('Power BI')
    await open(coordinator, `/candidates/${job.candidateId}`)
    await follow(coordinator, 'Peru suostumus', '/candidates/:id/consents/:id/withdrawal')
    await fill(coordinator, { reason: 'En halua enää' })
    await press(coordinator, 'Peru suostumus', '/candidates/:id')
    await see(coordinator, 'Perui')

    const answer = await employer.goto(`/portal/${job.presentationId}`)
    expect(answer?.status()).toBe(404)
    await expect(employer.locator('main')).not.toContainText('Power BI')
  })
})

/** Writes down what came of the call and takes the next company. */
async function logOutcome(caller: Page, values: Record<string, string>): Promise<void> {
  await caller.waitForLoadState('networkidle')
  const before = caller.url()
  await fillOutcome(caller, values)
  await caller.getByRole('button', { name: 'Tallenna ja ota seuraava' }).click()
  await caller.waitForURL((url) => /\/calls\/[0-9a-f-]{36}/.test(url.pathname) && url.href !== before)
}

/** Chooses the outcome by its two steps, then fills in what it asks. */
async function fillOutcome(caller: Page, { outcome, ...values }: Record<string, string>): Promise<void> {
  const group = outcomeGroups.findIndex(({ outcomes }) => outcomes.some((one) => one === outcome))
  await caller.locator('#outcome fieldset').first().getByRole('button').nth(group).click()
  await caller.locator(`#outcome-${outcome}`).check()
  await fill(caller, values)
}

async function movePlacement(page: Page, id: string, values: { to: string; on: string }): Promise<void> {
  await open(page, `/placements/${id}/status`)
  await fill(page, { ...values, reason: 'Sovittu yhdessä' })
  await press(page, 'Tallenna', `/placements/${id}`)
}
