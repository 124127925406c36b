import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import { visibleCompanies } from './companies.server'
import type { ContactChangeForm, ContactForm } from './company'
import { noteAcquaintance } from './dealings/acquaintances.server'
import { isReachSuppressed } from './suppression-check.server'

/** The people of companies that the viewer may see. */
export function visibleContacts(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleCompanies(db, viewer).innerJoin('contact', 'contact.company_id', 'company.id')
}

/** The people of one company, those who have left last. */
export function listContacts(db: Db, viewer: Pick<Viewer, 'roles'>, companyId: string) {
  return contactRows(db, viewer)
    .where('contact.company_id', '=', companyId)
    .orderBy(sql`contact.left_at is not null`)
    .orderBy(sql`contact.name collate "fi-FI-x-icu"`)
    .limit(200)
    .execute()
}

/** One person of one company, or undefined. */
export function findContact(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  at: { companyId: string; contactId: string },
) {
  return contactRows(db, viewer)
    .where('contact.company_id', '=', at.companyId)
    .where('contact.id', '=', at.contactId)
    .executeTakeFirst()
}

function contactRows(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleContacts(db, viewer).select([
    'contact.id',
    'contact.company_id as companyId',
    'company.name as companyName',
    'contact.name',
    'contact.role',
    'contact.email',
    'contact.phone',
    'contact.language',
    'contact.source',
    'contact.informed_on as informedOn',
    'contact.note',
    'contact.left_at as leftAt',
    'contact.version',
    isReachSuppressed('phone', sql.ref('contact.phone')).as('phoneSuppressed'),
    isReachSuppressed('email', sql.ref('contact.email')).as('emailSuppressed'),
  ])
}

export type Contact = Awaited<ReturnType<typeof listContacts>>[number]

/** Adds a person to a company that the viewer has found. */
export async function addContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  companyId: string,
  form: ContactForm,
): Promise<string> {
  const { id } = await trx
    .insertInto('contact')
    .values({
      ...columnsOf(form),
      company_id: companyId,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_added',
    subject: ['contact', id],
    companyId,
  })
  if (form.source === 'personal_network') {
    await noteAcquaintance(trx, viewer, { id, companyId }, { userId: viewer.userId })
  }
  return id
}

/** Changes a person; false when somebody changed them after the form was opened. */
export async function changeContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  contact: { id: string; companyId: string },
  form: ContactChangeForm,
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'contact',
    { id: contact.id, version: form.version },
    columnsOf(form),
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_changed',
    subject: ['contact', contact.id],
    companyId: contact.companyId,
  })
  return true
}

/** Marks that a person no longer works there; their history stays. False when they had left already. */
export async function markContactLeft(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  contact: { id: string; companyId: string },
): Promise<boolean> {
  const left = await trx
    .updateTable('contact')
    .set((eb) => ({ left_at: new Date(), version: eb('contact.version', '+', 1) }))
    .where('id', '=', contact.id)
    .where('left_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!left) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_left',
    subject: ['contact', contact.id],
    companyId: contact.companyId,
  })
  return true
}

/** Keeps an address that a person without one has told. False when one was known. */
export async function keepAddressTold(trx: Trx, contactId: string, email: string): Promise<boolean> {
  const kept = await trx
    .updateTable('contact')
    .set((eb) => ({ email, version: eb('version', '+', 1) }))
    .where('id', '=', contactId)
    .where('email', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

function columnsOf(form: ContactForm) {
  return {
    name: form.name,
    role: form.role ?? null,
    email: form.email ?? null,
    phone: form.phone ?? null,
    language: form.language ?? null,
    source: form.source ?? null,
    informed_on: form.informedOn ?? null,
    note: form.note ?? null,
  }
}
