import { type FoundSkill, findSkills } from '~/skills/find-skills'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { MOST_SKILLS } from './need'

type Row = { words: string; must: string; level: string }

/** Words that make a skill a wish rather than a condition. */
const WISH =
  /\b(plussa|eduksi|arvostamme|arvostetaan|katsotaan|toivomme|meriterande|önskvärt|gärna|fördel|plus|nice to have|bonus|preferably|advantage)/iu

/**
 * When the form was sent by its button 'propose', adds a row for each skill that the employer's words name and no
 * row has yet. It is a list change of the form, so the reply shows the form again and nothing is saved.
 */
export function withProposedSkills(formData: FormData): FormData {
  if (formData.get('propose') !== 'skills') return formData
  const { vocabulary } = loadVocabulary()
  const rows = rowsOf(formData)
  const known = new Set(rows.map(({ words }) => resolveSkillWords(words, vocabulary)))
  for (const found of findSkills(String(formData.get('description') ?? ''), vocabulary)) {
    if (found.negated || known.has(found.skillId) || rows.length >= MOST_SKILLS) continue
    if (vocabulary.skills.get(found.skillId)?.kind === 'language') continue
    known.add(found.skillId)
    rows.push(rowOf(found))
  }
  formData.set('__intent__', JSON.stringify({ type: 'update', payload: { name: 'skills', value: rows } }))
  return formData
}

function rowOf({ words, sentence, level }: FoundSkill): Row {
  return { words, must: isWish(words, sentence) ? 'nice' : 'must', level: level ? String(level) : '' }
}

/** Whether the part of the sentence that names the skill calls it a wish: 'Python hallussa, SQL eduksi'. */
function isWish(words: string, sentence: string): boolean {
  const parts = sentence.split(/[,;]|\s(?:mutta|men|but)\s/iu)
  const own = parts.findIndex((part) => part.includes(words))
  // A part of a word or two is one of a list and shares what is said at the end of it.
  let last = own
  while (last < parts.length - 1 && (parts[last]?.trim().split(/\s+/).length ?? 0) <= 2) last++
  return WISH.test(parts.slice(own, last + 1).join(' '))
}

function rowsOf(formData: FormData): Row[] {
  const rows: Row[] = []
  for (let index = 0; index < MOST_SKILLS; index++) {
    const field = (name: string) => String(formData.get(`skills[${index}].${name}`) ?? '').trim()
    if (field('words')) rows.push({ words: field('words'), must: field('must'), level: field('level') })
  }
  return rows
}
