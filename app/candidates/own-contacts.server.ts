import { sql } from 'kysely'
import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams } from '~/platform/list-params'
import { isOpenTo } from './non-disclosure.server'
import type { OwnContactDetails } from './own-contact'

type PageOf = Pick<ListParams, 'page' | 'pageSize'>
type At = { candidateId: string; ownContactId: string }

/** What one person has done about work without the house. The caller knows that it is this person who asks. */
function ownContactsOf(db: Db, candidateId: string) {
  return db
    .selectFrom('own_contact')
    .where('own_contact.candidate_id', '=', candidateId)
    .where('own_contact.removed_at', 'is', null)
}

/**
 * The same for the person's coaches; as companies tell where somebody moves about, under non-disclosure for safety for
 * the own coach only. Nobody else and no employer sees any of it.
 */
function visibleOwnContacts(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, candidateId: string) {
  const contacts = ownContactsOf(db, candidateId)
  if (!may(viewer, 'candidates.write')) return contacts.where('own_contact.id', 'is', null)
  return contacts.where(isOpenTo(viewer, candidateId))
}

function pageOf(db: Db, contacts: ReturnType<typeof ownContactsOf>, page: PageOf) {
  return readListPage(db, page, {
    rows: contacts
      .select([
        'own_contact.id',
        'own_contact.company',
        'own_contact.contacted_on as contactedOn',
        'own_contact.came_of_it as cameOfIt',
      ])
      .orderBy('own_contact.contacted_on', 'desc')
      .orderBy('own_contact.id', 'desc'),
    matching: contacts.select('own_contact.id'),
  })
}

/** A page of the person's own contacts, newest first, for the person. */
export function listOwnContacts(db: Db, candidateId: string, page: PageOf) {
  return pageOf(db, ownContactsOf(db, candidateId), page)
}

/** Every one of them, for the person's own copy. */
export function allOwnContacts(db: Db, candidateId: string) {
  return ownContactsOf(db, candidateId)
    .select(['company', 'contacted_on as contactedOn', 'came_of_it as cameOfIt', 'created_at as createdAt'])
    .orderBy('own_contact.id', 'desc')
    .execute()
}

/** The same for a coach; empty for whoever may not see them. */
export function listOwnContactsForCoach(db: Db, viewer: Viewer, candidateId: string, page: PageOf) {
  return pageOf(db, visibleOwnContacts(db, viewer, candidateId), page)
}

export type OwnContactPage = Awaited<ReturnType<typeof listOwnContacts>>

/** One contact of the person who asks, or undefined. */
export function findOwnContact(db: Db, at: At) {
  return ownContactsOf(db, at.candidateId)
    .select(['id', 'company', 'contacted_on as contactedOn', 'came_of_it as cameOfIt', 'version'])
    .where('own_contact.id', '=', at.ownContactId)
    .executeTakeFirst()
}

/** Keeps a contact that the person made with an employer without the house. */
export async function addOwnContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  details: OwnContactDetails,
): Promise<void> {
  const { id } = await trx
    .insertInto('own_contact')
    .values({ candidate_id: candidateId, ...columnsOf(details) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(trx, viewer, 'own_contact_added', { candidateId, ownContactId: id })
}

/** Changes a contact; false when it changed since `version` or is gone. */
export async function changeOwnContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: At,
  form: OwnContactDetails & { version: number },
): Promise<boolean> {
  const changed = await trx
    .updateTable('own_contact')
    .set({ ...columnsOf(form), version: form.version + 1 })
    .where('id', '=', at.ownContactId)
    .where('candidate_id', '=', at.candidateId)
    .where('version', '=', form.version)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await tell(trx, viewer, 'own_contact_changed', at)
  return true
}

/** Takes a contact away, which can be undone until the night; false when it is gone already. */
export function removeOwnContact(trx: Trx, viewer: Pick<Viewer, 'userId'>, at: At): Promise<boolean> {
  return moveOwnContact(trx, viewer, at, 'own_contact_removed')
}

/** Brings back a contact that was taken away; false when none waits to be forgotten. */
export function restoreOwnContact(trx: Trx, viewer: Pick<Viewer, 'userId'>, at: At): Promise<boolean> {
  return moveOwnContact(trx, viewer, at, 'own_contact_restored')
}

async function moveOwnContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: At,
  action: 'own_contact_removed' | 'own_contact_restored',
): Promise<boolean> {
  const isRemoval = action === 'own_contact_removed'
  const moved = await trx
    .updateTable('own_contact')
    .set({ removed_at: isRemoval ? new Date() : null })
    .where('id', '=', at.ownContactId)
    .where('candidate_id', '=', at.candidateId)
    .where('removed_at', isRemoval ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!moved) return false
  await tell(trx, viewer, action, at)
  return true
}

/** Deletes what people took away more than an hour ago. */
export async function forgetRemovedOwnContacts(db: Db): Promise<void> {
  await db.deleteFrom('own_contact').where('removed_at', '<', sql<Date>`now() - interval '1 hour'`).execute()
}

function columnsOf({ company, contactedOn, cameOfIt }: OwnContactDetails) {
  return { company, contacted_on: contactedOn, came_of_it: cameOfIt ?? null }
}

function tell(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  action: ActivityAction,
  { candidateId, ownContactId }: At,
): Promise<void> {
  return recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['own_contact', ownContactId],
    candidateId,
  })
}
