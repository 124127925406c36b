import { hashPassword } from '~/auth/password.server'
import { ROLES, type Role } from '~/auth/permissions'
import { DEMO_PASSWORD } from '~/demo/demo-accounts'
import type { Db } from '~/platform/db.server'
import { askDatabase } from './database'
import { addExamples } from './examples'
import { espooOf, walkerOf, workerOf } from './test'

/** What the tests call those who do the main job. */
const WORKERS: Partial<Record<Role, string>> = {
  liaison: 'Liisa Yhteys',
  caller: 'Soittaja Sanni',
  coordinator: 'Ville Valmentaja',
  project_manager: 'Paavo Päällikkö',
  administrator: 'Aila Ylläpitäjä',
}

/** Who replays the round of Espoo; a caller holds one company at a time, so this one is nobody else's. */
const ESPOO: Partial<Record<Role, string>> = {
  liaison: 'Eeva Yhdyshenkilö',
  caller: 'Kaisa Konsultti',
  project_manager: 'Matti Mittari',
}

/** Makes accounts beside those of the demo: one of every role for walking through every address, and the workers. */
export default async function people(): Promise<void> {
  const password_hash = await hashPassword(DEMO_PASSWORD)
  await askDatabase(async (db) => {
    const contact_id = await someContact(db)
    const walkers = ROLES.map((role) => ({ role, email: walkerOf(role), name: `Kävelijä ${role}` }))
    const workers = ROLES.map((role) => ({ role, email: workerOf(role), name: WORKERS[role] ?? role }))
    const espoo = ROLES.flatMap((role) => {
      const name = ESPOO[role]
      return name ? { role, email: espooOf(role), name } : []
    })
    for (const { role, email, name } of [...walkers, ...workers, ...espoo]) {
      await db
        .insertInto('user_account')
        .values({
          email,
          name,
          roles: [role],
          password_hash,
          accepted_at: new Date(),
          contact_id: role === 'employer' || role === 'mentor' ? contact_id : null,
          candidate_id: role === 'person' ? await somePerson(db, name) : null,
        })
        // A server that a developer keeps running has them already.
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })
  await addExamples()
}

async function somePerson(db: Db, name: string): Promise<string> {
  const person = await db.insertInto('candidate').values({ name }).returning('id').executeTakeFirstOrThrow()
  return person.id
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
