import type { WorkEntry } from './cv-reading'
import { type DatedEntry, datedEntries } from './dated-entries'
import { namesEmployer, namesJob } from './job-titles'
import type { PlacedBlock } from './sections'

/** Jobs in the order of the CV. `unclear` holds dated lines of the section that name nothing. */
export function readWorkHistory(blocks: PlacedBlock[]): { work: WorkEntry[]; unclear: string[] } {
  const entries = datedEntries(blocks.filter((block) => block.section === 'work'))
  const employerFirst = employersStandFirst(entries)
  const work = entries.flatMap((entry) => {
    const { title, employer } = tellApart(entry.parts, employerFirst)
    if (title === null && employer === null) return []
    return [{ title, employer, from: entry.from, to: entry.to, ongoing: entry.ongoing }]
  })
  const unclear = entries.filter((entry) => entry.parts.length === 0).map((entry) => entry.source)
  return { work, unclear }
}

/** How this CV orders title and employer, by the entries in which one of them is known by its words. */
function employersStandFirst(entries: DatedEntry[]): boolean {
  let votes = 0
  for (const { parts } of entries) {
    if (parts.length < 2) continue
    const job = parts.findIndex((part) => namesJob(part) && !namesEmployer(part))
    const employer = parts.findIndex((part) => namesEmployer(part) && !namesJob(part))
    if (job === 0 || employer === 1) votes--
    else if (job === 1 || employer === 0) votes++
  }
  return votes > 0
}

function tellApart(parts: string[], employerFirst: boolean): Pick<WorkEntry, 'title' | 'employer'> {
  const [only] = parts
  if (only === undefined) return { title: null, employer: null }
  const job =
    parts.find((part) => namesJob(part) && !namesEmployer(part)) ?? parts.find((part) => namesJob(part))
  if (parts.length === 1) {
    if (job !== undefined) return splitTitle(only)
    return namesEmployer(only) ? { title: null, employer: only } : { title: only, employer: null }
  }
  if (job !== undefined) {
    const others = parts.filter((part) => part !== job)
    return { title: job, employer: others.find(namesEmployer) ?? others[0] ?? null }
  }
  const known = parts.find(namesEmployer)
  if (known !== undefined) return { title: parts.find((part) => part !== known) ?? null, employer: known }
  const [first = null, second = null] = parts
  return employerFirst ? { title: second, employer: first } : { title: first, employer: second }
}

/** "Siivooja L&T" without a comma: a Finnish or Swedish title is one word, a capital begins the employer. */
function splitTitle(text: string): Pick<WorkEntry, 'title' | 'employer'> {
  const [, title, employer] = /^(\p{Lu}[\p{Ll}-]+)\s(\p{Lu}.*)$/u.exec(text) ?? []
  if (title && employer && namesJob(title) && !namesJob(employer)) return { title, employer }
  return { title: text, employer: null }
}
