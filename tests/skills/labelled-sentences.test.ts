import { expect, test } from 'vitest'
import { loadVocabulary } from '~/skills/vocabulary.server'
import {
  precision,
  readLabelledSentences,
  recall,
  scoreSentences,
} from '../../scripts/evaluate-skills/labelled-sentences'

const { vocabulary } = loadVocabulary()

test.each(['fi', 'sv', 'en'])('sentences labelled by hand in %s are read as labelled', (language) => {
  const sentences = readLabelledSentences(`tests/skills/labelled-${language}.tsv`)
  const score = scoreSentences(sentences, vocabulary)

  expect(sentences.length).toBeGreaterThanOrEqual(150)
  expect(precision(score), score.mistakes.join('\n')).toBeGreaterThan(0.97)
  expect(recall(score), score.mistakes.join('\n')).toBeGreaterThan(0.97)
  expect(score.detailsRight / score.details, score.mistakes.join('\n')).toBeGreaterThan(0.93)
})

test.each(['fi', 'sv', 'en'])('labels in %s name skills that exist', (language) => {
  const labels = readLabelledSentences(`tests/skills/labelled-${language}.tsv`).flatMap(
    (sentence) => sentence.labels,
  )
  expect(labels.map((label) => label.skillId).filter((id) => !vocabulary.skills.has(id))).toEqual([])
})
