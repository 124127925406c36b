import { storeFile } from '~/files/files.server'
import type { Trx } from '~/platform/db.server'
import type { Company } from './companies'
import type { Scene } from './scene'
import { type CalledCompany, JOINED } from './second-round-calls'

const tagNames = [
  ['kielitietoinen', 'good'],
  ['kesätyöpaikka', 'info'],
  ['esteetön', 'plain'],
  ['hidas vastaamaan', 'warn'],
] as const

/** What the house knows of the companies that joined: tags, tasks, promises, notes, sites, and who knows whom. */
export function addDealings(scene: Scene, called: readonly CalledCompany[]): Company[] {
  const joined = called.slice(0, JOINED).map(({ company }) => company)
  addTags(scene, joined)
  addTasks(scene, joined)
  addPromises(scene, joined)
  addRemembered(scene, joined)
  return joined
}

function addTags({ story, staff }: Scene, companies: Company[]): void {
  const madeAt = story.at(-60, '09:10')
  for (const [place, [name, tone]] of tagNames.entries()) {
    const id = story.id(madeAt)
    story.rows.add('tag', { id, name, tone, created_by: staff.liaison, created_at: madeAt })
    for (const [index, { id: companyId }] of companies.entries()) {
      if (index % (place + 2) === 0)
        story.rows.add('company_tag', {
          company_id: companyId,
          tag_id: id,
          added_by: staff.liaison,
          added_at: madeAt,
        })
    }
  }
}

function addTasks({ story, staff }: Scene, companies: Company[]): void {
  const tasks: [what: string, due: number, owner: string][] = [
    ['Lähetä työkokeilun sopimuspohja', -2, staff.liaison],
    ['Kysy, sopiiko tutustumiskäynti ensi viikolla', 1, staff.liaison],
    ['Sovi perehdytyksestä ohjaajan kanssa', 4, staff.coordinator],
    ['Soita ja kiitä kierroksesta', 9, staff.liaison],
  ]
  for (const [index, [title, due, ownerId]] of tasks.entries()) {
    const company = companies[index]
    if (!company) continue
    const madeAt = story.at(-7, `1${index}:15`)
    const id = story.id(madeAt)
    story.rows.add('company_task', {
      id,
      company_id: company.id,
      title,
      due_on: story.day(due),
      owner_id: ownerId,
      created_by: staff.liaison,
      created_at: madeAt,
    })
    story.tell(madeAt, staff.liaison, 'company_task_added', ['company_task', id], { companyId: company.id })
  }
}

function addPromises({ story, staff }: Scene, companies: Company[]): void {
  const promises = [
    { by: 'house', what: 'Kaksi sopivaa ehdokasta testaukseen', on: -14, due: 2, kept: false },
    { by: 'company', what: 'Vastaus esittelyihin', on: -12, due: -3, kept: false },
    { by: 'company', what: 'Esittelee työtään yhteisessä tapaamisessa', on: -40, due: -20, kept: true },
  ] as const
  for (const [index, { by, what, on, due, kept }] of promises.entries()) {
    const company = companies[index]
    if (!company) continue
    const madeAt = story.at(on, '13:30')
    const id = story.id(madeAt)
    story.rows.add('company_promise', {
      id,
      company_id: company.id,
      promised_by: by,
      what,
      promised_on: story.day(on),
      due_on: story.day(due),
      outcome: kept ? 'kept' : null,
      outcome_at: kept ? story.at(due, '15:00') : null,
      outcome_by: kept ? staff.liaison : null,
      created_by: staff.liaison,
      created_at: madeAt,
    })
    const action = by === 'house' ? 'promise_given' : 'promise_received'
    story.tell(madeAt, staff.liaison, action, ['company_promise', id], { companyId: company.id })
  }
}

function addRemembered({ story, staff }: Scene, companies: Company[]): void {
  for (const [index, { id: companyId, contacts }] of companies.slice(0, 3).entries()) {
    const madeAt = story.at(-10 - index, '11:40')
    story.rows.add('company_note', {
      id: story.id(madeAt),
      company_id: companyId,
      body: 'Tavoittaa parhaiten ennen yhdeksää. Tilat ovat toisessa kerroksessa, hissi on.',
      created_by: staff.liaison,
      created_at: madeAt,
    })
    story.rows.add('company_site', {
      id: story.id(madeAt),
      company_id: companyId,
      name: 'Varasto ja huolto',
      street: `Varikkotie ${index + 2}`,
      postcode: '01510',
      municipality: 'Vantaa',
      created_by: staff.liaison,
      created_at: madeAt,
    })
    const [contact] = contacts
    if (contact)
      story.rows.add('acquaintance', {
        contact_id: contact.id,
        user_id: index === 0 ? staff.coordinator : staff.liaison,
        how: index === 0 ? 'Entinen työkaveri' : 'Yrittäjäyhdistyksestä',
        noted_at: madeAt,
      })
  }
}

/** A paper of the first of them, and the group that the second and the third make, once the companies are written. */
export async function addPapersAndGroup(
  trx: Trx,
  { story, staff }: Scene,
  [first, parent, sister]: Company[],
): Promise<void> {
  if (!first || !parent || !sister) throw new Error('the demonstration has too few companies')
  const bytes = new TextEncoder().encode(
    'Yhteistyöstä sovittiin tapaamisessa: yksi työkokeilupaikka keväällä.\n',
  )
  const file = await storeFile(
    trx,
    { userId: staff.liaison },
    { name: 'muistio.txt', mediaType: 'text/plain', bytes },
  )
  await trx
    .insertInto('company_file')
    .values({
      company_id: first.id,
      file_id: file.id,
      title: 'Tapaamismuistio',
      created_by: staff.liaison,
      created_at: story.at(-9, '16:05'),
    })
    .execute()
  const { businessId } = await trx
    .selectFrom('company')
    .select('business_id as businessId')
    .where('id', '=', parent.id)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('company')
    .set({ parent_business_id: businessId })
    .where('id', '=', sister.id)
    .execute()
}
