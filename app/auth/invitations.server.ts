import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { queueMail } from '~/mail/mail.server'
import { invitationMessage, passwordResetMessage } from '~/mail/messages'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { Language } from '~/texts/text-keys'
import { rolesProblem } from './account'
import { makeAccountLink, spendAccountLink } from './account-links.server'
import { hashPassword } from './password.server'
import type { Role } from './permissions'
import { endSessions } from './session.server'
import type { Viewer } from './viewer.server'

type Invitation = {
  email: string
  name: string
  roles: Role[]
  language: Language
  organisation?: string | null
  expiresAt?: Date | null
  /** Whom an employer or a mentor speaks for. */
  contactId?: string | null
}

/**
 * Opens an account and mails its owner a link to choose a password. An open account that the same contact already
 * has with the role is used as it is; the mail goes again if it was never accepted.
 * Refuses an address that somebody else's account has, and roles that do not go together.
 */
export async function inviteUser(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  invitation: Invitation,
): Promise<{ userId: string; isNew: boolean }> {
  const problem = rolesProblem(invitation.roles)
  if (problem) throw new RuleError(problem)

  const made = await trx
    .insertInto('user_account')
    .values({
      email: invitation.email.toLowerCase(),
      name: invitation.name,
      roles: invitation.roles,
      language: invitation.language,
      organisation: invitation.organisation ?? null,
      expires_at: invitation.expiresAt ?? null,
      contact_id: invitation.contactId ?? null,
      invited_by: viewer.userId,
      invited_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return { userId: await existingAccount(trx, invitation), isNew: false }

  await mailInvitation(trx, made.id, invitation)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'account_invited',
    subject: ['user_account', made.id],
    detail: { roles: invitation.roles },
  })
  return { userId: made.id, isNew: true }
}

async function existingAccount(trx: Trx, invitation: Invitation): Promise<string> {
  const account = await trx
    .selectFrom('user_account')
    .select(['id', 'email', 'language', 'roles', 'contact_id', 'closed_at', 'accepted_at'])
    .where('email', '=', invitation.email.toLowerCase())
    .executeTakeFirstOrThrow()
  const isSamePerson = invitation.contactId && account.contact_id === invitation.contactId
  if (!isSamePerson) throw new RuleError('auth:email_has_account')
  if (account.closed_at) throw new RuleError('auth:account_was_closed')
  await addRoles(trx, account, invitation.roles)
  if (!account.accepted_at) {
    await mailInvitation(trx, account.id, { email: account.email, language: account.language as Language })
  }
  return account.id
}

async function addRoles(trx: Trx, account: { id: string; roles: string[] }, roles: Role[]): Promise<void> {
  const together = [...new Set([...(account.roles as Role[]), ...roles])]
  if (together.length === account.roles.length) return
  const problem = rolesProblem(together)
  if (problem) throw new RuleError(problem)
  await trx.updateTable('user_account').set({ roles: together }).where('id', '=', account.id).execute()
}

async function mailInvitation(
  trx: Trx,
  userId: string,
  { email, language }: { email: string; language: Language },
): Promise<void> {
  const token = await makeAccountLink(trx, userId, 'invitation')
  const employer = await trx
    .selectFrom('user_account')
    .innerJoin('contact', 'contact.id', 'user_account.contact_id')
    .select(['contact.company_id as companyId', 'user_account.invited_by as userId'])
    .where('user_account.id', '=', userId)
    .executeTakeFirst()
  await queueMail(
    trx,
    invitationMessage({
      to: email,
      language,
      token,
      ...(employer && { employer: { ...employer, roundId: null } }),
    }),
  )
}

/** Mails the invitation again with a new link; the old one stops working. Refused once it was accepted. */
export async function inviteAgain(trx: Trx, viewer: Pick<Viewer, 'userId'>, userId: string): Promise<void> {
  const account = await trx
    .updateTable('user_account')
    .set({ invited_at: new Date() })
    .where('id', '=', userId)
    .where('accepted_at', 'is', null)
    .where('closed_at', 'is', null)
    .returning(['email', 'language'])
    .executeTakeFirst()
  if (!account) throw new RuleError('auth:already_accepted')
  await mailInvitation(trx, userId, { email: account.email, language: account.language as Language })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'account_invited_again',
    subject: ['user_account', userId],
  })
}

/** Mails a reset link when the address has an open account that was accepted; otherwise nothing happens, unseen. */
export async function askForPasswordReset(trx: Trx, email: string): Promise<void> {
  const account = await trx
    .selectFrom('user_account')
    .select(['id', 'email', 'language'])
    .where('email', '=', email)
    .where('closed_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .executeTakeFirst()
  if (!account) return
  const token = await makeAccountLink(trx, account.id, 'reset')
  const language = account.language as Language
  await queueMail(trx, passwordResetMessage({ to: account.email, language, token }))
}

/**
 * Sets the password that a link was sent for, uses the link up and signs the account out everywhere.
 * False when the link was used meanwhile.
 */
export async function setPasswordByLink(
  trx: Trx,
  { token, userId, password }: { token: string; userId: string; password: string },
): Promise<boolean> {
  if (!(await spendAccountLink(trx, token))) return false
  await trx
    .updateTable('user_account')
    .set({
      password_hash: await hashPassword(password),
      accepted_at: sql<Date>`coalesce(accepted_at, now())`,
    })
    .where('id', '=', userId)
    .execute()
  await endSessions(trx, userId)
  await recordActivity(trx, {
    actorId: userId,
    action: 'password_set',
    subject: ['user_account', userId],
  })
  return true
}
