import { loadVocabulary } from '~/skills/vocabulary.server'
import { scoreAnnotatedFile } from './evaluate-skills/annotated-spans'
import {
  precision,
  readLabelledSentences,
  recall,
  scoreSentences,
} from './evaluate-skills/labelled-sentences'
import { run } from './run'

const ownFiles = ['fi', 'sv', 'en'].map((language) => `tests/skills/labelled-${language}.tsv`)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8)

await run(
  {
    name: 'evaluate-skills',
    about:
      'How well skills are found: our labelled sentences (.tsv), or files annotated with spans (.csv: sentence, span, label).',
    options: { mistakes: { type: 'boolean', description: 'list the sentences read wrong' } },
    withoutDatabase: true,
  },
  async ({ values, files, log }) => {
    const { vocabulary } = loadVocabulary()
    log(`${vocabulary.skills.size} skills`)
    for (const file of files.length > 0 ? files : ownFiles) {
      if (file.endsWith('.csv')) {
        const score = scoreAnnotatedFile(file, vocabulary)
        console.log(
          `${file}\n  ${score.sentences} sentences, ${score.spans} spans: touched ${percent(score.touched / score.spans)}` +
            `, ${score.found} found: inside a span ${percent(score.inside / score.found)}`,
        )
        continue
      }
      const score = scoreSentences(readLabelledSentences(file), vocabulary)
      console.log(
        `${file}\n  ${score.sentences} sentences, ${score.hits + score.missed} labels: precision ${percent(precision(score))}` +
          `, recall ${percent(recall(score))}, level and years ${percent(score.detailsRight / Math.max(1, score.details))}`,
      )
      if (values.mistakes) for (const mistake of score.mistakes) console.log(`  ${mistake}`)
    }
  },
)
