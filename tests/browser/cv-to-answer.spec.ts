import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { linesFromTop, pdfOf } from '../candidates/cv-reading/sample-files'
import { expect, test, workerOf } from './setting/test'
import { acceptInvitation, fill, follow, idOf, open, press, see } from './setting/work'

const PHONE = { width: 390, height: 844 }
const SAMPLE = path.resolve('../shared/data/cvs/fictional/john_doe.pdf')
/** Of the shape of the sample, for where it is not at hand. */
const OWN = [
  'JOHN DOE',
  'john.doe@email.example',
  'PROFESSIONAL SUMMARY',
  'Developer with experience in Java and Angular, building web applications with Spring Boot and SQL.',
  'WORK EXPERIENCE',
  'Full Stack Java Developer, ABC Company, Inc, June 2018 - Present',
  'Integrated applications with MySQL and MongoDB databases to store and retrieve data efficiently.',
  'EDUCATION',
  'Bachelor of Science in Computer Science, State University, May 2016',
]

test('a real CV file goes all the way to an answered presentation', async ({ someone }, testInfo) => {
  test.setTimeout(300_000)
  const tag = Date.now().toString(36)
  const name = 'John Doe'
  const companyName = `Sovellusverstas ${tag} Oy`
  const contactEmail = `rekry.${tag}@verstas.example`
  const [coach, liaison, administrator] = await Promise.all(
    (['coordinator', 'liaison', 'administrator'] as const).map((role) => someone(workerOf(role))),
  )
  if (!coach || !liaison || !administrator) throw new Error('somebody is missing')
  const at = { candidate: '', number: '', company: '', need: '', presentation: '' }

  await test.step('the liaison writes down a company, its recruiter and what it needs', async () => {
    await open(liaison, '/companies/new')
    await fill(liaison, { name: companyName, municipality: 'Espoo' })
    await press(liaison, 'Tallenna', '/companies/:id')
    at.company = idOf(liaison)
    await open(liaison, `/companies/${at.company}/contacts/new`)
    await fill(liaison, { name: 'Reetta Rekrytoija', email: contactEmail })
    await press(liaison, 'Tallenna', '/companies/:id')
    await open(liaison, `/needs/new?company=${at.company}`)
    await fill(liaison, {
      title: 'Java-kehittäjä',
      'skills[0].words': 'Java',
      contactId: 'Reetta Rekrytoija',
      forms: 'trainee',
    })
    await press(liaison, 'Tallenna', '/needs/:id')
    at.need = idOf(liaison)
  })

  await test.step('the coach uploads the file and checks what was found, by keys', async () => {
    await open(coach, '/candidates/new')
    await fill(coach, { name, municipality: 'Espoo', language: 'fi', forms: 'trainee' })
    await press(coach, 'Tallenna', '/candidates/:id')
    at.candidate = idOf(coach)
    at.number = /K-\d+/.exec(await coach.locator('h1').innerText())?.[0] ?? ''
    const own = testInfo.outputPath('cv.pdf')
    writeFileSync(own, pdfOf([linesFromTop(OWN)]))
    await open(coach, `/candidates/${at.candidate}/cvs/new`)
    await coach.locator('input[type=file]').setInputFiles(existsSync(SAMPLE) ? SAMPLE : own)
    await press(coach, 'Vie ansioluettelo', '/candidates/:id/cvs/:id')
    await expect(coach.getByRole('heading', { name: 'Löydetyt osaamiset' })).toBeVisible({ timeout: 60_000 })
    await coach.waitForLoadState('networkidle')
    await see(coach, 'Full Stack Java Developer')

    const java = coach
      .locator('#findings li')
      .filter({ has: coach.getByText('Java', { exact: true }) })
      .first()
    await java.focus()
    await coach.keyboard.press('a')
    await expect(java).toContainText('Hyväksytty')
    // The next one waiting has the focus, and its place in the text is marked.
    const next = coach.locator('#findings li:focus')
    await expect(next).toContainText('Odottaa päätöstä')
    await expect(coach.locator('[data-at-hand]')).toBeVisible()
    const id = (await next.getAttribute('id')) ?? ''
    const decided = coach.locator(`#${id}`)
    await coach.keyboard.press('r')
    await expect(decided).toContainText('Hylätty')
    await coach.keyboard.press('k')
    await decided.focus()
    await coach.keyboard.press('u')
    await expect(decided).toContainText('Odottaa päätöstä')
  })

  await test.step('the person agrees to be shown to this company without a name', async () => {
    await open(coach, `/candidates/${at.candidate}/consents/new?scope=company:${at.company}`)
    await fill(coach, { tier: 'T1', answer: 'given', how: 'meeting', readAloud: 'on' })
    await press(coach, 'Kirjaa vastaus', '/candidates/:id')
    await see(coach, 'Suostui')
  })

  await test.step('the liaison sees the match with its sentence and presents, without name or employers', async () => {
    await open(liaison, `/needs/${at.need}/matches`)
    const card = liaison.locator('main')
    await expect(card).toContainText(at.number)
    await expect(liaison.locator('body')).not.toContainText('ABC Company')
    await follow(liaison, `Esittele ${at.number}`, '/presentations/new')
    await fill(liaison, { tier: 'T1', contactId: 'Reetta Rekrytoija' })
    await press(liaison, 'Lähetä esittely', '/presentations/:id')
    at.presentation = idOf(liaison)
    await see(liaison, 'Lähetetty')
  })

  await test.step('the employer answers on a phone', async () => {
    const employer = await someone(null, { viewport: PHONE })
    await acceptInvitation(employer, contactEmail, administrator)
    await employer.locator(`main a[href*="${at.presentation}"]`).first().click()
    await employer.waitForURL(new RegExp(at.presentation))
    await see(employer, 'Java')
    for (const secret of ['John', 'Doe', 'ABC Company', 'State University', 'email.com'])
      await expect(employer.locator('body')).not.toContainText(secret)
    await open(liaison, `/presentations/${at.presentation}`)
    await see(liaison, 'Avattu')
    await press(employer, 'Kiinnostaa', '/portal/:id')
    await see(employer, 'Kiitos vastauksesta!')
  })

  await test.step('the answer stands on the presentation and with the person', async () => {
    await open(liaison, `/presentations/${at.presentation}`)
    await see(liaison, 'Kiinnostaa')
    await open(coach, `/candidates/${at.candidate}`)
    await expect(coach.locator('#presentations')).toContainText(companyName)
  })
})
