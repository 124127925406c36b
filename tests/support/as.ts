import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { Role } from '~/auth/permissions'
import { startSession } from '~/auth/session.server'
import { findViewer, type Viewer } from '~/auth/viewer.server'
import { personAccount } from '~/candidates/person-links.server'
import { db } from '~/platform/db.server'
import { makeCandidate, makeCompany, makeContact, makeUser } from './factories'

type Fields = Record<string, string | number | readonly string[] | File | undefined>

export type SignedIn = {
  viewer: Viewer
  cookie: string
  /** A request with this person's cookie, as a browser would send it. */
  request: (path: string, init?: RequestInit) => Request
  /** The same as a posted form. A list becomes several fields of one name; undefined is left out. */
  post: (path: string, fields?: Fields) => Request
}

/**
 * Signs in a new person with these roles. An employer or a mentor speaks for a contact of `companyId`, or of a
 * company made for the purpose; somebody who looks for work is `candidateId`, or a candidate made for it.
 */
export async function as(
  role: Role | Role[],
  given: {
    companyId?: string
    contactId?: string
    candidateId?: string
    name?: string
    email?: string
  } = {},
): Promise<SignedIn> {
  const roles = Array.isArray(role) ? role : [role]
  const userId = roles.includes('person')
    ? await db
        .transaction()
        .execute(async (trx) => personAccount(trx, given.candidateId ?? (await makeCandidate())))
    : await makeUser(roles, {
        ...(given.name && { name: given.name }),
        ...(given.email && { email: given.email }),
        contact_id: await contactFor(roles, given),
      })
  const cookie = (await startSession(userId, null)).split(';')[0] ?? ''
  const viewer = await findViewer(request('/', { headers: { Cookie: cookie } }))
  if (!viewer) throw new Error('the new session did not sign in')
  return {
    viewer,
    cookie,
    request: (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Cookie', cookie)
      return request(path, { ...init, headers })
    },
    post: (path, fields = {}) => post(path, fields, cookie),
  }
}

/** The arguments Remix calls a loader or an action with: `loader(argsOf(liaison.request('/needs')))`. */
export function argsOf(
  request: Request,
  params: Record<string, string> = {},
  context: Partial<AppLoadContext> = {},
): LoaderFunctionArgs & ActionFunctionArgs {
  const whole = { cspNonce: '', abortSignal: request.signal, clientAddress: '192.0.2.1', ...context }
  return { request, params, context: whole }
}

/** A request of somebody who is not signed in. */
export function request(path: string, init?: RequestInit): Request {
  return new Request(new URL(path, 'http://localhost:3000'), init)
}

/** A posted form of somebody who is not signed in, or of `cookie`. */
export function post(path: string, fields: Fields = {}, cookie?: string): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) {
      if (one !== undefined) body.append(name, one instanceof File ? one : String(one))
    }
  }
  return request(path, { method: 'POST', body, headers: cookie ? { Cookie: cookie } : {} })
}

async function contactFor(
  roles: Role[],
  { companyId, contactId }: { companyId?: string; contactId?: string },
): Promise<string | null> {
  if (contactId) return contactId
  if (!roles.includes('employer') && !roles.includes('mentor')) return null
  return makeContact(companyId ?? (await makeCompany()))
}
