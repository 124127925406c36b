import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import { containsPattern } from '~/platform/list-params'
import type { Language } from '~/texts/text-keys'

const MOST_FOUND = 12

/** Whether any occupation has been imported. */
async function hasOccupations(db: Db): Promise<boolean> {
  const one = await occupations(db).select('uri').limit(1).executeTakeFirst()
  return one !== undefined
}

function occupations(db: Db) {
  return db.selectFrom('taxonomy_concept').where('kind', '=', 'occupation').where('retired_at', 'is', null)
}

const labelIn = (language: Language) =>
  sql<string>`coalesce(labels ->> ${language}, labels ->> 'en', labels ->> 'fi', labels ->> 'sv', uri)`

/** Occupations by words of their names in any language, the nearest first; their names in the reader's language. */
async function searchOccupations(db: Db, typed: string, language: Language) {
  const words = typed.trim().toLowerCase()
  if (words.length < 2) return []
  const label = labelIn(language)
  return occupations(db)
    .select(['uri', label.as('label')])
    .where(sql`lower(labels::text || other_labels::text)`, 'like', containsPattern(words))
    .orderBy(sql`lower(${label}) = ${words}`, 'desc')
    .orderBy(sql`starts_with(lower(${label}), ${words})`, 'desc')
    .orderBy(sql`length(${label})`)
    .orderBy('uri')
    .limit(MOST_FOUND)
    .execute()
}

/** An occupation with the skills of ours that it cannot be done without, or undefined. */
async function findOccupation(db: Db, uri: string, language: Language) {
  const occupation = await occupations(db)
    .select(['uri', labelIn(language).as('label')])
    .where('uri', '=', uri)
    .executeTakeFirst()
  if (!occupation) return undefined
  const skills = await db
    .selectFrom('taxonomy_link as link')
    .innerJoin('taxonomy_concept as concept', 'concept.uri', 'link.to_uri')
    .innerJoin('skill', 'skill.id', 'concept.skill_id')
    .select(['skill.id', 'skill.label_fi as fi', 'skill.label_sv as sv', 'skill.label_en as en'])
    .distinct()
    .where('link.from_uri', '=', uri)
    .where('link.kind', '=', 'essential')
    .where('concept.retired_at', 'is', null)
    .where('skill.retired_at', 'is', null)
    .orderBy('skill.label_fi')
    .execute()
  return { ...occupation, skills }
}

/**
 * What a page that suggests the skills of an occupation shows: the occupations that the words of its address (`q`)
 * find, the chosen one (`occupation`), and those of its skills that are not in `known` yet.
 */
export async function occupationSuggestions(
  db: Db,
  url: string,
  { language, known }: { language: Language; known: ReadonlySet<string> },
) {
  const params = new URL(url).searchParams
  const typed = (params.get('q') ?? '').slice(0, 80)
  const [isImported, found, chosen] = await Promise.all([
    hasOccupations(db),
    searchOccupations(db, typed, language),
    findOccupation(db, params.get('occupation') ?? '', language),
  ])
  return {
    typed,
    isImported,
    found,
    chosen: chosen && {
      ...chosen,
      skills: chosen.skills.filter(({ id }) => !known.has(id)),
      known: chosen.skills.filter(({ id }) => known.has(id)).length,
    },
  }
}

export type OccupationSuggestions = Awaited<ReturnType<typeof occupationSuggestions>>
