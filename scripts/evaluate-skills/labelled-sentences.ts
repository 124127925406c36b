import { readFileSync } from 'node:fs'
import { findSkills } from '~/skills/find-skills'
import type { Vocabulary } from '~/skills/vocabulary'

type Label = { skillId: string; negated: boolean; level?: number; years?: number }
type LabelledSentence = { sentence: string; labels: Label[] }

type Score = {
  sentences: number
  /** Labels found, found without a label, labels not found. */
  hits: number
  extra: number
  missed: number
  /** Stated levels and years read right, of those labelled. */
  detailsRight: number
  details: number
  /** One line per sentence that was not read as labelled. */
  mistakes: string[]
}

/** Reads `sentence <tab> labels` lines: `java`, `!java` not held, `java=2` level, `java@5` years. `#` begins a comment. */
export function readLabelledSentences(file: string): LabelledSentence[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [sentence = '', labels = ''] = line.split('\t')
      return { sentence, labels: labels.split(/\s+/).filter(Boolean).map(readLabel) }
    })
}

function readLabel(written: string): Label {
  const parts = /^(!?)([a-z0-9-]+)(?:=(\d))?(?:@([\d.]+))?$/.exec(written)
  if (!parts?.[2]) throw new Error(`Not a label: ${written}`)
  return {
    skillId: parts[2],
    negated: parts[1] === '!',
    level: parts[3] ? Number(parts[3]) : undefined,
    years: parts[4] ? Number(parts[4]) : undefined,
  }
}

const keyOf = ({ skillId, negated }: Label) => (negated ? `!${skillId}` : skillId)

/** Reads every sentence with the vocabulary and counts what differs from the labels. A skill counts once per sentence. */
export function scoreSentences(sentences: LabelledSentence[], vocabulary: Vocabulary): Score {
  const score: Score = {
    sentences: sentences.length,
    hits: 0,
    extra: 0,
    missed: 0,
    detailsRight: 0,
    details: 0,
    mistakes: [],
  }
  for (const { sentence, labels } of sentences) {
    const found = new Map(findSkills(sentence, vocabulary).map((skill) => [keyOf(skill), skill]))
    const wanted = new Map(labels.map((label) => [keyOf(label), label]))
    const missed = [...wanted.keys()].filter((key) => !found.has(key))
    const extra = [...found.keys()].filter((key) => !wanted.has(key))
    const wrong: string[] = []
    for (const [key, label] of wanted) {
      const skill = found.get(key)
      if (!skill || (label.level === undefined && label.years === undefined)) continue
      score.details++
      if (skill.level === label.level && skill.years === label.years) score.detailsRight++
      else wrong.push(`${key} read as ${skill.level ?? '-'}/${skill.years ?? '-'}`)
    }
    score.hits += wanted.size - missed.length
    score.missed += missed.length
    score.extra += extra.length
    if (missed.length + extra.length + wrong.length > 0) {
      const told = [...missed.map((key) => `-${key}`), ...extra.map((key) => `+${key}`), ...wrong]
      score.mistakes.push(`${sentence}  [${told.join(' ')}]`)
    }
  }
  return score
}

/** Share of what was found that is right, 0 to 1. */
export const precision = ({ hits, extra }: Score) => hits / Math.max(1, hits + extra)
/** Share of what there is to find that was found, 0 to 1. */
export const recall = ({ hits, missed }: Score) => hits / Math.max(1, hits + missed)
