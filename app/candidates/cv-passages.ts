import { type FoundSkill, findSkills } from '~/skills/find-skills'
import type { Vocabulary } from '~/skills/vocabulary'
import type { CvReading, CvSentence, SectionKind } from './cv-reading/cv-reading'
import { namesJob } from './cv-reading/job-titles'
import { periodIn } from './cv-reading/periods'

/**
 * Where in a CV something is said, strongest first: as the title of a job, in the account of a job or a project,
 * among studies and certificates, or in a list or a summary.
 */
export const EVIDENCE_PLACES = ['title', 'work', 'studies', 'list'] as const
export type EvidencePlace = (typeof EVIDENCE_PLACES)[number]

/** A sentence free of personal facts. `job` numbers the dated job it belongs to; null outside jobs. */
export type CvPassage = { text: string; place: EvidencePlace; job: number | null; start: number }

const PLACES: Partial<Record<SectionKind, EvidencePlace>> = {
  work: 'work',
  projects: 'work',
  volunteering: 'work',
  positions_of_trust: 'work',
  education: 'studies',
  certificates: 'studies',
  courses: 'studies',
}
/** Interests say nothing of skill, and referees are other people. */
const UNUSED: ReadonlySet<SectionKind> = new Set(['interests', 'references', 'personal'])

/** Letters; a longer line of a dated job tells of the job and does not name it. */
const LONGEST_TITLE = 90
/** Letters beside the dates in a line that begins a job. */
const LONGEST_JOB_HEAD = 130
/** Letters beside the name of an employer or a school in the line that names the job or the studies. */
const MOST_BESIDE_NAME = 60
/** Letters; a shorter name would take letters out of other words. */
const SHORTEST_NAME = 3
/** The same beside a single date: "published in 2019" is no job. */
const LONGEST_POINT_HEAD = 40

type Read = Pick<CvReading, 'sentences' | 'sections' | 'work' | 'education'>

/** Employers and schools that the CV names, the longest first. What was taken for one and names a job is none. */
function organisationsIn({ work, education }: Read): string[] {
  const names = [...work.map(({ employer }) => employer), ...education.map(({ school }) => school)]
  return names
    .flatMap((name) => (name && name.length >= SHORTEST_NAME && !namesJob(name) ? [name] : []))
    .sort((a, b) => b.length - a.length)
}

/** The sentences of a CV that may be compared and quoted, each with its place. Dates and ages of jobs are not kept. */
export function passagesOf(reading: Read): CvPassage[] {
  const headings = new Set(reading.sections.filter(({ heading }) => heading !== '').map(({ start }) => start))
  const heads = jobHeads(reading.sentences)
  const names = organisationsIn(reading)
  let job: number | null = null
  return reading.sentences.flatMap((sentence) => {
    const { section, start, personal } = sentence
    if (PLACES[section] !== 'work') job = null
    else if (heads.has(sentence)) job = heads.get(sentence) ?? null
    if (personal || headings.has(start) || UNUSED.has(section)) return []
    const place = placeOf(sentence, heads.has(sentence))
    return [{ text: withoutOrganisations(sentence, names), place, job, start }]
  })
}

/**
 * A line that names a job or studies, with blanks for the employer or school: who worked at Notion need not know
 * Notion. Everything else stays at its place.
 */
function withoutOrganisations({ text, section }: CvSentence, names: readonly string[]): string {
  if (section !== 'work' && section !== 'education') return text
  return names
    .filter((name) => text.includes(name) && text.length - name.length <= MOST_BESIDE_NAME)
    .reduce((masked, name) => masked.replaceAll(name, '…'.padEnd(name.length)), text)
}

function placeOf(sentence: CvSentence, isJobHead: boolean): EvidencePlace {
  const { text, section } = sentence
  const isTitle = isJobHead ? namesJob(text) : section === 'header' && isTitleLine(sentence)
  return isTitle ? 'title' : (PLACES[section] ?? 'list')
}

/** Lines that name a dated job, by its number in the order of the CV: the dated line and short ones beside it. */
function jobHeads(sentences: readonly CvSentence[]): Map<CvSentence, number> {
  const heads = new Map<CvSentence, number>()
  let job = -1
  for (const [index, sentence] of sentences.entries()) {
    if (PLACES[sentence.section] !== 'work' || !beginsJob(sentence)) continue
    job++
    heads.set(sentence, job)
    for (const beside of [-2, -1, 1, 2]) {
      const line = sentences[index + beside]
      if (line && line.section === sentence.section && isTitleLine(line) && !heads.has(line))
        heads.set(line, job)
    }
  }
  return heads
}

function isTitleLine({ text }: CvSentence): boolean {
  return text.length <= LONGEST_TITLE && !/[.!?;:]$/.test(text) && namesJob(text)
}

function beginsJob({ text }: CvSentence): boolean {
  const period = periodIn(text)
  if (!period) return false
  const beside = text.slice(0, period.start) + text.slice(period.end)
  if (!period.isPoint && beside.length <= LONGEST_TITLE) return true
  const before = text.slice(0, period.start).trim()
  const after = text.slice(period.end).trim()
  const atEdge = /^[([]*$/.test(before) || /^[)\].,]*$/.test(after)
  return atEdge && beside.length <= (period.isPoint ? LONGEST_POINT_HEAD : LONGEST_JOB_HEAD)
}

/**
 * A skill found in a CV: the strongest place that says it, and in how many dated jobs it is said. The sentence quoted
 * is one of an account or a list where there is one: the line of a job or a school names employers and years.
 */
export type CvSkill = FoundSkill & { place: EvidencePlace; jobs: number }

const QUOTED_FIRST: readonly EvidencePlace[] = ['work', 'list', 'studies', 'title']

/** Every skill the passages name, once; a skill said to be missing is not one. */
export function skillsInPassages(passages: readonly CvPassage[], vocabulary: Vocabulary): CvSkill[] {
  const mentions = new Map<string, (FoundSkill & { place: EvidencePlace; job: number | null })[]>()
  for (const { text, place, job, start } of passages) {
    for (const found of findSkills(text, vocabulary)) {
      if (found.negated) continue
      const mention = { ...found, start: found.start + start, end: found.end + start, place, job }
      const known = mentions.get(found.skillId)
      if (known) known.push(mention)
      else mentions.set(found.skillId, [mention])
    }
  }
  return [...mentions.values()].flatMap((said) => {
    const [quoted] = [...said].sort((a, b) => QUOTED_FIRST.indexOf(a.place) - QUOTED_FIRST.indexOf(b.place))
    if (!quoted) return []
    const { job: _, ...skill } = quoted
    const ranks = said.map(({ place }) => EVIDENCE_PLACES.indexOf(place))
    const place = EVIDENCE_PLACES[Math.min(...ranks)] ?? 'list'
    const jobs = new Set(said.flatMap(({ job }) => job ?? [])).size
    return [{ ...skill, level: highest(said, 'level'), years: highest(said, 'years'), place, jobs }]
  })
}

/** The highest said anywhere; undefined where nobody says. */
function highest<Key extends 'level' | 'years'>(
  said: readonly FoundSkill[],
  key: Key,
): FoundSkill[Key] | undefined {
  const [most] = said.flatMap((one) => one[key] ?? []).sort((a, b) => b - a)
  return most as FoundSkill[Key] | undefined
}
