import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
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
const SHARED_FOLDER = '../shared/data/matching/skill-extraction-dev'
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8)

const about = `evaluate-skills: how well skills are found.

  npm run evaluate-skills -- [FILE...]

.tsv files are our labelled sentences: a hit is the labelled skill found in its sentence, held or missing as labelled.
.csv files (sentence, span, label) are annotated for another vocabulary, so places are compared and not names: a span is
  hit when a skill is found that shares a letter with it, and a found skill is right when it shares a letter with a span.
Without files: our own, and those of ${SHARED_FOLDER} where that folder is there.`

/** Every file of the folder beside the project, by name; none where there is no such folder. */
function sharedFiles(): string[] {
  if (!existsSync(SHARED_FOLDER)) return []
  const names = readdirSync(SHARED_FOLDER).filter((name) => name.endsWith('.csv'))
  return names.sort().map((name) => path.join(SHARED_FOLDER, name))
}

await run(
  {
    name: 'evaluate-skills',
    about,
    options: { mistakes: { type: 'boolean', description: 'list the sentences read wrong' } },
    withoutDatabase: true,
  },
  async ({ values, files, log }) => {
    const { vocabulary } = loadVocabulary()
    log(`${vocabulary.skills.size} skills`)
    for (const file of files.length > 0 ? files : [...ownFiles, ...sharedFiles()]) {
      if (file.endsWith('.csv')) {
        const score = scoreAnnotatedFile(file, vocabulary)
        console.log(
          `${file}\n  ${score.sentences} sentences, ${score.spans} spans, ${score.found} skills found:` +
            ` precision ${percent(score.inside / Math.max(1, score.found))} (found skills that meet a span)` +
            `, recall ${percent(score.touched / Math.max(1, score.spans))} (spans that a found skill meets)`,
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
