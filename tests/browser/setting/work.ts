import type { Page } from '@playwright/test'
import { expect } from './test'

/** Opens a page and waits until its script has taken over, so that nothing typed is lost to it. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
}

/** Fills fields by their names: texts and days are typed, radio buttons and boxes are ticked, lists chosen from. */
export async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]:visible`)
    const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName)
    // A single box has no value of its own; the browser sends 'on' for it.
    const meant = value === 'on' ? ':not([value]), [value="on"]' : `[value="${value}"]`
    if (kind === 'radio' || kind === 'checkbox') await field.and(page.locator(meant)).check()
    else if (kind === 'SELECT') await field.selectOption((await optionOf(page, name, value)) ?? value)
    else await field.fill(value)
  }
}

/** The value of the option that has these words in it; names stand there with a company or a count beside them. */
async function optionOf(page: Page, name: string, words: string): Promise<string | null> {
  const option = page.locator(`main select[name="${name}"] option`, { hasText: words }).first()
  return (await option.count()) > 0 ? option.getAttribute('value') : null
}

/** Presses a button, once the page has come to rest, and waits for the page that follows: `/needs/:id`. */
export async function press(page: Page, button: string | RegExp, follows: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('main').getByRole('button', { name: button }).first().click()
  await page.waitForURL(at(follows))
  await page.waitForLoadState('networkidle')
}

/** Follows a link and waits for its page. */
export async function follow(page: Page, link: string | RegExp, follows: string): Promise<void> {
  await page.locator('main').getByRole('link', { name: link }).first().click()
  await page.waitForURL(at(follows))
  await page.waitForLoadState('networkidle')
}

function at(address: string): (url: URL) => boolean {
  const path = new RegExp(`^${address.replaceAll(':id', '[0-9a-f]{8}-[0-9a-f-]{27}')}$`)
  return (url) => path.test(url.pathname)
}

/** The identifier at the end of the address. */
export function idOf(page: Page): string {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}(?=[^/]*$)/.exec(new URL(page.url()).pathname)?.[0]
  expect(id, page.url()).toBeDefined()
  return id ?? ''
}

/** Waits until the words stand on the page. */
export async function see(page: Page, words: string): Promise<void> {
  await expect(page.locator('main').getByText(words).first()).toBeVisible()
}

/**
 * Sends the form of an address the way a browser without script does, with what stands in it and `values` over
 * that, and tells where it led. A value of a list is the words of one of its options.
 */
export function sendForm(
  page: Page,
  address: string,
  values: Record<string, string | string[]>,
  action = '',
): Promise<string> {
  return page.evaluate(
    async ({ address, values, action }) => {
      const there = await fetch(address)
      const shown = new DOMParser().parseFromString(await there.text(), 'text/html')
      const forms = shown.querySelectorAll<HTMLFormElement>('main form[method="post" i]')
      const form = [...forms].find((one) => (one.getAttribute('action') ?? '').endsWith(action))
      if (!form) throw new Error(`${address} has no form for ${action || 'itself'}`)
      const body = new FormData(form)
      for (const [name, given] of Object.entries(values)) {
        const options = form.querySelectorAll<HTMLOptionElement>(`select[name="${name}"] option`)
        const option = [...options].find(({ text, value }) => text.includes(String(given)) || value === given)
        body.delete(name)
        for (const value of option ? [option.value] : [given].flat()) body.append(name, value)
      }
      const to = form.getAttribute('action') || new URL(there.url).pathname
      const answer = await fetch(to, { method: 'POST', body })
      if (!answer.ok) throw new Error(`${to} answered ${answer.status} to ${JSON.stringify(values)}`)
      return answer.url
    },
    { address, values, action },
  )
}

/** Follows the invitation mailed to this address, as the administrator finds it, chooses a password and signs in. */
export async function acceptInvitation(employer: Page, email: string, administrator: Page): Promise<void> {
  const password = 'silta kantaa aina'
  await open(administrator, `/mailbox?q=${email}&kind=invitation`)
  await follow(administrator, 'Kutsu Siltaan', '/mailbox/:id')
  const link = await administrator.locator('main a[href*="/invitation/"]').getAttribute('href')
  await employer.goto(new URL(link ?? '').pathname)
  await fill(employer, { password, again: password })
  await press(employer, 'Tallenna salasana', '/sign-in')
  await fill(employer, { email, password })
  await press(employer, 'Kirjaudu sisään', '/portal')
}
