import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { SHIPPED_RULES } from '~/needs/match-rules'
import { asCompared } from '~/needs/matching.server'
import { strongestPeople } from '~/needs/strongest-people.server'
import { db } from '~/platform/db.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { bringVocabulary } from '../support/vocabulary'

const PEOPLE = 20_000
const SKILLS_EACH = 8

beforeAll(async () => {
  await bringVocabulary()
  const ids = [...loadVocabulary().vocabulary.skills.keys()]
  // What the rows refer to is there by how they are made; checking each would take most of the time.
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one)
    await sql`insert into candidate (name) select 'Henkilö ' || n from generate_series(1, ${PEOPLE}::int) as n`.execute(
      one,
    )
    await sql`
      insert into candidate_skill (candidate_id, skill_id, source, place)
      select distinct on (1, 2) candidate.id,
        (${ids}::text[])[1 + abs(hashtextextended(candidate.id::text, k)) % ${ids.length}::int], 'cv', 'list'
      from candidate, generate_series(1, ${SKILLS_EACH}::int) as k
    `.execute(one)
    await sql`
      insert into cv (candidate_id, file_id, version_number, status, made_current_at, words)
      select id, id, 1, 'read', now(),
        to_tsvector('simple', 'kokki ' || case when right(number, 3) = '777' then 'laitossiivous' else '' end)
      from candidate
    `.execute(one)
    await sql`set session_replication_role = default`.execute(one)
    await sql`analyze candidate, candidate_skill, cv, cv_finding`.execute(one)
  })
}, 120_000)

/** The plan of the one statement that narrows many people to the strongest. */
async function planOf(skills: { words: string; skillId: string | null }[]): Promise<string> {
  const asked = skills.map((skill) => ({ ...skill, must: true, level: null }))
  const need = { languages: [], forms: [], municipality: null, remote: 'no', startsOn: null }
  const heard: { text: string; parameters: unknown[] }[] = []
  const hear = (statement: unknown) => heard.push(statement as (typeof heard)[number])
  subscribe('silta:statement', hear)
  await strongestPeople(
    db,
    { roles: ['coordinator'] },
    SHIPPED_RULES,
    asCompared({ ...need, skills: asked }),
    {
      limit: 100,
      seed: 'x',
    },
  )
  unsubscribe('silta:statement', hear)
  expect(heard).toHaveLength(1)
  const [{ text, parameters }] = heard as [(typeof heard)[number]]
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
    ...sql``.compile(db),
    sql: `explain ${text}`,
    parameters,
  })
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('people are narrowed by one statement that reads the skills asked for and no others', async () => {
  const plan = await planOf([
    { words: 'React', skillId: 'react' },
    { words: 'SQL', skillId: 'sql' },
  ])
  expect(plan).toContain('candidate_skill_skill_idx')
  expect(plan).not.toContain('Seq Scan on candidate_skill')
})

test('words that no vocabulary knows are found by the index of the words of CVs', async () => {
  const plan = await planOf([{ words: 'laitossiivous', skillId: null }])
  expect(plan).toContain('cv_words_idx')
  expect(plan).not.toMatch(/Seq Scan on (?:cv|candidate_skill)\b/)
})
