import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import {
  type Concept,
  type ConceptKind,
  type ConceptLink,
  ictSkill,
  type LinkKind,
  type Taxonomy,
  type TaxonomyRow,
  taxonomyTable,
} from './taxonomy-table'

export const taxonomyLimits = { uploadMegabytes: 80, unpackedMegabytes: 600 }

/** Why files are no taxonomy that can be read. */
export type TaxonomyRefusalReason = 'not_readable' | 'too_large' | 'nothing_known' | 'two_taxonomies'

export class TaxonomyRefusal extends Error {
  constructor(readonly reason: TaxonomyRefusalReason) {
    super(`the taxonomy was refused: ${reason}`)
  }
}

/** A file that is opened when its turn comes; `place` is its name with the folder or the zip it lies in. */
export type TaxonomyFile = { name: string; place: string; bytes: () => Uint8Array }

export type ReadTaxonomy = {
  taxonomy: Taxonomy
  version: string | null
  concepts: Map<string, Concept>
  links: ConceptLink[]
  /** Kinds that the files tell of in full: what is missing of these has gone. */
  conceptKinds: ConceptKind[]
  linkKinds: LinkKind[]
  filesRead: string[]
  filesLeft: string[]
}

/** The CSV and JSON files of a folder, of a zip, or one such file. */
export function taxonomyFilesAt(place: string): TaxonomyFile[] {
  if (!statSync(place).isDirectory()) return taxonomyFilesOf(path.basename(place), readFileSync(place))
  return readdirSync(place)
    .filter(isTable)
    .sort()
    .map((name) => ({
      name,
      place: path.join(path.basename(path.resolve(place)), name),
      bytes: () => readFileSync(path.join(place, name)),
    }))
}

/** The same of bytes that were uploaded under `name`. Throws TaxonomyRefusal for a zip that is broken or too large. */
export function taxonomyFilesOf(name: string, bytes: Uint8Array): TaxonomyFile[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return [{ name, place: name, bytes: () => bytes }]
  const entries: string[] = []
  let unpacked = 0
  unzip(bytes, (entry) => {
    unpacked += entry.originalSize
    if (isTable(path.basename(entry.name))) entries.push(entry.name)
    return false
  })
  if (unpacked > taxonomyLimits.unpackedMegabytes * 1024 * 1024) throw new TaxonomyRefusal('too_large')
  return entries.sort().map((entry) => ({
    name: path.basename(entry),
    place: path.join(name, entry),
    bytes: () => unzip(bytes, ({ name: one }) => one === entry)[entry] ?? new Uint8Array(),
  }))
}

function unzip(bytes: Uint8Array, filter: (entry: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    throw new TaxonomyRefusal('not_readable')
  }
}

function isTable(name: string): boolean {
  return /\.(csv|tsv|json)$/i.test(name) && !name.startsWith('.')
}

/** The version in a name of a file or folder, as in `ESCO dataset - v1.1.1 - classification - en - csv.zip`. */
export function versionInName(name: string): string | null {
  return /v(\d+(?:\.\d+)+)/i.exec(name)?.[1] ?? null
}

/**
 * Reads the files as one taxonomy, whichever tables of it are there. `tick` is called every few thousand lines and
 * may throw to stop. Throws TaxonomyRefusal where nothing is known or two taxonomies lie side by side.
 */
export async function readTaxonomy(
  files: TaxonomyFile[],
  tick: () => Promise<void> = async () => {},
): Promise<ReadTaxonomy> {
  const reading = {
    taxonomies: new Set<Taxonomy>(),
    concepts: new Map<string, Concept>(),
    links: new Map<string, ConceptLink>(),
    conceptKinds: new Set<ConceptKind>(),
    version: null as string | null,
    filesRead: [] as string[],
    filesLeft: [] as string[],
  }
  const take = ({ concepts = [], links = [] }: TaxonomyRow) => {
    for (const concept of concepts) {
      reading.concepts.set(concept.uri, mergeConcepts(reading.concepts.get(concept.uri), concept))
      reading.conceptKinds.add(concept.kind)
    }
    for (const link of links) reading.links.set(`${link.from} ${link.kind} ${link.to}`, link)
  }
  for (const file of files) {
    const taxonomy = /\.json$/i.test(file.name) ? readJson(file, take) : await readCsv(file, take, tick)
    if (taxonomy) {
      reading.taxonomies.add(taxonomy)
      reading.version ??= versionInName(file.place)
    }
    reading[taxonomy ? 'filesRead' : 'filesLeft'].push(file.name)
    await tick()
  }
  const [taxonomy, second] = reading.taxonomies
  if (second) throw new TaxonomyRefusal('two_taxonomies')
  if (!taxonomy || reading.concepts.size + reading.links.size === 0)
    throw new TaxonomyRefusal('nothing_known')
  const links = [...reading.links.values()]
  return {
    taxonomy,
    version: reading.version,
    concepts: reading.concepts,
    links,
    conceptKinds: [...reading.conceptKinds],
    linkKinds: [...new Set(links.map(({ kind }) => kind))],
    filesRead: reading.filesRead,
    filesLeft: reading.filesLeft,
  }
}

function mergeConcepts(known: Concept | undefined, next: Concept): Concept {
  if (!known) return next
  return {
    ...known,
    code: known.code ?? next.code,
    labels: { ...known.labels, ...next.labels },
    otherLabels: { ...known.otherLabels, ...next.otherLabels },
    obsolete: known.obsolete || next.obsolete,
  }
}

const LINES_BETWEEN_TICKS = 5_000

async function readCsv(
  file: TaxonomyFile,
  take: (row: TaxonomyRow) => void,
  tick: () => Promise<void>,
): Promise<Taxonomy | undefined> {
  const bytes = Buffer.from(file.bytes())
  const lines = parse(bytes, {
    bom: true,
    delimiter: delimiterOf(bytes),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  let table: ReturnType<typeof taxonomyTable> | undefined
  let line = 0
  try {
    for await (const cells of lines as AsyncIterable<string[]>) {
      if (line === 0) {
        table = taxonomyTable(cells, file.name)
        if (!table) return undefined
      } else if (table) take(table.read(cells))
      line += 1
      if (line % LINES_BETWEEN_TICKS === 0) {
        await setImmediate()
        await tick()
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      throw new TaxonomyRefusal('not_readable')
    }
    throw error
  }
  return table?.taxonomy
}

function delimiterOf(bytes: Buffer): string {
  const end = bytes.indexOf(0x0a)
  const header = bytes.subarray(0, end < 0 ? undefined : end).toString('utf8')
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

const JsonSkills = z.array(
  z.object({
    name: z.string(),
    synonyms: z.array(z.string()).default([]),
    impliesKnowingSkills: z.array(z.string()).default([]),
  }),
)

function readJson(file: TaxonomyFile, take: (row: TaxonomyRow) => void): Taxonomy | undefined {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(file.bytes()).toString('utf8'))
  } catch {
    return undefined
  }
  const skills = JsonSkills.safeParse(value)
  if (!skills.success) return undefined
  for (const { name, synonyms, impliesKnowingSkills } of skills.data) {
    take(ictSkill(name, synonyms, impliesKnowingSkills))
  }
  return 'ict'
}
