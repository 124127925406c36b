import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import type { Vocabulary } from '../vocabulary'
import { joinByLabel } from './join-by-label'
import type { ReadTaxonomy } from './taxonomy-files.server'
import type { Concept, ConceptLink, Taxonomy } from './taxonomy-table'

export type TaxonomyCounts = {
  /** Concepts by kind, and links by kind, that the files tell of. */
  concepts: Record<string, number>
  links: Record<string, number>
  languages: string[]
  added: number
  changed: number
  unchanged: number
  retired: number
  /** Links one end of which is nowhere; they are left out. */
  linksWithoutConcept: number
  /** Of all concepts of the taxonomy afterwards. */
  joined: number
  toReview: number
}

/** Rows of one statement. */
const PORTION = 2_000

/** How many rows `saveTaxonomy` goes through, for telling how far it is. */
export function rowsToSave({ concepts, links }: ReadTaxonomy): number {
  return concepts.size + links.length
}

/**
 * Brings a read taxonomy into the tables: adds and renews concepts, marks those that are gone from it as retired,
 * replaces the links of the kinds it tells of, and joins concepts to our own skills by label. What a person decided
 * stays. `tick` hears how many rows are done and may throw to stop.
 */
export async function saveTaxonomy(
  trx: Trx,
  read: ReadTaxonomy,
  vocabulary: Vocabulary,
  tick: (rowsDone: number) => Promise<void> = async () => {},
): Promise<TaxonomyCounts> {
  const concepts = [...read.concepts.values()].filter(({ obsolete }) => !obsolete)
  let done = 0
  const saved = { added: 0, changed: 0 }
  for (const portion of portions(concepts)) {
    const { added, changed } = await saveConcepts(trx, read.taxonomy, portion)
    saved.added += added
    saved.changed += changed
    done += portion.length
    await tick(done)
  }
  const retired = await retireMissing(trx, read, concepts)
  await forgetLinks(trx, read)
  let linked = 0
  for (const portion of portions(read.links)) {
    linked += await saveLinks(trx, portion)
    done += portion.length
    await tick(done)
  }
  await joinToSkills(trx, read.taxonomy, vocabulary)
  return {
    concepts: countBy(concepts.map(({ kind }) => kind)),
    links: countBy(read.links.map(({ kind }) => kind)),
    languages: [...new Set(concepts.flatMap(({ labels }) => Object.keys(labels)))].sort(),
    ...saved,
    unchanged: concepts.length - saved.added - saved.changed,
    retired,
    linksWithoutConcept: read.links.length - linked,
    ...(await countJoins(trx, read.taxonomy)),
  }
}

async function saveConcepts(trx: Trx, taxonomy: Taxonomy, concepts: Concept[]) {
  const { rows } = await sql<{ added: boolean }>`
    insert into taxonomy_concept (uri, taxonomy, kind, code, labels, other_labels)
    select uri, ${taxonomy}, kind, code, labels::jsonb, other_labels::jsonb from unnest(
      ${concepts.map(({ uri }) => uri)}::text[],
      ${concepts.map(({ kind }) => kind)}::text[],
      ${concepts.map(({ code }) => code)}::text[],
      ${concepts.map(({ labels }) => JSON.stringify(labels))}::text[],
      ${concepts.map(({ otherLabels }) => JSON.stringify(otherLabels))}::text[]
    ) as told (uri, kind, code, labels, other_labels)
    on conflict (uri) do update set
      kind = excluded.kind,
      code = coalesce(excluded.code, taxonomy_concept.code),
      labels = taxonomy_concept.labels || excluded.labels,
      other_labels = taxonomy_concept.other_labels || excluded.other_labels,
      retired_at = null
    where taxonomy_concept.retired_at is not null
      or taxonomy_concept.kind <> excluded.kind
      or coalesce(excluded.code, taxonomy_concept.code) is distinct from taxonomy_concept.code
      or taxonomy_concept.labels || excluded.labels <> taxonomy_concept.labels
      or taxonomy_concept.other_labels || excluded.other_labels <> taxonomy_concept.other_labels
    returning xmax = 0 as added
  `.execute(trx)
  const added = rows.filter((row) => row.added).length
  return { added, changed: rows.length - added }
}

/** Concepts of the kinds told of that the files no longer name. */
async function retireMissing(trx: Trx, read: ReadTaxonomy, concepts: Concept[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update taxonomy_concept set retired_at = now()
    where taxonomy = ${read.taxonomy} and kind = any(${read.conceptKinds}::text[]) and retired_at is null
      and not exists (
        select from unnest(${concepts.map(({ uri }) => uri)}::text[]) as told (uri)
        where told.uri = taxonomy_concept.uri
      )
  `.execute(trx)
  return Number(numAffectedRows)
}

async function forgetLinks(trx: Trx, read: ReadTaxonomy): Promise<void> {
  await sql`
    delete from taxonomy_link using taxonomy_concept
    where taxonomy_concept.uri = taxonomy_link.from_uri and taxonomy_concept.taxonomy = ${read.taxonomy}
      and taxonomy_link.kind = any(${read.linkKinds}::text[])
  `.execute(trx)
}

async function saveLinks(trx: Trx, links: ConceptLink[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into taxonomy_link (from_uri, to_uri, kind)
    select told.from_uri, told.to_uri, told.kind from unnest(
      ${links.map(({ from }) => from)}::text[],
      ${links.map(({ to }) => to)}::text[],
      ${links.map(({ kind }) => kind)}::text[]
    ) as told (from_uri, to_uri, kind)
    join taxonomy_concept as one on one.uri = told.from_uri
    join taxonomy_concept as other on other.uri = told.to_uri
    on conflict do nothing
  `.execute(trx)
  return Number(numAffectedRows)
}

/** Joins by label anew all that no person has decided. */
async function joinToSkills(trx: Trx, taxonomy: Taxonomy, vocabulary: Vocabulary): Promise<void> {
  const open = await trx
    .selectFrom('taxonomy_concept')
    .select(['uri', 'labels', 'other_labels as otherLabels'])
    .where('taxonomy', '=', taxonomy)
    .where('kind', '=', 'skill')
    .where('decided_by', 'is', null)
    .execute()
  const found = open.flatMap(({ uri, labels, otherLabels }) => {
    const concept = labels as Concept['labels']
    const join = joinByLabel(
      { labels: concept, otherLabels: otherLabels as Concept['otherLabels'] },
      vocabulary,
    )
    return join ? [{ uri, ...join }] : []
  })
  await sql`
    update taxonomy_concept set
      skill_id = case told.how when 'same' then told.skill_id end,
      proposed_skill_id = told.skill_id,
      decision = case told.how when 'same' then 'joined' end
    from unnest(
      ${open.map(({ uri }) => uri)}::text[]
    ) as undecided (uri)
    left join unnest(
      ${found.map(({ uri }) => uri)}::text[],
      ${found.map(({ how }) => how)}::text[],
      ${found.map(({ skillId }) => skillId)}::text[]
    ) as told (uri, how, skill_id) on told.uri = undecided.uri
    where undecided.uri = taxonomy_concept.uri
      and (taxonomy_concept.proposed_skill_id, taxonomy_concept.skill_id) is distinct from
        (told.skill_id, case told.how when 'same' then told.skill_id end)
  `.execute(trx)
}

async function countJoins(trx: Trx, taxonomy: Taxonomy) {
  return trx
    .selectFrom('taxonomy_concept')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('decision', '=', 'joined').as('joined'),
      eb.fn
        .countAll<number>()
        .filterWhere('decision', 'is', null)
        .filterWhere('proposed_skill_id', 'is not', null)
        .as('toReview'),
    ])
    .where('taxonomy', '=', taxonomy)
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow()
}

function* portions<T>(rows: T[]): Generator<T[]> {
  for (let begin = 0; begin < rows.length; begin += PORTION) yield rows.slice(begin, begin + PORTION)
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
