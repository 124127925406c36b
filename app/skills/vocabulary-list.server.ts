import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams } from '~/platform/list-params'

export const SKILL_SORTS = ['fi', 'sv', 'en'] as const
type SkillSort = (typeof SKILL_SORTS)[number]

/** A page of the vocabulary with the words people write for each skill. */
export async function listSkills(db: Db, list: ListParams<SkillSort>) {
  let matching = db.selectFrom('skill').where('skill.retired_at', 'is', null)
  if (list.filters.origin) matching = matching.where('skill.origin', '=', list.filters.origin)
  if (list.search) {
    const pattern = containsPattern(list.search)
    matching = matching.where((where) =>
      where.or([
        where(sql`lower(skill.label_fi || ' ' || skill.label_sv || ' ' || skill.label_en)`, 'like', pattern),
        where.exists(
          where
            .selectFrom('skill_word')
            .select('skill_word.skill_id')
            .whereRef('skill_word.skill_id', '=', 'skill.id')
            .where(sql`lower(skill_word.word)`, 'like', pattern),
        ),
      ]),
    )
  }
  const order = { fi: 'skill.label_fi', sv: 'skill.label_sv', en: 'skill.label_en' } as const
  return readListPage(db, list, {
    rows: matching
      .select([
        'skill.id',
        'skill.label_fi as fi',
        'skill.label_sv as sv',
        'skill.label_en as en',
        'skill.origin',
      ])
      .select((eb) => [
        eb
          .selectFrom('skill_word')
          .select(
            sql<string | null>`string_agg(distinct skill_word.word, ', ' order by skill_word.word)`.as(
              'words',
            ),
          )
          .whereRef('skill_word.skill_id', '=', 'skill.id')
          .as('words'),
      ])
      .orderBy(sql`${sql.ref(order[list.sort])} collate "fi-FI-x-icu"`, list.direction),
    matching: matching.select('skill.id'),
  })
}

export type SkillRow = Awaited<ReturnType<typeof listSkills>>['rows'][number]
