import path from 'node:path'
import type { LoaderFunction } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { type Permission, type Role, rolesWith } from '~/auth/permissions'
import { loadDemo } from '~/demo/load-demo.server'
import { db } from '~/platform/db.server'
import { statements } from '~/platform/postgres-dialect.server'
import { syncVocabulary } from '~/skills/skills.server'
import { addressesIn } from '../browser/setting/addresses'
import { argsOf, request } from '../support/as'
import { demoAccount } from '../support/demo-account'
import { paramsOf, routeTable } from '../support/route-table'

/** Enough for the fullest page, with who is asking; a page that asks once a row is far above it. */
const MOST = 24

/** A stream of events goes on asking for as long as its page is open. */
const isStream = (url: string) => url.endsWith('/events')

const pages = routeTable().flatMap(({ url, file, loader }) =>
  typeof loader === 'object' && !isStream(url)
    ? [{ url, file, permission: loader.permission as Permission }]
    : [],
)

beforeAll(async () => {
  await db.transaction().execute((trx) => syncVocabulary(trx))
  await loadDemo(db)
}, 120_000)

test(`no page of the demonstration asks more than ${MOST} statements`, async () => {
  const heavy: string[] = []
  let answered = 0
  for (const page of pages) {
    const fullest = await fullestOf(page)
    if (fullest.status < 300) answered += 1
    if (fullest.statements > MOST) heavy.push(`${page.url}: ${fullest.statements}`)
  }
  expect(heavy).toEqual([])
  expect(answered).toBeGreaterThan(pages.length / 2)
}, 120_000)

/** What the page asked for whichever of a few rows it asked most for, among those its reader may see. */
async function fullestOf({ url, file, permission }: (typeof pages)[number]) {
  const { loader } = (await import(path.resolve(file))) as { loader: LoaderFunction }
  let fullest = { statements: 0, status: 404 }
  for (const address of await addressesIn(db, url, 4)) {
    for (const role of rolesWith(permission)) {
      const cookie = await cookieOf(role)
      const counted = await count(async () => {
        const asked = request(address, { headers: { Cookie: cookie } })
        const visit = new AbortController()
        const context = { abortSignal: visit.signal }
        const status = await statusOf(loader(argsOf(asked, paramsOf(url, address), context)))
        visit.abort()
        return status
      })
      if (counted.status < 300 && counted.statements > fullest.statements) fullest = counted
    }
  }
  return fullest
}

async function count(ask: () => Promise<number>) {
  let asked = 0
  const hear = () => {
    asked += 1
  }
  statements.subscribe(hear)
  const status = await ask().finally(() => statements.unsubscribe(hear))
  return { statements: asked, status }
}

async function statusOf(answer: ReturnType<LoaderFunction>): Promise<number> {
  try {
    const given = await answer
    return given instanceof Response ? given.status : 200
  } catch (refused) {
    if (refused instanceof Response) return refused.status
    throw refused
  }
}

const cookies = new Map<Role, string>()

async function cookieOf(role: Role): Promise<string> {
  const known = cookies.get(role)
  if (known) return known
  const { cookie } = await demoAccount(role)
  cookies.set(role, cookie)
  return cookie
}
