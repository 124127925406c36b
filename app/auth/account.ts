import { z } from 'zod'
import { instantOf, localTimeOf, plusDays } from '~/platform/dates'
import { choices, email, optionalDay, optionalText, text, version } from '~/platform/fields'
import { LANGUAGES } from '~/texts/text-keys'
import { EXTERNAL_ROLES, type Role } from './permissions'

const PASSWORD_LENGTH = { min: 10, max: 200 }
const password = () => z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)

/** Names of password fields, for `parseForm`: they never go back to the page. */
export const PASSWORD_FIELDS = ['password', 'again', 'current'] as const

export const SignInForm = z.object({
  email: email(),
  password: z.string().min(1).max(PASSWORD_LENGTH.max),
  to: optionalText(2000),
})

export const ForgottenPasswordForm = z.object({ email: email() })

export const NewPasswordForm = z
  .object({ password: password(), again: z.string().max(PASSWORD_LENGTH.max) })
  .refine(({ password, again }) => password === again, { path: ['again'], error: 'auth:passwords_differ' })

export const ChangePasswordForm = z
  .object({
    current: z.string().min(1).max(PASSWORD_LENGTH.max),
    password: password(),
    again: z.string().max(PASSWORD_LENGTH.max),
  })
  .refine(({ password, again }) => password === again, { path: ['again'], error: 'auth:passwords_differ' })

export const SetUpForm = z
  .object({
    name: text(),
    email: email(),
    language: z.enum(LANGUAGES),
    password: password(),
    again: z.string().max(PASSWORD_LENGTH.max),
  })
  .refine(({ password, again }) => password === again, { path: ['again'], error: 'auth:passwords_differ' })

export const OwnAccountForm = z.object({ name: text(), language: z.enum(LANGUAGES), version: version() })

/** Roles an administrator hands out; employers and mentors are invited from the company they speak for. */
export const INVITED_HERE = [
  'administrator',
  'liaison',
  'coordinator',
  'project_manager',
  'caller',
] as const satisfies readonly Role[]

const rolesAndTerms = z.object({
  roles: choices(INVITED_HERE).pipe(z.array(z.enum(INVITED_HERE)).min(1)),
  organisation: optionalText(),
  expires_on: optionalDay(),
})

type RolesAndTerms = z.infer<typeof rolesAndTerms>

/** A caller is somebody else's employee: the account names whose, and ends with the contract. */
function checkTerms({ roles, organisation, expires_on }: RolesAndTerms, context: z.RefinementCtx): void {
  const problem = rolesProblem(roles)
  if (problem) context.addIssue({ code: 'custom', path: ['roles'], message: problem })
  if (!roles.includes('caller')) return
  if (!organisation)
    context.addIssue({ code: 'custom', path: ['organisation'], message: 'auth:caller_organisation' })
  if (!expires_on) context.addIssue({ code: 'custom', path: ['expires_on'], message: 'auth:caller_expiry' })
}

export const InviteForm = rolesAndTerms
  .extend({ email: email(), name: text(), language: z.enum(LANGUAGES) })
  .superRefine(checkTerms)

export const RolesForm = rolesAndTerms.extend({ version: version() }).superRefine(checkTerms)

/**
 * A text key for what is wrong with these roles together, or null. Outsiders hold no role of the house; one person
 * of a company may both be shown candidates and mentor.
 */
export function rolesProblem(roles: readonly Role[]): 'auth:external_alone' | null {
  const external = roles.filter((role) => EXTERNAL_ROLES.some((outside) => outside === role))
  const alone = roles.length === 1 || external.length === 0
  const ofCompany = roles.every((role) => role === 'employer' || role === 'mentor')
  return alone || ofCompany ? null : 'auth:external_alone'
}

/** Whether a password is the person's own address, which everyone would try first. */
export function isOwnAddress(password: string, address: string): boolean {
  const typed = password.trim().toLowerCase()
  return typed === address || typed === address.split('@')[0]
}

export const ACCOUNT_STATES = ['active', 'invited', 'expired', 'closed'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** Where an account stands now. */
export function accountState(
  account: { closedAt: Date | null; acceptedAt: Date | null; expiresAt: Date | null },
  now = new Date(),
): AccountState {
  if (account.closedAt) return 'closed'
  if (account.expiresAt && account.expiresAt <= now) return 'expired'
  return account.acceptedAt ? 'active' : 'invited'
}

/** The instant at which an account ends whose last day this is; null for none. */
export function endOfLastDay(day: string | undefined): Date | null {
  return day ? instantOf(`${plusDays(day, 1)}T00:00`) : null
}

/** The last day of an account that ends at this instant. */
export function lastDayOf(expiresAt: Date | null): string {
  return expiresAt ? localTimeOf(new Date(expiresAt.getTime() - 1)).slice(0, 10) : ''
}
