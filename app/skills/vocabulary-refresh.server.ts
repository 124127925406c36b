import { sql } from 'kysely'
import type { Db, Trx } from '~/platform/db.server'
import { log } from '~/platform/log.server'
import { type EscoEdges, escoEdgesOf } from './esco-edges'
import { type OwnVocabulary, withOwn } from './own-vocabulary'
import type { SkillKind, SkillWord } from './vocabulary'
import { loadBuiltInVocabulary, replaceVocabulary } from './vocabulary.server'

const SETTING = 'vocabulary_version'
const LOOK_EVERY = { ms: 3_000 }

let versionInUse: number | undefined

/** Tells every process that what it holds of the vocabulary is out of date once `trx` commits. */
export async function tellVocabularyChanged(trx: Trx): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ key: SETTING, value: { version: 1 } })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        value: sql`jsonb_build_object('version', (setting.value ->> 'version')::int + 1)`,
        changed_at: sql`now()`,
      }),
    )
    .execute()
}

/**
 * Reads the own additions again when they have changed since this process read them; one small question when they
 * have not. Jobs and the pages that change the vocabulary ask before they use it; every process does within seconds.
 */
export async function refreshVocabulary(db: Db): Promise<void> {
  const setting = await db
    .selectFrom('setting')
    .select(sql<number>`(value ->> 'version')::int`.as('version'))
    .where('key', '=', SETTING)
    .executeTakeFirst()
  const version = setting?.version ?? 0
  if (version === versionInUse) return
  const own = await readOwnVocabulary(db)
  replaceVocabulary(withOwn(loadBuiltInVocabulary().vocabulary, own))
  versionInUse = version
}

/** Keeps this process in step with changes made in others, until the returned function is called. */
export function followVocabulary(db: Db): () => Promise<void> {
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= refreshVocabulary(db)
      .catch((error) => log.error({ err: error }, 'the vocabulary could not be read again'))
      .finally(() => {
        looking = undefined
      })
  }, LOOK_EVERY.ms)
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/** Everything an administrator has added and not retired. */
async function readOwnVocabulary(db: Db): Promise<OwnVocabulary> {
  const [skills, words, implies, esco] = await Promise.all([
    db
      .selectFrom('skill')
      .select(['id', 'kind', 'label_fi as fi', 'label_sv as sv', 'label_en as en'])
      .where('origin', '=', 'own')
      .where('retired_at', 'is', null)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('skill_word')
      .innerJoin('skill', 'skill.id', 'skill_word.skill_id')
      .select(['skill_id as skillId', 'language', 'word as text', 'strict'])
      .where('skill_word.origin', '=', 'own')
      .where('skill.retired_at', 'is', null)
      .orderBy('skill_id')
      .orderBy('word')
      .execute(),
    db
      .selectFrom('skill_edge')
      .select(['from_id as from', 'to_id as to'])
      .where('origin', '=', 'own')
      .where('kind', '=', 'implies')
      .orderBy('from_id')
      .orderBy('to_id')
      .execute(),
    readEscoEdges(db),
  ])
  return {
    skills: skills.map(({ id, kind, fi, sv, en }) => ({ id, kind: kind as SkillKind, name: { fi, sv, en } })),
    words: words.map((word) => ({ ...word, language: word.language as SkillWord['language'] })),
    implies,
    esco,
  }
}

/** Null where no concept of ESCO is joined to a skill. */
async function readEscoEdges(db: Db): Promise<EscoEdges | null> {
  const concepts = await db
    .selectFrom('taxonomy_concept')
    .innerJoin('skill', 'skill.id', 'taxonomy_concept.skill_id')
    .select(['taxonomy_concept.uri', 'skill.id as skillId'])
    .where('taxonomy_concept.taxonomy', '=', 'esco')
    .where('taxonomy_concept.retired_at', 'is', null)
    .where('skill.retired_at', 'is', null)
    .orderBy('taxonomy_concept.uri')
    .execute()
  if (concepts.length === 0) return null
  const links = await db
    .selectFrom('taxonomy_link as link')
    .innerJoin('taxonomy_concept as one', 'one.uri', 'link.from_uri')
    .innerJoin('taxonomy_concept as other', 'other.uri', 'link.to_uri')
    .select(['link.from_uri as from', 'link.to_uri as to', 'link.kind'])
    .where('one.taxonomy', '=', 'esco')
    .where('one.kind', '=', 'skill')
    .where('other.kind', '=', 'skill')
    .where('one.retired_at', 'is', null)
    .where('other.retired_at', 'is', null)
    .orderBy('link.from_uri')
    .orderBy('link.to_uri')
    .execute()
  return escoEdgesOf(new Map(concepts.map(({ uri, skillId }) => [uri, skillId])), links)
}
