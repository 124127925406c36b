import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { type Permission, ROLES, type Role, rolesWith } from '~/auth/permissions'
import { type Route, routeTable } from '../support/route-table'
import { addressesOf } from './setting/addresses'
import { complaintsIn, emailOf, expect, sessionOf, test } from './setting/test'

const HOUSE = `http://localhost:${process.env.SILTA_TEST_PORT}`
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
/** WCAG 1.4.10: nothing scrolls sideways in a window this narrow. */
const NARROWEST = { width: 320, height: 640 }

/** There is such a page only before the first account; tests/auth opens it. */
const GONE = ['/set-up']

const pages = routeTable().filter(({ hasPage, url }) => hasPage && url !== '/*' && !GONE.includes(url))

declare global {
  interface Window {
    axe: typeof axe
  }
}

type Walk = { page: Page; complaints: string[] }

/** One window for the walk through all pages: a new one for each would fetch and compile the same scripts again. */
const walk = test.extend<object, { window: Walk }>({
  window: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        baseURL: HOUSE,
        locale: 'fi-FI',
        timezoneId: 'Europe/Helsinki',
      })
      await context.addInitScript(axe.source)
      await use({ page: await context.newPage(), complaints: complaintsIn(context) })
      await context.close()
    },
    { scope: 'worker' },
  ],
})

for (const route of pages) {
  walk(`the page ${route.url} can be used by everyone, on a phone too`, async ({ window }) => {
    const { page, complaints } = window
    const { address, cookie } = await wayTo(route)
    const response = await openAs(window, address, cookie)

    expect(response?.status()).toBe(DEAD_LINKS.includes(route.url) ? 410 : 200)
    await expect(page.locator('h1')).toHaveCount(1)
    await expect(page.locator('html')).toHaveAttribute('lang', /^(fi|sv|en)$/)
    expect(await page.title()).not.toBe('')
    await expectAccessible(page)
    await takePicture(page, route.url, 'desktop')

    await page.setViewportSize(PHONE)
    await expectAccessible(page)
    await takePicture(page, route.url, 'phone')

    await page.setViewportSize(NARROWEST)
    expect(await widestPast(page), 'what sticks out').toEqual([])
    expect(complaints).toEqual([])
  })
}

walk('an address that is no page says so in a page', async ({ window }) => {
  const response = await openAs(window, '/no-page', null)
  expect(response?.status()).toBe(404)
  await expect(window.page.locator('h1')).toHaveCount(1)
  await expectAccessible(window.page)
})

/** Opens an address at a desk. Axe comes with every page of the window, so that it is sent to the browser only once. */
async function openAs({ page, complaints }: Walk, address: string, cookie: string | null) {
  await page.goto('about:blank')
  complaints.length = 0
  await page.context().clearCookies()
  if (cookie) {
    const [name = '', value = ''] = cookie.split(/=(.*)/)
    await page.context().addCookies([{ name, value, url: HOUSE }])
  }
  await page.setViewportSize(DESKTOP)
  return page.goto(address)
}

/** A link that was used up or made up is answered by a page that says how to get another. */
const DEAD_LINKS = [
  '/reset/:token',
  '/invitation/:token',
  '/phone/:token',
  '/own/enter/:token',
  '/own/enter/:token/code',
]

/** An address of the route that somebody may open, and who: the first of the roles that finds something there. */
async function wayTo({ url, loader }: Route): Promise<{ address: string; cookie: string | null }> {
  if (DEAD_LINKS.includes(url)) return { address: url.replace(':token', 'used-up'), cookie: null }
  if (url === '/sign-in' || url === '/forgotten-password') return { address: url, cookie: null }

  const allowed = typeof loader === 'object' ? rolesWith(loader.permission as Permission) : ROLES
  const addresses = await addressesOf(url)
  const tried: string[] = []
  for (const role of inOrder(allowed)) {
    const cookie = await cookieOf(role)
    for (const address of addresses) {
      const answer = await fetch(`${HOUSE}${address}`, {
        redirect: 'manual',
        headers: { Cookie: cookie },
      })
      if (answer.status === 200) return { address, cookie }
      tried.push(`${role} ${address}: ${answer.status}`)
    }
  }
  throw new Error(`Nobody found anything at ${url}:\n${tried.join('\n')}`)
}

/** Those who work in the house see the most of it. */
function inOrder(roles: readonly Role[]): Role[] {
  const order: Role[] = ['liaison', 'coordinator', 'project_manager', 'administrator']
  return [...roles].sort((one, other) => place(order, one) - place(order, other))
}

const place = (order: Role[], role: Role) => (order.includes(role) ? order.indexOf(role) : order.length)

const cookies = new Map<Role, Promise<string>>()

function cookieOf(role: Role): Promise<string> {
  const known = cookies.get(role) ?? sessionOf(emailOf(role))
  cookies.set(role, known)
  return known
}

async function expectAccessible(page: Page): Promise<void> {
  const found = await page.evaluate(async (values) => {
    const { violations } = await window.axe.run({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values },
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target} ${html}`))
  }, WCAG)
  expect(found).toEqual([])
}

/** The innermost elements that reach past the right edge of a page that scrolls sideways. */
function widestPast(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const past = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return past
      .filter((element) => !past.some((other) => other !== element && element.contains(other)))
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
  })
}

async function takePicture(page: Page, url: string, width: string): Promise<void> {
  if (process.env.CI) return
  const name = url.replace(/[/:]+/g, '-').replace(/^-/, '') || 'home'
  await page.screenshot({ path: `test-results/pages/${name}.${width}.png`, fullPage: true })
}
