import type { APIRequestContext } from '@playwright/test'
import { type Permission, ROLES, type Role, rolesWith } from '~/auth/permissions'
import { type Guard, routeTable } from '../support/route-table'
import { expect, sessionOf, test, walkerOf } from './setting/test'

/** What may be opened without an account. A route is public only when it stands here as well as in its file. */
const PUBLIC = [
  'GET /',
  'GET /language',
  'POST /language',
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-out',
  'POST /sign-out',
  'GET /set-up',
  'POST /set-up',
  'POST /forgotten-password',
  'GET /reset/:token',
  'POST /reset/:token',
  'GET /invitation/:token',
  'POST /invitation/:token',
  'GET /phone',
  'GET /phone/state',
  'POST /phone/recording',
  'GET /phone/dial/:who',
  'GET /phone/outcome',
  'POST /phone/outcome',
  'GET /phone/undo',
  'POST /phone/undo',
  'GET /phone/:token',
  'POST /phone/:token',
  'GET /own/enter/:token',
  'POST /own/enter/:token',
  'GET /own/enter/:token/code',
  'POST /own/enter/:token/code',
  'GET /survey/:token',
  'POST /survey/:token',
  'GET /survey/:token/refusal',
  'POST /survey/:token/refusal',
  'GET /booking/:token',
  'GET /booking/:token/time',
  'POST /booking/:token/time',
  'GET /booking/:token/cancellation',
  'POST /booking/:token/cancellation',
  'GET /*',
  'POST /*',
]

const routes = routeTable()
const doors = routes.flatMap(({ url, loader, action }) => [
  ...(loader ? [{ method: 'GET' as const, url, guard: loader }] : []),
  ...(action ? [{ method: 'POST' as const, url, guard: action }] : []),
])

/** These doors end the very session that knocks, so they come last. */
const ENDS_SESSIONS = /-sessions$/
doors.sort((one, other) => Number(ENDS_SESSIONS.test(one.url)) - Number(ENDS_SESSIONS.test(other.url)))

/** An address with identifiers that nothing has: who may come in is told it is not there. */
const addressOf = (url: string) =>
  url.replace(/:\w+/g, '01890000-0000-7000-8000-000000000000').replace('*', 'no-page')

test('the public doors are those listed here', () => {
  const open = doors.filter(({ guard }) => guard === 'public').map(({ method, url }) => `${method} ${url}`)
  expect(open.sort()).toEqual([...PUBLIC].sort())
})

for (const who of ['nobody', ...ROLES] as const) {
  test(`${who} gets in where the table of permissions says so, and nowhere else`, async ({ request }) => {
    test.setTimeout(180_000)
    const cookie = who === 'nobody' ? '' : await sessionOf(walkerOf(who))
    const wrong: string[] = []
    for (const door of doors.filter(({ guard }) => guard !== 'public')) {
      const answer = await knock(request, door, cookie)
      if (!isRight(answer, door, who)) wrong.push(`${door.method} ${door.url}: ${answer.status} ${answer.to}`)
    }
    expect(wrong).toEqual([])
    expect(doors.length).toBeGreaterThan(100)
  })
}

type Door = { method: 'GET' | 'POST'; url: string; guard: Guard }
type Answer = { status: number; to: string }

async function knock(request: APIRequestContext, { method, url }: Door, cookie: string): Promise<Answer> {
  const baseURL = `http://localhost:${process.env.SILTA_TEST_PORT}`
  const response = await request.fetch(addressOf(url), {
    method,
    maxRedirects: 0,
    headers: { Cookie: cookie, ...(method === 'POST' && { Origin: baseURL }) },
    ...(method === 'POST' && { form: {} }),
  })
  return { status: response.status(), to: response.headers().location ?? '' }
}

function isRight({ status, to }: Answer, { method, guard }: Door, who: Role | 'nobody'): boolean {
  if (who === 'nobody') {
    return method === 'POST' ? status === 401 : status === 302 && to.startsWith('/sign-in')
  }
  const mayEnter = typeof guard === 'object' && rolesWith(guard.permission as Permission).includes(who)
  if (!mayEnter) return status === 403
  return [200, 302, 303, 400, 404, 409, 422].includes(status)
}
