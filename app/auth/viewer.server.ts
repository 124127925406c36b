import { redirect } from '@remix-run/node'
import { db } from '~/platform/db.server'
import { forbidden } from '~/platform/http.server'
import type { Language } from '~/texts/text-keys'
import { may, type Permission, type Role } from './permissions'
import { currentSession } from './session.server'

/**
 * Who is asking. `contactId` and `companyId` are set for employers and mentors: whom they speak for; `candidateId`
 * for a person who looks for work: who it is.
 */
export type Viewer = {
  userId: string
  name: string
  roles: Role[]
  language: Language
  contactId: string | null
  companyId: string | null
  candidateId: string | null
  sessionId: string
  renewedCookie: string | null
}

/** The signed-in person, or null. */
export async function findViewer(request: Request): Promise<Viewer | null> {
  const session = await currentSession(request)
  if (!session) return null
  const user = await db
    .selectFrom('user_account')
    .leftJoin('contact', 'contact.id', 'user_account.contact_id')
    .select([
      'user_account.id as userId',
      'user_account.name',
      'user_account.roles',
      'user_account.language',
      'user_account.contact_id as contactId',
      'contact.company_id as companyId',
      'user_account.candidate_id as candidateId',
    ])
    .where('user_account.id', '=', session.userId)
    .executeTakeFirst()
  if (!user) return null
  return {
    ...user,
    roles: user.roles as Role[],
    language: user.language as Language,
    sessionId: session.sessionId,
    renewedCookie: session.renewedCookie,
  }
}

/**
 * The first line of every loader and action that is not public: the viewer, if the role may. Nobody is sent to
 * sign in (a write gets 401), a wrong role gets 403.
 */
export async function requireMay(request: Request, permission: Permission): Promise<Viewer> {
  const viewer = await findViewer(request)
  if (!viewer) throw signInFirst(request)
  if (!may(viewer, permission)) throw forbidden()
  return viewer
}

function signInFirst(request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 401 })
  const url = new URL(request.url)
  const path = url.pathname.replace(/\.data$/, '')
  return redirect(path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path + url.search)}`)
}
