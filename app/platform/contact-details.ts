import { parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * A telephone number in E.164 (`+358401234567`), or null when the text is no number that can be dialled.
 * A number without a country code is Finnish.
 */
export function normalisePhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text, 'FI')
  return number?.isPossible() ? number.number : null
}

/** A stored number as people read and dial it: `+358 40 1234567`. */
export function spacedPhone(phone: string): string {
  return parsePhoneNumberFromString(phone, 'FI')?.formatInternational() ?? phone
}

/** An e-mail address trimmed and in lower case, or null when the text is not one address. */
export function normaliseEmail(text: string): string | null {
  const address = text
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
  if (address.length > 254) return null
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/.test(address) ? address : null
}

/** Hosts that many organisations share: without its path such an address points at nobody. */
const sharedHosts = ['facebook.com', 'instagram.com', 'linkedin.com', 'sites.google.com']

/**
 * A web address as `https://host`: lower case, without path, query or port; the scheme is kept when given.
 * An address at a shared host keeps its path. Null when the text is no http address with a domain.
 */
export function normaliseWebsite(text: string): string | null {
  const trimmed = text.trim()
  const withScheme = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/\s|@/.test(withScheme) || !URL.canParse(withScheme)) return null

  const url = new URL(withScheme)
  if (!/^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(url.hostname)) return null
  const shared = sharedHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  const path = shared ? url.pathname.replace(/\/+$/, '') : ''
  return `${url.protocol}//${url.hostname}${path}`
}
