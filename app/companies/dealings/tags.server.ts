import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import type { CompanyTagsForm, TagChangeForm, TagForm, TagTone } from './dealing-forms'

type Who = Pick<Viewer, 'userId'>

/** The tags of the house by name, each with how many companies have it. */
export function listTags(db: Db) {
  return db
    .selectFrom('tag')
    .select((eb) => [
      'tag.id',
      'tag.name',
      sql<TagTone>`tag.tone`.as('tone'),
      'tag.version',
      eb
        .selectFrom('company_tag')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('company_tag.tag_id', '=', 'tag.id')
        .as('companies'),
    ])
    .orderBy(sql`tag.name collate "fi-FI-x-icu"`)
    .limit(500)
    .execute()
}

export type TagRow = Awaited<ReturnType<typeof listTags>>[number]

/** The tags of the house to choose from. */
export function listTagNames(db: Db) {
  return db
    .selectFrom('tag')
    .select(['tag.id', 'tag.name'])
    .orderBy(sql`tag.name collate "fi-FI-x-icu"`)
    .limit(500)
    .execute()
}

/** One tag, or undefined. */
export function findTag(db: Db, tagId: string) {
  return db
    .selectFrom('tag')
    .select(['id', 'name', sql<TagTone>`tone`.as('tone'), 'version'])
    .where('id', '=', tagId)
    .executeTakeFirst()
}

/** Adds a tag to the list of the house; undefined when there is one of that name, however capitalised. */
export async function addTag(trx: Trx, viewer: Who, form: TagForm): Promise<string | undefined> {
  const added = await trx
    .insertInto('tag')
    .values({ name: form.name, tone: form.tone, created_by: viewer.userId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Renames or recolours a tag for everybody; `taken` when another has the name. */
export async function changeTag(
  trx: Trx,
  tagId: string,
  form: TagChangeForm,
): Promise<'changed' | 'conflict' | 'taken'> {
  const holder = await findTagByName(trx, form.name)
  if (holder && holder.id !== tagId) return 'taken'
  const changed = await changeAtVersion(
    trx,
    'tag',
    { id: tagId, version: form.version },
    { name: form.name, tone: form.tone },
  )
  return changed ? 'changed' : 'conflict'
}

function findTagByName(db: Db, name: string) {
  return db.selectFrom('tag').select('id').where(sql`lower(name)`, '=', name.toLowerCase()).executeTakeFirst()
}

/** Gives a company exactly these tags; a new word joins the list of the house. */
export async function setCompanyTags(
  trx: Trx,
  viewer: Who,
  companyId: string,
  form: CompanyTagsForm,
): Promise<void> {
  const tagIds = new Set(form.tagIds)
  if (form.newTag) {
    const tag = { name: form.newTag, tone: 'plain' as const }
    const id = (await addTag(trx, viewer, tag)) ?? (await findTagByName(trx, form.newTag))?.id
    if (id) tagIds.add(id)
  }
  const wanted = [...tagIds]
  const gone = await trx
    .deleteFrom('company_tag')
    .where('company_id', '=', companyId)
    .where(sql<boolean>`tag_id <> all(${wanted}::uuid[])`)
    .returning('tag_id')
    .execute()
  const added =
    wanted.length === 0
      ? []
      : await trx
          .insertInto('company_tag')
          .values(wanted.map((tag_id) => ({ tag_id, company_id: companyId, added_by: viewer.userId })))
          .onConflict((conflict) => conflict.doNothing())
          .returning('tag_id')
          .execute()
  if (gone.length + added.length === 0) return
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_tagged',
    subject: ['company', companyId],
    companyId,
  })
}

/** The ids of a company's tags. */
export async function tagIdsOf(db: Db, companyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('company_tag')
    .select('tag_id as id')
    .where('company_id', '=', companyId)
    .execute()
  return rows.map(({ id }) => id)
}
