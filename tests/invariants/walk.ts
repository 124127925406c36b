import path from 'node:path'
import type { LoaderFunction } from '@remix-run/node'
import { type Permission, type Role, rolesWith } from '~/auth/permissions'
import { db } from '~/platform/db.server'
import { addressesIn } from '../browser/setting/addresses'
import { argsOf, request } from '../support/as'
import { paramsOf, type Route, routeTable } from '../support/route-table'

/** What one address answered to somebody: whatever a page could show of it is in `text`. */
export type Answer = { address: string; status: number; text: string }

/** A stream of events has no end to wait for. */
const isStream = (url: string) => url.endsWith('/events')

/** Everything a signed-in person gets from every address the roles may open, for up to `rows` rows of each kind. */
export async function walk(who: { cookie: string; roles: readonly Role[] }, rows = 12): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const route of routeTable()) {
    if (!mayOpen(route, who.roles) || isStream(route.url)) continue
    for (const address of await addressesIn(db, withoutToken(route.url), rows))
      answers.push(await open(route, address, who.cookie))
  }
  return answers
}

function mayOpen({ loader }: Route, roles: readonly Role[]): boolean {
  if (!loader || loader === 'unguarded') return false
  if (loader === 'public') return true
  return roles.some((role) => rolesWith(loader.permission as Permission).includes(role))
}

/** Opens one address as a browser with this cookie would, and reads whatever comes. */
export async function open(
  route: Pick<Route, 'url' | 'file'>,
  address: string,
  cookie: string,
): Promise<Answer> {
  const { loader } = (await import(path.resolve(route.file))) as { loader: LoaderFunction }
  const asked = request(address, { headers: { Cookie: cookie } })
  try {
    return { address, ...(await read(await loader(argsOf(asked, paramsOf(route.url, address))))) }
  } catch (thrown) {
    if (thrown instanceof Response) return { address, ...(await read(thrown)) }
    throw thrown
  }
}

async function read(answer: unknown): Promise<{ status: number; text: string }> {
  if (answer instanceof Response)
    return { status: answer.status, text: `${answer.headers.get('Location') ?? ''} ${await answer.text()}` }
  const init = (answer as { init?: ResponseInit | null } | null)?.init
  return { status: init?.status ?? 200, text: JSON.stringify(answer) ?? '' }
}

export function routeAt(url: string): Route {
  const route = routeTable().find((one) => one.url === url)
  if (!route) throw new Error(`there is no route ${url}`)
  return route
}

/** A secret nobody has; the pages behind one have nothing of anybody without it. */
const withoutToken = (url: string) => url.replace(':token', 'no-such-token')
