import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import type { Role } from '~/auth/permissions'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '~/demo/demo-accounts'

export { expect }

/** Opens a browser of one person: signed in to the account of `email`, or of nobody yet. */
type Someone = (email: string | null, options?: BrowserContextOptions) => Promise<Page>

/** A test in which nothing may complain in a browser: no script error, no refused style, script or request. */
export const test = base.extend<{ someone: Someone }>({
  context: async ({ context }, use) => {
    const complaints = complaintsIn(context)
    await use(context)
    expect(complaints).toEqual([])
  },
  someone: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[][] = []
    await use(async (email, options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      complaints.push(complaintsIn(context))
      const page = await context.newPage()
      if (email) await signIn(page, email)
      return page
    })
    for (const context of contexts) await context.close()
    expect(complaints.flat()).toEqual([])
  },
})

/** What the browser complains of from now on; grows as it happens. */
export function complaintsIn(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !isNoFault(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => {
    const text = String(error.error())
    if (!isStoppedReading(text)) complaints.push(text)
  })
  return complaints
}

/** Browsers also log that a page was answered with 403 or 422, or that the network is away. */
const isNoFault = (text: string) =>
  /^Failed to load resource: (.* status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(text)

/** Remix reads its data as a stream; a page that is left or closed while it reads rejects a promise nobody holds. */
const isStoppedReading = (text: string) => text.startsWith('AbortError: BodyStreamBuffer was aborted')

export function emailOf(role: Role): string {
  const account = DEMO_ACCOUNTS.find((each) => each.role === role)
  if (!account) throw new Error(`the demo has no account of the role ${role}`)
  return account.email
}

/** Signs in by the form. */
export async function signIn(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Sähköposti').fill(email)
  await page.getByLabel('Salasana').fill(password)
  await page.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** The account that walks through every address as this role; nothing is shared with it. */
export function walkerOf(role: Role): string {
  return `walker.${role}@silta.example`
}

/** The account that does the main job in this role. */
export function workerOf(role: Role): string {
  return `worker.${role}@silta.example`
}

/** The account that replays the round of Espoo in this role. */
export function espooOf(role: Role): string {
  return `espoo.${role}@silta.example`
}

/** A new session of an account, as the cookie that a browser would send. */
export async function sessionOf(email: string): Promise<string> {
  const baseURL = `http://localhost:${process.env.SILTA_TEST_PORT}`
  const answer = await fetch(`${baseURL}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: baseURL },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookie
}
