import { createCookie } from '@remix-run/node'
import { env } from '~/platform/env.server'
import { en } from './en'
import { fi } from './fi'
import { loadTexts, textsIn } from './loaded'
import { sv } from './sv'
import type { Translate } from './text'
import { isLanguage, type Language } from './text-keys'

loadTexts('fi', fi)
loadTexts('sv', sv)
loadTexts('en', en)

const languageCookie = createCookie('silta_language', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 365 * 24 * 60 * 60,
  secure: env().PUBLIC_URL.startsWith('https:'),
})

/** The language chosen earlier on this device, else the browser's first that we have, else Finnish. */
export async function languageOf(request: Request): Promise<Language> {
  const chosen = await languageCookie.parse(request.headers.get('Cookie'))
  if (isLanguage(chosen)) return chosen
  for (const part of (request.headers.get('Accept-Language') ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (isLanguage(code)) return code
  }
  return 'fi'
}

/** The header that keeps the chosen language on this device. */
export function rememberLanguage(language: Language): Promise<string> {
  return languageCookie.serialize(language)
}

/** A translator outside a page: mails, files, scripts. */
export function translatorFor(language: Language): Translate {
  const texts = textsIn(language)
  return (key, params) => texts.t(key, params ?? {}) as string
}
