/** The sample CVs that come beside the project, where they are: the same CV in other layouts says the same. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CvReading } from '~/candidates/cv-reading/cv-reading'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { skillsIn } from '~/candidates/cv-skills.server'

const SAMPLES = path.resolve('../shared/data/cvs')
const filesIn = (folder: string) => {
  const at = path.join(SAMPLES, folder)
  return existsSync(at) ? readdirSync(at).map((name) => path.join(at, name)) : []
}

async function read(file: string): Promise<CvReading> {
  const result = await readCvBytes(readFileSync(file))
  if (!('reading' in result)) throw new Error(result.problem)
  return result.reading
}

const meaningOf = (reading: CvReading) => ({
  sections: reading.sections.map(({ kind, heading }) => `${kind}: ${heading}`),
  work: reading.work,
  education: reading.education,
  languages: reading.languages,
  certificates: reading.certificates,
  skills: skillsIn(reading)
    .map(({ skillId }) => skillId)
    .sort(),
})

describe.skipIf(!existsSync(SAMPLES))('the sample CVs', () => {
  test.each([
    ['one-cv-five-layouts', 5],
    ['word-pdf-twins', 2],
    ['europass', 3],
  ])('in %s are the same in every form', async (folder, count) => {
    const [first, ...others] = await Promise.all(filesIn(folder).map(read))
    expect(others).toHaveLength(count - 1)
    if (!first) throw new Error(`${folder} is empty`)
    const meaning = meaningOf(first)
    expect(meaning.skills.length).toBeGreaterThan(0)
    expect(meaning.work.length).toBeGreaterThan(0)
    for (const other of others) expect(meaningOf(other)).toEqual(meaning)
  })

  test('of one template are the same in one column and in two', async () => {
    const both = ['modern-single-column', 'modern-two-column', 'single-column', 'two-column']
    const readings = await Promise.all(
      both.map((name) => read(path.join(SAMPLES, 'templates', `${name}.pdf`))),
    )
    const [first, ...others] = readings.map((reading) => {
      const { sections: _, ...entries } = meaningOf(reading)
      return entries
    })
    for (const other of others) expect(other).toEqual(first)
  })

  test('tell people’s CVs from adverts and articles', async () => {
    for (const folder of ['job-adverts', 'not-cvs'])
      for (const file of filesIn(folder))
        expect([file, (await read(file)).looksLikeCv]).toEqual([file, false])
    for (const file of filesIn('fictional'))
      expect([file, (await read(file)).looksLikeCv]).toEqual([file, true])
  })
})
