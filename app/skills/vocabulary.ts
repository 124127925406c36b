import type { EscoEdges } from './esco-edges'

/** The languages a skill has a name in. */
export type VocabularyLanguage = 'fi' | 'sv' | 'en'

/** What sort of thing a skill is; `db/reference/skills/README.md` says when to use which. */
const skillKinds = ['tool', 'task', 'field', 'method', 'licence', 'language', 'trait'] as const
export type SkillKind = (typeof skillKinds)[number]

/** One way of writing a skill, with the marks that limit where it is found. */
export type SkillWord = {
  /** As written in the vocabulary, marks removed: `Power BI`. */
  text: string
  /** `any` where the word is the same in every language, as product names are. */
  language: VocabularyLanguage | 'any'
  /** Found only in these capital letters and beside something that makes it a skill. */
  strict: boolean
  /** Found only in these capital letters. */
  exactCase: boolean
  /** Takes no endings and no second halves. */
  exactForm: boolean
  /** May be the last half of a compound. */
  endsCompounds: boolean
  /** May be the first half of any compound. */
  beginsCompounds: boolean
}

export type Skill = {
  id: string
  kind: SkillKind
  name: Record<VocabularyLanguage, string>
  words: SkillWord[]
  /** Skills that whoever has this one certainly has; one step, see `impliedSkills`. */
  implies: string[]
  /** Headings this skill stands under; one step. */
  broader: string[]
  /** Name of the file it was read from, without its ending: the group shown when browsing. */
  group: string
}

/** `esco` is there once a classification has been imported and joined. */
export type Vocabulary = { skills: ReadonlyMap<string, Skill>; esco?: EscoEdges }

/** A text file of the vocabulary. `name` is the file's name without its ending. */
type VocabularyFile = { name: string; text: string }

const languages: VocabularyLanguage[] = ['fi', 'sv', 'en']

/**
 * Reads vocabulary files written as `db/reference/skills/README.md` tells.
 * `problems` names every line that breaks a rule; a vocabulary with problems must not be used.
 */
export function parseVocabulary(files: VocabularyFile[]): { vocabulary: Vocabulary; problems: string[] } {
  const skills = new Map<string, Skill>()
  const problems: string[] = []

  for (const file of files) {
    for (const { line, number } of skillLines(file.text)) {
      const complain = (problem: string) => problems.push(`${file.name}:${number} ${problem}`)
      const skill = parseSkill(line, file.name, complain)
      if (!skill) continue
      if (skills.has(skill.id)) complain(`${skill.id} is already in ${skills.get(skill.id)?.group}`)
      else skills.set(skill.id, skill)
    }
  }
  problems.push(...brokenLinks(skills), ...sharedWords(skills))
  return { vocabulary: { skills }, problems }
}

/** The skills that follow from having `ids`, without `ids` themselves, following implications to their end. */
export function impliedSkills(vocabulary: Vocabulary, ids: Iterable<string>): Set<string> {
  const given = new Set(ids)
  const implied = new Set<string>()
  const waiting = [...given]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of vocabulary.skills.get(id)?.implies ?? []) {
      if (implied.has(next)) continue
      implied.add(next)
      waiting.push(next)
    }
  }
  for (const id of given) implied.delete(id)
  return implied
}

/** Small letters, one space between words, hyphens and dots inside words as spaces: the key two spellings share. */
export function wordKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['’]/g, '')
    .replace(/(?<=[\p{L}\p{N}+#])[-.‐‑–/]+(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Joins continuation lines to the skill above and leaves out comments. */
function skillLines(text: string): { line: string; number: number }[] {
  const lines: { line: string; number: number }[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue
    const previous = lines.at(-1)
    if (/^\s/.test(raw) && previous) previous.line += ` ${raw.trim()}`
    else lines.push({ line: raw.trim(), number: index + 1 })
  }
  return lines
}

function parseSkill(line: string, group: string, complain: (problem: string) => void): Skill | undefined {
  const [id = '', kind = '', names = '', ...parts] = line.split(/\s*\|\s*/)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) complain(`"${id}" is not a lower-case slug`)
  if (id.startsWith('own-')) complain(`"${id}" begins as the skills that administrators add`)
  if (!isKind(kind)) {
    complain(`${id}: unknown kind "${kind}"`)
    return undefined
  }
  const [fi, sv = fi, en = fi, ...rest] = names.split(/\s*;\s*/).map((name) => name.trim())
  if (!fi || !sv || !en || rest.length > 0 || names.split(';').length === 2) {
    complain(`${id}: write one name, or three as "Finnish ; Swedish ; English"`)
    return undefined
  }

  const skill: Skill = {
    id,
    kind,
    name: { fi: shownName(fi), sv: shownName(sv), en: shownName(en) },
    words: [],
    implies: [],
    broader: [],
    group,
  }
  let nameIsSearched = true
  for (const part of parts) {
    const [, sign = '', rest = ''] = /^(=|fi:|sv:|en:|>|\^|!)\s*(.*)$/.exec(part) ?? []
    const values = rest.split(/\s*,\s*/).filter((value) => value !== '')
    if (values.length === 0) complain(`${id}: "${part}" is empty or begins with none of = fi: sv: en: > ^ !`)
    else if (sign === '>') skill.implies.push(...values)
    else if (sign === '^') skill.broader.push(...values)
    else if (sign === '!') {
      if (rest !== 'unsearched') complain(`${id}: unknown flag "${rest}"`)
      nameIsSearched = false
    } else {
      const language = sign === '=' ? 'any' : (sign.slice(0, 2) as VocabularyLanguage)
      skill.words.push(...values.map((value) => parseWord(value, language)))
    }
  }
  if (nameIsSearched) skill.words.unshift(...nameWords({ fi, sv, en }))
  skill.words = withoutRepeats(skill.words)
  if (skill.words.some((word) => word.text === '')) complain(`${id}: an empty word`)
  return skill
}

function isKind(kind: string): kind is SkillKind {
  return (skillKinds as readonly string[]).includes(kind)
}

const marks = /^[~*]+|[!'*]+$/g

function parseWord(written: string, language: SkillWord['language']): SkillWord {
  const before = /^[~*]+/.exec(written)?.[0] ?? ''
  const after = /[!'*]+$/.exec(written)?.[0] ?? ''
  return {
    text: written.replace(marks, ''),
    language,
    strict: after.includes('!'),
    exactCase: after.includes("'"),
    exactForm: before.includes('~'),
    endsCompounds: before.includes('*'),
    beginsCompounds: after.includes('*'),
  }
}

/** Marks stand on the searched part of a name, before any explanation in brackets. */
function shownName(name: string): string {
  const [searched = '', explanation = ''] = name.split(/\s*(?=\()/)
  return [searched.trim().replace(marks, ''), explanation].filter((part) => part !== '').join(' ')
}

function nameWords(names: Record<VocabularyLanguage, string>): SkillWord[] {
  const searched = (name: string) => name.replace(/\s*\([^)]*\)/g, '').trim()
  if (new Set(languages.map((language) => searched(names[language]))).size === 1) {
    return [parseWord(searched(names.fi), 'any')]
  }
  return languages.map((language) => parseWord(searched(names[language]), language))
}

function withoutRepeats(words: SkillWord[]): SkillWord[] {
  return words.filter(
    (word, index) =>
      words.findIndex((other) => other.text === word.text && other.language === word.language) === index,
  )
}

function brokenLinks(skills: Map<string, Skill>): string[] {
  return [...skills.values()].flatMap((skill) =>
    [...skill.implies, ...skill.broader]
      .filter((id) => !skills.has(id) || id === skill.id)
      .map((id) => `${skill.group}: ${skill.id} points to ${id}, which is not another skill`),
  )
}

function sharedWords(skills: Map<string, Skill>): string[] {
  const owners = new Map<string, string>()
  const problems: string[] = []
  for (const skill of skills.values()) {
    for (const word of skill.words) {
      const key = wordKey(word.text)
      const owner = owners.get(key) ?? skill.id
      owners.set(key, owner)
      if (owner !== skill.id)
        problems.push(`${skill.group}: "${word.text}" of ${skill.id} belongs to ${owner} too`)
    }
  }
  return problems
}
