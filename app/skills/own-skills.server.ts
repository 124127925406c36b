import { randomBytes } from 'node:crypto'
import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import type { Trx } from '~/platform/db.server'
import { namesAsWords } from './own-skill'
import { OWN_GROUP, type OwnWord } from './own-vocabulary'
import { askToLookAgain, reopenUnknownWord } from './unknown-words/unknown-words.server'
import { type SkillKind, wordKey } from './vocabulary'
import { tellVocabularyChanged } from './vocabulary-refresh.server'

type NewWord = Omit<OwnWord, 'skillId' | 'strict'>
type OwnSkillDetails = {
  kind: SkillKind
  name: Record<'fi' | 'sv' | 'en', string>
  /** Besides the names, which are always found. */
  words: NewWord[]
  /** All words of the skill mean something else too. */
  strict: boolean
  implies: string[]
}

/** Adds a skill to this house's own vocabulary and has it looked for. Gives its id. */
export async function addOwnSkill(trx: Trx, userId: string, details: OwnSkillDetails): Promise<string> {
  const id = `own-${slugOf(details.name.en)}-${randomBytes(3).toString('hex')}`
  const { fi, sv, en } = details.name
  await trx
    .insertInto('skill')
    .values({
      id,
      origin: 'own',
      group_id: OWN_GROUP,
      kind: details.kind,
      label_fi: fi,
      label_sv: sv,
      label_en: en,
    })
    .execute()
  await saveWords(trx, id, [...namesAsWords(details.name), ...details.words], details.strict)
  await saveImplied(trx, id, details.implies)
  await tellOwnChange(trx, userId, id, 'own_skill_added')
  return id
}

/** Changes an own skill. False where somebody has changed or retired it since `version`. */
export async function changeOwnSkill(
  trx: Trx,
  userId: string,
  skillId: string,
  { version, kind, name, words, strict, implies }: OwnSkillDetails & { version: number },
): Promise<boolean> {
  const changed = await trx
    .updateTable('skill')
    .set({ kind, label_fi: name.fi, label_sv: name.sv, label_en: name.en, version: version + 1 })
    .where('id', '=', skillId)
    .where('origin', '=', 'own')
    .where('retired_at', 'is', null)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await saveWords(trx, skillId, [...namesAsWords(name), ...words], strict)
  await trx.deleteFrom('skill_edge').where('from_id', '=', skillId).where('origin', '=', 'own').execute()
  await saveImplied(trx, skillId, implies)
  await tellOwnChange(trx, userId, skillId, 'own_skill_changed')
  return true
}

/** Replaces the own words of a built-in skill. False where somebody has changed it since `version`. */
export async function changeOwnWords(
  trx: Trx,
  userId: string,
  skillId: string,
  { version, words, strict }: { version: number; words: NewWord[]; strict: boolean },
): Promise<boolean> {
  const changed = await trx
    .updateTable('skill')
    .set({ version: version + 1 })
    .where('id', '=', skillId)
    .where('origin', '=', 'built_in')
    .where('retired_at', 'is', null)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await saveWords(trx, skillId, words, strict)
  await tellOwnChange(trx, userId, skillId, 'own_words_changed')
  return true
}

/** Gives a skill, built-in or own, one more word to be found by. */
export async function addOwnWord(trx: Trx, userId: string, word: OwnWord): Promise<void> {
  const { skillId, language, text, strict } = word
  await trx
    .insertInto('skill_word')
    .values({ skill_id: skillId, language, word: text, strict, origin: 'own' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .updateTable('skill')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', skillId)
    .execute()
  await tellOwnChange(trx, userId, skillId, 'own_words_changed')
}

/** Takes an own word away from a skill, however it is spelt. */
async function removeOwnWord(trx: Trx, userId: string, skillId: string, word: string): Promise<void> {
  const own = await trx
    .selectFrom('skill_word')
    .select(['language', 'word'])
    .where('skill_id', '=', skillId)
    .where('origin', '=', 'own')
    .execute()
  for (const one of own.filter((each) => wordKey(each.word) === wordKey(word))) {
    await trx
      .deleteFrom('skill_word')
      .where('skill_id', '=', skillId)
      .where('language', '=', one.language)
      .where('word', '=', one.word)
      .execute()
  }
  await tellOwnChange(trx, userId, skillId, 'own_words_changed')
}

/** An own skill is no longer found. People who have it keep it. False where it was retired already. */
export function retireOwnSkill(trx: Trx, userId: string, skillId: string): Promise<boolean> {
  return setRetired(trx, userId, skillId, new Date())
}

/** Puts a settled word back to wait, and undoes what it was made into. False where it waits already. */
export async function undoUnknownWord(trx: Trx, userId: string, wordId: string): Promise<boolean> {
  const settled = await reopenUnknownWord(trx, userId, wordId)
  if (settled?.skillId && settled.decision === 'added') await retireOwnSkill(trx, userId, settled.skillId)
  if (settled?.skillId && settled.decision === 'joined')
    await removeOwnWord(trx, userId, settled.skillId, settled.words)
  return settled !== undefined
}

/** A retired own skill is found again. False where it was in use already. */
export function bringBackOwnSkill(trx: Trx, userId: string, skillId: string): Promise<boolean> {
  return setRetired(trx, userId, skillId, null)
}

async function setRetired(trx: Trx, userId: string, skillId: string, retiredAt: Date | null) {
  const skill = await trx
    .updateTable('skill')
    .set((eb) => ({ retired_at: retiredAt, version: eb('version', '+', 1) }))
    .where('id', '=', skillId)
    .where('origin', '=', 'own')
    .where('retired_at', retiredAt ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!skill) return false
  await tellOwnChange(trx, userId, skillId, retiredAt ? 'own_skill_retired' : 'own_skill_brought_back')
  return true
}

async function saveWords(trx: Trx, skillId: string, words: NewWord[], strict: boolean): Promise<void> {
  await trx.deleteFrom('skill_word').where('skill_id', '=', skillId).where('origin', '=', 'own').execute()
  if (words.length === 0) return
  await trx
    .insertInto('skill_word')
    .values(
      words.map(({ language, text }) => ({
        skill_id: skillId,
        language,
        word: text,
        strict,
        origin: 'own',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function saveImplied(trx: Trx, skillId: string, implies: string[]): Promise<void> {
  const others = [...new Set(implies)].filter((id) => id !== skillId)
  if (others.length === 0) return
  await trx
    .insertInto('skill_edge')
    .values(others.map((to) => ({ from_id: skillId, to_id: to, kind: 'implies', origin: 'own' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function tellOwnChange(trx: Trx, userId: string, skillId: string, action: ActivityAction) {
  await tellVocabularyChanged(trx)
  await askToLookAgain(trx, skillId)
  await recordActivity(trx, {
    actorId: userId,
    action,
    subject: ['user_account', userId],
    detail: { skillId },
  })
}

function slugOf(name: string): string {
  const plain = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'skill'
  )
}
