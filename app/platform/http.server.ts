import { createCookie, redirect } from '@remix-run/node'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import type { TextKey } from '~/texts/text-keys'

/** Missing and not visible are one answer, so that nobody learns which records exist. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** What a read gave; a 404 where there is none that this viewer may see. */
export function orNotFound<Row extends object>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound()
  return row
}

/** What somebody is answered who is known but may not; what they may not see is a 404 instead. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' })
}

const Id = z.uuid()

/** The id in the address, or a 404 when it cannot be one. */
export function idParam(params: Record<string, string | undefined>, name: string): string {
  const id = Id.safeParse(params[name])
  if (!id.success) throw notFound()
  return id.data
}

/** What a toast says after a redirect: a text key, never personal data. */
export type Toast = { text: TextKey; params?: Record<string, string | number>; undo?: string }

const toastCookie = createCookie('silta_toast', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 60,
  secure: env().PUBLIC_URL.startsWith('https:'),
})

/** Redirects (303) and shows `toast` once on the next page. `undo` is the URL a form posts to. */
export async function redirectWithToast(location: string, toast: Toast): Promise<Response> {
  return redirect(location, { status: 303, headers: { 'Set-Cookie': await toastCookie.serialize(toast) } })
}

/** The message that the redirect before this page left, or null. */
export async function readToast(request: Request): Promise<Toast | null> {
  return (await toastCookie.parse(request.headers.get('Cookie'))) ?? null
}

/** The header that makes a shown message go. */
export function forgetToast(): Promise<string> {
  return toastCookie.serialize('', { maxAge: 0 })
}

/** A path of this site to return to, or `fallback`; a foreign address is never followed. */
export function safePath(path: FormDataEntryValue | string | null | undefined, fallback: string): string {
  if (typeof path !== 'string' || !path.startsWith('/') || path.startsWith('//') || path.includes('\\'))
    return fallback
  return path
}
