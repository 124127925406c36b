import { sql } from 'kysely'
import { inviteUser } from '~/auth/invitations.server'
import type { Viewer } from '~/auth/viewer.server'
import { queueMail } from '~/mail/mail.server'
import { newProfilesMessage } from '~/mail/messages'
import type { Trx } from '~/platform/db.server'
import type { Language } from '~/texts/text-keys'
import { isOpenNow, presentationsWithGrounds } from './standing.server'

/** A contact with an address that may be used. */
type ContactToTell = {
  id: string
  name: string
  email: string
  language: Language
  companyId: string
  companyName: string
}

/** Opens the portal to the contact and mails how many profiles wait; neither names anybody. */
export async function tellContact(
  trx: Trx,
  viewer: Viewer,
  contact: ContactToTell,
  need: { id: string; title: string } | null,
  roundId: string | null,
): Promise<void> {
  if (!(await hasWayIn(trx, contact))) {
    await inviteUser(trx, viewer, {
      email: contact.email,
      name: contact.name,
      roles: ['employer'],
      language: contact.language,
      organisation: contact.companyName,
      contactId: contact.id,
    })
  }
  const { count } = await presentationsWithGrounds(trx)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('presentation.contact_id', '=', contact.id)
    .where('presentation.need_id', 'is not distinct from', need?.id ?? null)
    .where('presentation.answered_at', 'is', null)
    .where(isOpenNow())
    .executeTakeFirstOrThrow()
  await queueMail(
    trx,
    newProfilesMessage({
      to: contact.email,
      language: contact.language,
      count,
      needTitle: need?.title ?? null,
      path: '/portal',
      employer: { companyId: contact.companyId, roundId, userId: viewer.userId },
    }),
  )
}

/** An account in use, or an invitation that works for another day: a second one would end the first. */
async function hasWayIn(trx: Trx, contact: ContactToTell): Promise<boolean> {
  const account = await trx
    .selectFrom('user_account')
    .leftJoin('account_link', (join) =>
      join
        .onRef('account_link.user_id', '=', 'user_account.id')
        .on('account_link.purpose', '=', 'invitation')
        .on('account_link.used_at', 'is', null)
        .on('account_link.expires_at', '>', new Date(Date.now() + 24 * 60 * 60 * 1000)),
    )
    .select('user_account.id')
    .where('user_account.contact_id', '=', contact.id)
    .where('user_account.email', '=', contact.email.toLowerCase())
    .where('user_account.closed_at', 'is', null)
    .where(sql<boolean>`'employer' = any(user_account.roles)`)
    .where((where) =>
      where.or([
        where('user_account.accepted_at', 'is not', null),
        where('account_link.user_id', 'is not', null),
      ]),
    )
    .executeTakeFirst()
  return account !== undefined
}
