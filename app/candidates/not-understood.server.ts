import type { Db } from '~/platform/db.server'
import { listUnknownWordsOfCv } from '~/skills/unknown-words/unknown-words.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { CvReading } from './cv-reading/cv-reading'
import { nameMatcher } from './cv-reading/person-name'
import { sentenceIn } from './cvs.server'
import { mayWaitAsSkill } from './unknown-cv-words'

type ReadCv = { id: string; text: string | null; reading: CvReading | null }

/** Words of a CV that the vocabulary lacks, with what became of them, and lines that the reader could not place. */
export async function findNotUnderstood(db: Db, cv: ReadCv) {
  const [words, mayWait] = await Promise.all([listUnknownWordsOfCv(db, cv.id), findWhatMayWait(db, cv)])
  const lines = cv.reading?.notUnderstood ?? []
  return { words, lines: lines.map(({ text }) => ({ text, mayWait: mayWait(text) })) }
}

export type NotUnderstoodThings = Awaited<ReturnType<typeof findNotUnderstood>>

/** Tells whether words of a CV may be put in the queue: short as a skill, known to nobody, and no name or personal fact. */
export async function findWhatMayWait(db: Db, { id, reading }: Pick<ReadCv, 'id' | 'reading'>) {
  const { name } = await db
    .selectFrom('cv')
    .innerJoin('candidate', 'candidate.id', 'cv.candidate_id')
    .select('candidate.name')
    .where('cv.id', '=', id)
    .executeTakeFirstOrThrow()
  const { vocabulary } = loadVocabulary()
  const named = name ? nameMatcher(name) : null
  return (words: string) =>
    (named === null || words.search(named) < 0) && mayWaitAsSkill(words, reading, vocabulary)
}

/**
 * What an address means by `?word=` (an id of the queue) or `?line=` (the place among the lines not understood): the
 * words, and the sentence that holds them, where it may be quoted.
 */
export async function findMeant(db: Db, cv: ReadCv, url: string) {
  const asked = new URL(url).searchParams
  const { words, lines } = await findNotUnderstood(db, cv)
  const word = words.find(({ id }) => id === asked.get('word'))?.words
  const line = lines[Number(asked.get('line') ?? -1)]?.text
  const meant = word ?? line
  if (!meant) return null
  const holding = cv.reading?.sentences.find(({ text, personal }) => !personal && text.includes(meant))
  const sentence = sentenceIn(cv, holding?.text ?? meant)
  return { words: meant, sentence: typeof sentence === 'string' ? '' : sentence.text }
}
