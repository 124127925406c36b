import { readFile } from 'node:fs/promises'
import type { CvReading } from '~/candidates/cv-reading/cv-reading'
import { readCvOrScan } from '~/candidates/cv-reading/read-cv.server'
import { skillsIn, unknownWordsIn } from '~/candidates/cv-skills.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { run } from './run'

const about = `read-cv: what the CV reader finds in each file, as JSON, by the product's own code. Scans are read by text recognition.

  npm run read-cv -- FILE...

Printed for a file, in a list where there are several
  { "file", "reading", "skills": [{ "skillId", "name": { "fi", "sv", "en" }, "words", "sentence", "level", "years",
      "place", "jobs", "start", "end" }], "unknownWords": [{ "words", "example" }] }
  or { "file", "problem" } for a file that cannot be understood, or { "file", "error" } for one that cannot be opened.
  "words" and "sentence" are as they stand in the CV. "level" is 1 basics, 2 good, 3 strong; it and "years" are null where
  the CV does not say. "place": title, work, studies or list. "unknownWords" stand among the skills of the CV and are
  none that the vocabulary knows.
Ends with code 1 when a file could not be read.`

await run({ name: 'read-cv', about, withoutDatabase: true }, async ({ files, log }) => {
  if (files.length === 0) {
    log('give the files: npm run read-cv -- FILE...; --help tells what is printed')
    process.exitCode = 2
    return
  }
  const results = []
  for (const file of files) results.push({ file, ...(await readOne(file, log)) })
  console.log(JSON.stringify(results.length === 1 ? results[0] : results, null, 2))
  if (results.some((result) => !('reading' in result))) process.exitCode = 1
})

async function readOne(file: string, log: (line: string) => void) {
  try {
    const result = await readCvOrScan(await readFile(file), (read, of) =>
      log(`${file}: page ${read} of ${of}`),
    )
    return 'problem' in result ? result : { ...result, ...skillsOf(result.reading) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function skillsOf(reading: CvReading) {
  const { skills } = loadVocabulary().vocabulary
  return {
    skills: skillsIn(reading).map(({ skillId, words, sentence, level, years, place, jobs, start, end }) => ({
      skillId,
      name: skills.get(skillId)?.name ?? null,
      words,
      sentence,
      level: level ?? null,
      years: years ?? null,
      place,
      jobs,
      start,
      end,
    })),
    unknownWords: unknownWordsIn(reading),
  }
}
