import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Needs = z.array(
  z.object({
    need: z.string(),
    skills: z.array(z.string()).min(1),
    judged: z.array(z.object({ cv: z.string(), score: z.number() })),
  }),
)

/** Needs with the scores that people gave to CVs, and the texts of those CVs by their name. */
export type JudgedNeeds = { needs: z.output<typeof Needs>; texts: ReadonlyMap<string, string> }

/** Reads `needs.json` and `cvs/NAME.txt` of a folder, or undefined where it holds none. */
export function readJudgedNeeds(folder: string): JudgedNeeds | undefined {
  const file = path.join(folder, 'needs.json')
  if (!existsSync(file)) return undefined
  const needs = Needs.parse(JSON.parse(readFileSync(file, 'utf8')))
  const names = new Set(needs.flatMap(({ judged }) => judged.map(({ cv }) => cv)))
  const texts = new Map(
    [...names].map((name) => [name, readFileSync(path.join(folder, 'cvs', `${name}.txt`), 'utf8')]),
  )
  return { needs, texts }
}
