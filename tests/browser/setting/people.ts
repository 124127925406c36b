import { hashPassword } from '~/auth/password.server'
import { ROLES } from '~/auth/permissions'
import { DEMO_PASSWORD } from '~/demo/demo-accounts'
import type { Db } from '~/platform/db.server'
import { askDatabase } from './database'
import { walkerOf } from './test'

/** Makes an account of every role that holds nothing, for walking through every address. */
export default async function people(): Promise<void> {
  const password_hash = await hashPassword(DEMO_PASSWORD)
  await askDatabase(async (db) => {
    const contact_id = await someContact(db)
    for (const role of ROLES) {
      await db
        .insertInto('user_account')
        .values({
          email: walkerOf(role),
          name: `Walker ${role}`,
          roles: [role],
          password_hash,
          accepted_at: new Date(),
          contact_id: role === 'employer' || role === 'mentor' ? contact_id : null,
        })
        .execute()
    }
  })
}

async function someContact(db: Db): Promise<string> {
  const company = await db
    .insertInto('company')
    .values({ name: 'Kävelijän Paja Oy' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const contact = await db
    .insertInto('contact')
    .values({ company_id: company.id, name: 'Kaisa Kävelijä', email: 'kaisa@paja.example' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return contact.id
}
