import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type MatchPerson, orderPeople } from '~/needs/match'
import { NeedFile, needOfFile, personOfFile } from '~/needs/match-files.server'
import { SHIPPED_RULES, WeightsShape } from '~/needs/match-rules'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { run } from './run'

const about = `match: the order, strengths and evidence for a need over a folder of CVs, as JSON, by the product's own code.

  npm run match -- --need NEED.json --cvs FOLDER [--rules RULES.json] [--seed TEXT]

NEED.json
  { "title": "Raportoija",
    "skills": ["SQL", { "words": "Power BI", "must": true, "level": 2 }, { "words": "DAX", "must": false }],
    "languages": [{ "language": "fi", "level": "B2" }] }
  A skill in plain words is a must-have; "importance": "must" or "nice" says the same as "must". Instead of "skills" the two
  kinds may stand in lists of their own, "must" and "nice". "level" is 1 basics, 2 good, 3 strong; languages are ISO 639-1
  or named ("suomi"), with A1 to C2 or native; "suomi B2" says both.
FOLDER
  CV files of any kind that the product reads (PDF, DOCX, ODT, Europass, JSON Resume, plain text);
  scans and pictures are read by text recognition, which takes seconds a page.
RULES.json
  Other weights than those Silta begins with, in the shape printed under "rules"; --seed draws other lots among equals.

Printed
  { "rules": { "version", "weights" }, "seed", "need": { "skills": [{ "words", "skillId", "must", "level" }], "languages" },
    "order": [{ "file", "place", "tier", "strength", "must": { "covered", "of" }, "nice": { "covered", "of" },
      "skills": [{ "words", "must", "link", "covered", "strength", "where", "level", "levelFit", "skillId", "evidence" }],
      "missing": [words], "languages": [{ "language", "asked", "has", "covered" }] }],
    "unreadable": [{ "file", "problem" }] }
  "tier": all, most, some (of the must-haves), wishes, near or none. "strength": 0 to 100, equal ones are equals.
  "link": same, synonym, narrower, implied, words (the same words in the CV), esco_narrower, related, esco_related, some_words, none.
  "where": title, several_jobs, work, studies, list. "skillId" is null where only words are met.`

const RulesFile = z.object({ version: z.int().positive(), weights: WeightsShape })

/** CVs read at once; each is read in a process of its own. */
const AT_ONCE = 2

await run(
  {
    name: 'match',
    about,
    options: {
      need: { type: 'string' },
      cvs: { type: 'string' },
      rules: { type: 'string' },
      seed: { type: 'string' },
    },
    withoutDatabase: true,
  },
  async ({ values, log }) => {
    if (!values.need || !values.cvs) {
      log('give --need NEED.json and --cvs FOLDER; --help tells their shape')
      process.exitCode = 2
      return
    }
    const { vocabulary } = loadVocabulary()
    const neededBy = await readJson(values.need, NeedFile, log)
    const rules = values.rules ? await readJson(values.rules, RulesFile, log) : SHIPPED_RULES
    if (!neededBy || !rules) {
      process.exitCode = 2
      return
    }
    const need = needOfFile(neededBy, vocabulary)
    const seed = values.seed ?? path.basename(values.need)
    const files = await filesIn(values.cvs, log)
    if (!files) {
      process.exitCode = 2
      return
    }
    const { people, unreadable } = await readFiles(values.cvs, files, log)
    const order = orderPeople(rules, need, people, seed).map((match, index) => ({
      file: match.personId,
      place: index + 1,
      tier: match.tier,
      strength: match.strength,
      must: match.must,
      nice: match.nice,
      skills: match.lines.map(({ words, must, link, covered, strength, grounds, levelFit, held }) => ({
        words,
        must,
        link,
        covered,
        strength: Math.round(strength),
        where: grounds,
        level: held?.level ?? null,
        levelFit,
        skillId: held?.skillId ?? null,
        evidence: held?.evidence ?? null,
      })),
      missing: match.lines.filter(({ covered }) => !covered).map(({ words }) => words),
      languages: match.languages,
    }))
    const skills = need.skills.map(({ words, skillId, must, level }) => ({ words, skillId, must, level }))
    const asked = { skills, languages: need.languages }
    console.log(JSON.stringify({ rules, seed, need: asked, order, unreadable }, null, 2))
  },
)

/** What a JSON file holds; undefined, with the reason told, where it is missing, is no JSON or has another shape. */
async function readJson<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
  log: (line: string) => void,
): Promise<z.output<Shape> | undefined> {
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof z.ZodError)
      log(`${file} has not the shape that --help tells:\n${z.prettifyError(error)}`)
    else if (error instanceof SyntaxError) log(`${file} is no JSON: ${error.message}`)
    else log(`${file} cannot be opened: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

/** The files of a folder by name; undefined, with the reason told, where there is no such folder. */
async function filesIn(folder: string, log: (line: string) => void): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
  } catch (error) {
    log(`${folder} cannot be read: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

async function readFiles(folder: string, files: string[], log: (line: string) => void) {
  const waiting = [...files]
  const people: MatchPerson[] = []
  const unreadable: { file: string; problem: string }[] = []
  const { vocabulary } = loadVocabulary()
  log(`reading ${waiting.length} files`)
  const readNext = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const sayPage = (read: number, of: number) => log(`${name}: page ${read} of ${of}`)
      const result = await personOfFile({ path: path.join(folder, name), name }, vocabulary, sayPage)
      if ('problem' in result) unreadable.push({ file: name, problem: result.problem })
      else people.push(result.person)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, readNext))
  return { people, unreadable }
}
